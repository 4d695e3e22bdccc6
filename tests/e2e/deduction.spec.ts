import { expect, test } from '@playwright/test';
import { callUp, deskAnew, measure, weighOne } from '../support/desk-intake.ts';
import { tabTo } from '../support/tab-to.ts';
import { DeskWindow, manager } from './desk-window.ts';
import { OfficeWindow } from './office-window.ts';

test('a delivery loses weight for water and price for damage: the desk says so at once, the slip is shown, the ticket keeps them apart', async () => {
  const desk = await DeskWindow.open();
  try {
    const [chilli] = (await desk.ask('product.list', {})).rows;
    const grades = chilli?.scheme?.definition.grades ?? [];
    await desk.ask('price.publish', { note: null, rows: grades.map((grade) => ({ productId: chilli?.id ?? '', grade: grade.id, priceE4: 30_000 })) }, manager);
    await desk.ask('deduction.publish', {
      productId: chilli?.id ?? '', basedOn: null, effectiveFrom: null, reason: '成员大会定的', rule: 'added',
      terms: [
        { factor: 'defect', nameZh: '残次扣价', nameEn: 'Damage', acts: 'price_share', method: 'step_table', basePct: '1', rejectAbovePct: null, rows: [{ atPct: '1', stepPct: '0.5', takes: 100 }] },
        { factor: 'moisture', nameZh: '扣水', nameEn: 'Moisture', acts: 'weight', method: 'interpolated', basePct: '14', rejectAbovePct: '18', rows: [{ atPct: '15', stepPct: null, takes: 200 }, { atPct: '18', stepPct: null, takes: 1_100 }] },
      ],
    }, manager);
    await deskAnew(desk);
    await callUp(desk, '0112');
    await weighOne(desk, 20_000);
    const [basket] = (await desk.ask('draft.list', {})).rows;
    expect(basket).toBeDefined();
    await measure(desk, '14.6');
    await expect(desk.page.locator('[data-role="cuts"]')).toContainText(/扣水 14.6%−0.\d+ 斤/u);
    await measure(desk, '0.4', '2.2', '0.5', '0', '90');
    await expect(desk.page.locator('[data-role="cuts"]').nth(1)).toContainText('残次扣价 2.2%−¥0.03/斤');
    await desk.press('Shift+Numpad1', 'NumpadEnter');
    if (await desk.page.getByRole('dialog').isVisible()) await desk.press('Shift+Numpad3', 'NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.getByRole('img', { name: '要打印的过磅单' })).toBeVisible();
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
    const [row] = (await desk.ask('ticket.list', {})).rows;
    const ticket = await desk.ask('ticket.get', { id: row?.id ?? '' });
    const [line] = ticket.lines;
    const taken = Math.round(ticket.netGrams * 0.012 / 10) * 10;
    expect(line).toMatchObject({ termsNumber: 1, priceE4: 29_400, deductions: [{ factor: 'moisture', measured: '14.6' }], discounts: [{ factor: 'defect', measured: '2.2', priceBeforeE4: 30_000, priceAfterE4: 29_400 }] });
    expect(Math.abs((line?.deductions[0]?.takenGrams ?? 0) - taken)).toBeLessThanOrEqual(10);
    expect(ticket.awaitingCountersign).toBe(false);
    await desk.go(`/tickets/${ticket.id}`);
    await expect(desk.page.getByText('残次扣价 量得 2.2%', { exact: false })).toContainText('每公斤 3.00 → 2.94 元');
    await expect(desk.page.getByText('扣水 量得 14.6%', { exact: false })).toBeVisible();
  } finally {
    await desk.close();
  }
});

test('a manager orders the factors by keyboard, sees 98.80 kg at 3.00 beside it, reads the two-axis table and publishes', async () => {
  const office = await OfficeWindow.openTraining();
  const { page } = office;
  try {
    await office.go('/products');
    await page.getByText('遵义朝天椒').first().click();
    await page.getByRole('button', { name: '扣水扣价' }).click();
    await expect(page.getByText('还没有公布过；下面是分级标准里建议的')).toBeVisible();
    const first = page.locator('[data-term]').first();
    await first.getByLabel('单据上的名字').fill('水分');
    await first.getByLabel('怎么算').selectOption('interpolated');
    await first.getByLabel('标准 %（到这里不扣）').fill('14');
    await first.getByLabel('超过多少 % 不收（可空）').fill('18');
    await first.getByLabel('水分 第 1 行 到 %').fill('18');
    await first.getByLabel('水分 第 1 行 扣重 %').fill('8');
    const example = page.locator('[data-role="example"]');
    await page.getByLabel('单价').fill('3.00');
    await page.getByLabel('水分 量得').fill('14.6');
    for (const field of await page.getByLabel(/杂.* 量得/u).all()) await field.fill('0');
    await expect(example).toContainText('14.6% 水分');
    await expect(example).toContainText('100.00 公斤 → 98.80 公斤，每公斤 3.00 元');
    const names = page.locator('[data-term] strong');
    await expect(names.first()).toHaveText('1. 水分');
    await page.getByLabel('几样一起怎么扣').focus();
    await tabTo(page, '水分 往后挪');
    await page.keyboard.press('Space');
    await expect(names.nth(1)).toHaveText('2. 水分');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('水分 往前挪');
    await page.keyboard.press('Space');
    await expect(names.first()).toHaveText('1. 水分');
    const marked = page.locator('td[data-marked]');
    await expect(marked).toHaveText('2.96 ◆'.replace('2.96', '2.964'));
    await expect(page.locator('td[data-tone="refused"]').first()).toHaveText('不收');
    expect(await office.serious()).toEqual([]);
    await page.getByLabel('为什么改、谁定的').fill('成员大会定的');
    await page.getByRole('button', { name: '公布这一版' }).click();
    await expect(page.getByText('第 1 版已公布')).toBeVisible();
    await expect(page.getByText('王站长 公布：成员大会定的')).toBeVisible();
    await expect(page.getByText('正在用')).toBeVisible();
    expect(await office.serious()).toEqual([]);
  } finally {
    await office.close();
  }
});
