import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { CoreTalk } from './core-talk.ts';
import { OfficeWindow } from './office-window.ts';
import { stationEnvironment } from './practice-folder.ts';

test('a new cooperative is founded by keyboard, and nobody passes the recovery code without the paper', async () => {
  test.setTimeout(120_000);
  const office = await OfficeWindow.open('live');
  const { page } = office;
  const heading = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  try {
    expect(await office.serious()).toEqual([]);
    await page.keyboard.press('1');
    await heading('先做什么？');
    await page.keyboard.press('1');
    await heading('合作社叫什么？');
    await page.keyboard.press('Enter');
    await expect(page.getByText('请填合作社名称。')).toBeVisible();
    await page.keyboard.type('云岭农民专业合作社');
    await page.keyboard.press('Enter');
    await heading('这个服务站');
    await page.keyboard.type('云岭村服务站');
    await page.keyboard.press('Enter');
    await heading('谁在这里做事？');
    for (const word of ['王站长', '2580', '2580', '李会计', '1234', '1234']) {
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('4 到 8 位数字，不要连号、重号。')).toBeVisible();
    const accountant = page.getByRole('region', { name: '会计' });
    await accountant.getByLabel('密码', { exact: true }).fill('1470');
    await accountant.getByLabel('再输一遍密码').fill('1470');
    expect(await office.serious()).toEqual([]);
    await page.keyboard.press('Enter');
    await heading('收哪些产品？');
    await page.getByRole('checkbox', { name: /镇宁蜂糖李/u }).check();
    await expect(page.getByText('等级和指标是供参考的底稿，要合作社自己确认。')).toBeVisible();
    await page.keyboard.press('Enter');
    await heading(/镇宁蜂糖李/u);
    await page.keyboard.type('12.5');
    await expect(page.getByText('¥25.00/公斤')).toBeVisible();
    for (let field = 0; field < 4; field += 1) await page.keyboard.press('Enter');
    await heading('再看一眼');
    await page.keyboard.press('Enter');
    await heading('恢复码：一定要留在纸上');
    expect(await office.serious()).toEqual([]);
    const groups = await page.locator('ol li b').allTextContents();
    expect(groups).toHaveLength(8);
    // Core has its people by now and something changes; the code stays until it was written down.
    const talk = new CoreTalk(office.data, stationEnvironment(dirname(office.data)));
    const { people } = await talk.ask('session.state', {}, null);
    await talk.ask('session.prefer', { density: 'elder' }, { user: people.find(({ role }) => role === 'manager')?.login ?? '', pin: '2580' });
    await talk.end();
    await page.waitForTimeout(1_500);
    expect(await page.locator('ol li b').allTextContents()).toEqual(groups);
    const kept = `${office.data}-code.txt`;
    await office.answerSaveDialog(kept);
    await page.getByRole('button', { name: '存成文件' }).click();
    await expect(page.getByText('已存到', { exact: false })).toBeVisible();
    expect(readFileSync(kept, 'utf8')).toContain(groups.join('-'));
    await page.keyboard.press('Enter');
    await heading('照着纸上的输两组');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').first()).toBeVisible();
    for (const label of await page.locator('label').allTextContents()) {
      const group = Number(/\d/u.exec(label)?.[0] ?? '0');
      await page.getByLabel(label).fill((groups[group - 1] ?? '').toLowerCase());
    }
    await page.keyboard.press('Enter');
    await office.signIn('李会计', '1470');
    await office.go('/prices');
    await expect(page.getByRole('row', { name: /4A/u })).toContainText('12.50');
  } finally {
    await office.close();
  }
});

test('an empty practice folder gives three people with their PINs at one press', async () => {
  test.setTimeout(120_000);
  const office = await OfficeWindow.openTraining();
  try {
    await office.go('/members');
    await expect(office.page.getByText('30 人')).toBeVisible();
  } finally {
    await office.close();
  }
});
