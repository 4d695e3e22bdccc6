import { expect, test } from '@playwright/test';
import { addDays, businessDate } from '../../electron/domain/business-date.ts';
import { serious } from '../support/axe-serious.ts';
import { measure, weighOne } from '../support/desk-intake.ts';
import { DeskWindow, manager, onNumpad } from './desk-window.ts';

test.describe('goods under a contract', () => {
  let desk: DeskWindow;
  test.beforeEach(async () => {
    desk = await DeskWindow.open();
  });
  test.afterEach(async () => {
    await desk.close();
  });

  test('a delivery that crosses the quota is said kindly, split on the confirm page, and stands on the ticket as two lines', async () => {
    const today = businessDate(Date.now());
    const member = (await desk.ask('member.search', { text: '0112' })).rows[0]?.id ?? '';
    const product = (await desk.ask('product.list', {})).rows.find((row) => row.code === 'CHILI-CTJ')?.id ?? '';
    const grades = ['G1', 'G2', 'G3'];
    await desk.ask('price.publish', { note: null, rows: grades.map((grade) => ({ productId: product, grade, priceE4: 260_000 })) }, manager);
    const contract = await desk.ask('contract.sign', {
      memberId: member, productId: product, grade: null, validFrom: addDays(today, -30), validTo: addDays(today, 30), quotaGrams: 10_000, floorE4: 300_000, paperNo: null, signedOn: today, note: null,
    }, manager);
    await desk.press(...onNumpad('0112'));
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter', 'Shift+Numpad1');
    await expect(desk.page.locator('[data-role="schedules"]')).toHaveText('合同内还剩 20.0 斤，至少 ¥15.00/斤');
    await desk.press('NumpadEnter');
    await desk.step('weigh');
    await weighOne(desk, 15_000);
    await measure(desk, '12.5', '0.4', '3', '0.5', '0', '90');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.locator('[data-role="total"]')).toHaveText('¥430.00');
    await expect(desk.page.locator('section [data-part="inside"]')).toContainText('合同内¥300.00');
    await expect(desk.page.locator('section [data-part="beyond"]')).toContainText('超出合同¥130.00');
    await expect(desk.page.getByRole('img', { name: '要打印的过磅单' })).toBeVisible();
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toContainText('LX-GZ01A-T-');
    const [row] = (await desk.ask('ticket.list', {})).rows;
    const ticket = await desk.ask('ticket.get', { id: row?.id ?? '' });
    expect(ticket.lines.map((line) => [line.terms?.part, line.netGrams, line.priceE4, line.amountFen])).toEqual([['inside', 10_000, 300_000, 30_000], ['beyond', 5_000, 260_000, 13_000]]);
    await desk.go(`/tickets/${row?.id ?? ''}`);
    await expect(desk.page.getByRole('button', { name: contract.number })).toHaveCount(2);
    await desk.go('/contracts');
    const filled = desk.page.getByRole('row', { name: /李秀英/u }).getByRole('progressbar');
    await expect(filled).toHaveAttribute('aria-valuenow', '10000');
    await expect(filled).toHaveAttribute('aria-label', '已交 20.0 斤，合同 20.0 斤');
    expect(await serious(desk.page)).toEqual([]);
  });
});
