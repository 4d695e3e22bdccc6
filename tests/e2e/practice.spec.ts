import { expect, test } from '@playwright/test';
import { serious } from '../support/axe-serious.ts';
import { callUp, measure } from '../support/desk-intake.ts';
import { DeskWindow } from './desk-window.ts';

test('a class without hardware weighs, breaks the scale and the printer, sees the paper, and finds the PIN of the second person', async () => {
  test.setTimeout(120_000);
  const desk = await DeskWindow.open();
  const { page } = desk;
  const live = page.locator('[data-kind="live"]');
  try {
    await expect(page.getByRole('button', { name: /放上 23\.45 公斤/u })).toBeVisible();
    await callUp(desk, '0112');
    await desk.press('Control+b');
    await expect(live).toContainText('23.45');
    await expect(live).toContainText('稳定');
    await desk.press('NumpadAdd');
    await expect(page.getByRole('row')).toHaveCount(2);
    await desk.press('Control+b');
    await expect(live.locator('output')).toHaveText('0.0');
    await expect(page.getByRole('button', { name: /放上 22\.10 公斤/u })).toBeVisible();

    // The bench: a weight of one's own, Enter puts it on and gives the keys back to the desk.
    await desk.press('Control+l');
    const bench = page.getByRole('region', { name: '练习台' });
    await bench.getByLabel('下一筐').fill('0.9');
    await desk.press('Enter');
    await expect(live).toContainText('0.90');
    await bench.getByRole('button', { name: '晃个不停' }).click();
    await expect(live).toContainText('在动');
    await expect(bench.getByRole('button', { name: '晃个不停' })).toHaveAttribute('aria-pressed', 'true');
    await bench.getByRole('button', { name: '晃个不停' }).click();
    await expect(live).toContainText('稳定');
    expect(await serious(page)).toEqual([]);
    // Also where a dialog stands in front: the empty crate is weighed there.
    await desk.press('NumpadMultiply');
    await expect(page.getByRole('dialog')).toBeVisible();
    await desk.press('Control+b');
    await expect(bench).toContainText('秤上是空的');
    await desk.press('Escape');

    await bench.getByLabel('练习小票机').click();
    await page.locator('.ant-select-item-option:visible', { hasText: '没纸了' }).click();
    await expect(page.getByRole('group', { name: '设备和状态' }).getByText('没纸了')).toBeVisible();
    await desk.press('NumpadEnter');
    await desk.step('grade');
    await measure(desk, '12.5', '0.4', '3', '0.5', '0', '90');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(page.locator('[data-role="posted"]')).toBeVisible();
    await bench.getByLabel('练习小票机').click();
    await page.locator('.ant-select-item-option:visible', { hasText: '好好的' }).click();
    await expect.poll(async () => (await desk.ask('print.jobs', { open: true })).rows.length, { timeout: 40_000 }).toBe(0);
    await bench.getByRole('button', { name: '看打出来的纸' }).click();
    const paper = page.getByRole('dialog', { name: '打出来的纸' });
    await expect(paper.getByRole('img')).toBeVisible();
    const shown = new Set<string>();
    for (let left = 0; left < 2; left += 1) {
      shown.add(await paper.locator('strong').first().innerText());
      await desk.press('ArrowLeft');
    }
    expect([...shown].toSorted()).toEqual(['批次标签', '磅单小票'].toSorted());
    expect(await serious(page)).toEqual([]);
    await desk.press('Escape');
    await expect(paper).toHaveCount(0);
    // The bench stands aside, and Escape closes it while a hand is on it.
    const left = async (): Promise<number> => (await bench.boundingBox())?.x ?? -1;
    const atFirst = await left();
    await bench.getByRole('button', { name: '挪到右边' }).click();
    expect(await left()).toBeGreaterThan(atFirst + 600);
    await bench.getByRole('button', { name: '挪到左边' }).focus();
    await desk.press('Escape');
    await expect(bench).toHaveCount(0);
    await desk.press('Control+l');
    await expect(bench).toBeVisible();
    await desk.press('Control+l');
    await expect(bench).toHaveCount(0);

    const [ticket] = (await desk.ask('ticket.list', {})).rows;
    await desk.go(`/tickets/${ticket?.id ?? ''}`);
    await page.getByRole('button', { name: '作废并重开' }).click();
    await desk.press('Digit1', 'Enter', 'Digit1');
    await expect(page.getByText('练习密码（没有改过的话）： 2580')).toBeVisible();
    await desk.type('2580');
    await desk.press('Enter');
    await expect.poll(async () => (await desk.ask('ticket.get', { id: ticket?.id ?? '' })).reversedBy).not.toBeNull();
  } finally {
    await desk.close();
  }
});
