import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serious } from '../support/axe-serious.ts';
import { DeskWindow } from './desk-window.ts';

test('goods are photographed at weighing, the picture stands on the ticket, and a missing file is said in words', async () => {
  test.setTimeout(120_000);
  const desk = await DeskWindow.open('zh', 'desk', null, ['--use-fake-device-for-media-stream']);
  try {
    await desk.type('0112');
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter');
    await desk.step('what');
    await desk.press('Digit1', 'NumpadEnter');
    await desk.step('weigh');
    await desk.press('F12');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await expect.poll(() => desk.page.locator('video').evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBeGreaterThan(0);
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('Enter');
    await expect(desk.page.locator('figure[data-state="whole"] img')).toBeVisible();
    await desk.press('Escape');
    await expect(desk.page.getByRole('button', { name: '照片 1' })).toBeVisible();
    await expect(desk.page.locator('video')).toHaveCount(0);

    await desk.put(23_450);
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
    await expect(desk.page.locator('[data-role="voice"]')).toHaveAttribute('data-said', '练习 , 毛重 四 十 六 点 九 斤');
    await desk.remove();
    await desk.press('NumpadEnter');
    await desk.step('grade');
    await desk.press('NumpadAdd', 'Digit1', 'NumpadEnter', 'Digit1', 'NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.locator('[data-role="voice"]')).toHaveAttribute('data-said', /^练习 , 净重 四 十 六 点 九 斤 , 等级 .+ , 金额 .+元/u);
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();

    const [row] = (await desk.ask('ticket.list', {})).rows;
    await desk.page.evaluate((id) => { window.location.hash = `/tickets/${id}`; }, row?.id ?? '');
    await expect(desk.page.locator('figure[data-state="whole"] img')).toBeVisible();
    const folder = join(desk.dataFolder, 'photos');
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await desk.page.reload();
    await desk.page.getByRole('button', { name: '张司磅' }).click();
    await desk.page.keyboard.type('3690');
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.getByText('照片文件不见了；磅单和钱没有变')).toBeVisible();
  } finally {
    await desk.close();
  }
});

test('the clips of the bank are played when a basket is taken and again on F11, and not once the voice is off', async () => {
  const desk = await DeskWindow.open('en');
  try {
    await desk.page.evaluate(() => {
      const start = AudioBufferSourceNode.prototype.start;
      Object.assign(window, { played: [] as number[] });
      AudioBufferSourceNode.prototype.start = function played(when, offset, duration) {
        (window as unknown as { played: number[] }).played.push(duration ?? 0);
        start.call(this, when, offset, duration);
      };
    });
    const played = (): Promise<number> => desk.page.evaluate(() => (window as unknown as { played: number[] }).played.length);
    await desk.type('0112');
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter');
    await desk.step('what');
    await desk.press('Digit1', 'NumpadEnter');
    await desk.step('weigh');
    await desk.put(23_450);
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
    // practice, gross, forty, six, point, nine, jin
    await expect.poll(played).toBe(7);
    await desk.press('F11');
    await expect.poll(played).toBe(14);
    await desk.page.getByRole('button', { name: 'Voice' }).click();
    await desk.page.getByRole('button', { name: 'Read out' }).click();
    await desk.press('Escape', 'F11');
    await desk.page.waitForTimeout(500);
    expect(await played()).toBe(14);
  } finally {
    await desk.close();
  }
});
