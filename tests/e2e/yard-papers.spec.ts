import { expect, test } from '@playwright/test';
import { serious } from '../support/axe-serious.ts';
import { callUp, measure, weighOne } from '../support/desk-intake.ts';
import { DeskWindow, manager, onNumpad } from './desk-window.ts';

test.describe('what the yard writes down', () => {
  let desk: DeskWindow;

  test.beforeEach(async () => {
    desk = await DeskWindow.open();
  });
  test.afterEach(async () => {
    await desk.close();
  });

  const go = (path: string): Promise<void> => desk.page.evaluate((hash) => { window.location.hash = hash; }, path);

  test('a weight ten times the usual is asked about once and noted with the answer', async () => {
    const member = (await desk.ask('member.search', { text: '0112' })).rows[0];
    const product = (await desk.ask('product.list', {})).rows.find((row) => row.code === 'CHILI-CTJ');
    const price = (await desk.ask('price.board', {})).rows.find((row) => row.productId === product?.id && row.grade === 'G1');
    for (let index = 0; index < 5; index += 1) {
      await desk.ask('ticket.post', {
        draftId: `01JD000000000000000000000${String(index)}`, owners: [{ memberId: member?.id ?? '', share: 1 }], productId: product?.id ?? '', returnedGrams: 0, sortingLossGrams: 0, measures: [], paperNo: null, note: null,
        baskets: [{ gross: { kind: 'typed', grams: 5_000, reason: '停电' }, tare: { kind: 'none' } }], parts: [{ grade: 'G1', netGrams: null, overrideReason: '凭眼力', deductions: [] }], expectedTotalFen: 5 * ((price?.priceE4 ?? 0) / 100),
      });
    }
    await expect(desk.page.locator('[data-role="countersign"]')).toContainText('5');
    await callUp(desk, '0112');
    await weighOne(desk, 60_000);
    await measure(desk, '12.5', '0.4', '3', '0.5', '0', '90');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(desk.page.getByRole('dialog')).toContainText('平时 10.0 斤 左右，这次 120.0 斤');
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
  });

  test('crates are lent on their page, and the desk says how many the member has', async () => {
    await go('/crates');
    await expect(desk.page.getByRole('button', { name: '借出' })).toBeEnabled();
    await desk.press('F2');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await desk.type('0112');
    await expect(desk.page.locator('.ant-select-item-option').first()).toContainText('李秀英');
    await desk.press('Enter');
    await desk.page.getByRole('dialog').locator('input[data-keys="number"]').first().fill('6');
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('Enter');
    await expect(desk.page.getByText('李秀英借了 6 只周转箱')).toBeVisible();
    expect(await serious(desk.page)).toEqual([]);
    // A slip that got lost is seen from the book of the crates and printed again.
    await desk.page.getByRole('row', { name: /李秀英/u }).click();
    await desk.page.getByRole('button', { name: /：看单、补打/u }).click();
    await expect(desk.page.getByRole('dialog').getByRole('img')).toBeVisible();
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('F8');
    await expect(desk.page.getByText('第 1 份副本已排队去打。')).toBeVisible();
    await desk.press('Escape');
    await go('/intake');
    await desk.step('who');
    await desk.press(...onNumpad('0112'));
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="crates"]')).toHaveText('周转箱 6 只');
  });

  test('a line of the paper book is entered from field to field and stands marked on its ticket', async () => {
    const product = (await desk.ask('product.list', {})).rows.find((row) => row.code === 'CHILI-CTJ');
    const minute = 60_000;
    const writtenAt = Math.floor(Date.now() / minute - 4) * minute;
    // From the very minute of the page: the first prices of the station may lie anywhere before or after it.
    await desk.ask('price.publish', { effectiveFrom: writtenAt, note: null, rows: [{ productId: product?.id ?? '', grade: 'G1', priceE4: 200_000 }] }, manager);
    await go('/paper-book');
    const field = (label: string) => desk.page.getByLabel(label, { exact: true });
    await field('页号').fill('12-3');
    await field('时间').fill(new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(writtenAt));
    const choose = async (label: string, text: string): Promise<void> => {
      await field(label).click();
      await desk.page.locator('.ant-select-item-option:visible', { hasText: text }).first().click();
    };
    await field('找卖家').click();
    await expect(field('找卖家')).toHaveAttribute('aria-expanded', 'true');
    await desk.type('0112');
    await expect(field('找卖家')).toHaveValue('0112');
    const found = desk.page.locator('.ant-select-item-option:visible', { hasText: '李秀英' });
    await expect(found).toHaveCount(1);
    await found.click();
    await choose('产品', '遵义朝天椒');
    await choose('等级', '一级');
    await field('毛重').fill('43.75');
    await expect(desk.page.locator('[data-role="paper-amount"]')).toHaveText('¥875.00');
    expect(await serious(desk.page)).toEqual([]);
    await field('皮重').fill('0.9');
    await desk.press('Enter');
    await expect(desk.page.getByText('12-3 号已补录')).toBeVisible();
    await expect(field('页号')).toHaveValue('12-4');
    const pick = async (at: number, code: string, name: string): Promise<void> => {
      await field('找卖家').nth(at).click();
      await desk.type(code);
      const one = desk.page.locator('.ant-select-item-option:visible', { hasText: name });
      await expect(one).toHaveCount(1);
      await one.click();
    };
    await pick(0, '0112', '李秀英');
    await desk.press('F4');
    await pick(1, 'zjg', 'M0001');
    await choose('怎么分', '按百分比');
    await field('第 1 筐毛重').fill('50');
    await desk.page.getByRole('textbox', { name: /李秀英/u }).fill('60');
    await field('退回').fill('1.5');
    await field('为什么退').fill('有烂的');
    await expect(desk.page.locator('[data-role="own-part"]').first()).toContainText('¥582.00');
    await expect(desk.page.locator('[data-role="paper-amount"]')).toHaveText('¥970.00');
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('F9');
    await expect(desk.page.getByText('12-4 号已补录')).toBeVisible();
    const [whole] = (await desk.ask('ticket.list', {})).rows;
    expect(whole).toMatchObject({ owners: 2, netGrams: 50_000, returnedGrams: 1_500, totalFen: 97_000 });
    const { rows } = await desk.ask('ticket.list', {});
    expect(rows).toMatchObject([{ netGrams: 50_000 }, { typed: true, netGrams: 42_850, awaitingCountersign: true }]);
    await go(`/tickets/${rows[1]?.id ?? ''}`);
    await expect(desk.page.locator('[data-role="yard-facts"]')).toContainText('据纸本补录：12-3 号');
  });
});
