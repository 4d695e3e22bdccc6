import { expect, test } from '@playwright/test';
import { callUp } from '../support/desk-intake.ts';
import { DeskWindow, onNumpad } from './desk-window.ts';

test.describe('the yard', () => {
  let desk: DeskWindow;

  test.beforeEach(async () => {
    desk = await DeskWindow.open();
  });
  test.afterEach(async () => {
    await desk.close();
  });

  test('a vehicle is weighed full, waits in the yard over a reload, and is weighed empty, on the numpad alone', async () => {
    await callUp(desk, '0112');
    await desk.put(60_000);
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
    await desk.press('Shift+Numpad0', ...onNumpad('12345'), 'NumpadEnter');
    await desk.step('who');
    const queue = desk.page.getByRole('complementary', { name: '队列' });
    await expect(queue).toContainText('12345 李秀英');
    await expect(queue).toContainText('等了 0 分钟');
    await desk.ask('scale.simulate', { scaleId: 'training', change: { action: 'remove' } });
    await desk.page.reload();
    await desk.signIn();
    await desk.step('who');
    await desk.press('NumpadDivide', 'NumpadEnter');
    await desk.step('weigh');
    await expect(desk.page.locator('[data-role="second-pass"]')).toContainText('60.00');
    await desk.press('NumpadSubtract');
    await desk.press('NumpadEnter');
    await desk.step('weigh');
    await desk.put(16_250);
    await desk.press('NumpadAdd');
    await expect(desk.page.locator('[data-role="second-pass"]')).toHaveCount(0);
    await desk.press('NumpadEnter');
    await desk.step('grade');
    for (const figure of ['12.5', '0.4', '3', '0.5', '0', '90']) await desk.press(...onNumpad(figure), 'NumpadEnter');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.locator('[data-role="total"]')).toHaveText('¥1,015.00');
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toContainText('¥1,015.00');
    const { rows } = await desk.ask('ticket.list', {});
    const ticket = await desk.ask('ticket.get', { id: rows[0]?.id ?? '' });
    expect(ticket).toMatchObject({ netGrams: 43_750, note: '12345', typed: false });
    expect(ticket.weighings).toMatchObject([{ grossGrams: 60_000, tareGrams: 16_250, tareMethod: 'weighed' }]);
    expect(ticket.weighings[0]?.tare?.at).toBeGreaterThan(ticket.weighings[0]?.gross?.at ?? 0);
    expect((await desk.ask('draft.list', {})).rows).toEqual([]);
  });

  test('numbers are given on arrival, and the next one stands at the desk with their product', async () => {
    await desk.press('F5', 'NumpadEnter', 'NumpadEnter');
    await expect(desk.page.locator('[data-role="number-given"]')).toContainText('A001');
    await desk.press('NumpadEnter', 'F5', ...onNumpad('0112'));
    await expect(desk.page.getByRole('dialog')).toContainText('李秀英');
    await desk.press('NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
    await expect(desk.page.locator('[data-role="number-given"]')).toContainText('A002');
    await desk.press('NumpadEnter');
    const queue = desk.page.getByRole('complementary', { name: '队列' });
    await expect(queue).toContainText('A002');
    await desk.press('NumpadAdd');
    await expect(queue.locator('[data-state="called"]')).toHaveText('A001');
    await desk.press('NumpadAdd');
    await desk.step('what');
    await expect(desk.page.getByRole('complementary', { name: '本单' })).toContainText('李秀英');
    await expect(desk.page.getByRole('radio', { checked: true })).toContainText('1');
    expect((await desk.ask('queue.list', {})).rows.map((row) => row.state)).toEqual(['served', 'called']);
  });

  test('any basket is taken off and put back, and what goes back is asked for its reason', async () => {
    await callUp(desk, '0112');
    for (const grams of [20_000, 21_000, 22_000]) {
      await desk.put(grams);
      await desk.press('NumpadAdd');
      await desk.remove();
    }
    await desk.press('Shift+NumpadDecimal', 'Shift+Numpad8', 'NumpadSubtract');
    await expect(desk.page.getByRole('dialog')).toContainText('已去掉');
    await desk.press('NumpadEnter');
    await expect(desk.page.getByRole('complementary', { name: '本单' })).not.toContainText('21.00');
    await desk.press('Shift+NumpadDecimal', 'Shift+Numpad2', 'NumpadAdd', 'NumpadEnter');
    await expect(desk.page.getByRole('complementary', { name: '本单' })).toContainText('63.00');
    await desk.press('NumpadEnter');
    await desk.step('grade');
    for (const figure of ['12.5', '0.4', '3', '0.5', '0', '90']) await desk.press(...onNumpad(figure), 'NumpadEnter');
    await desk.press('NumpadMultiply', 'NumpadEnter', 'NumpadEnter', ...onNumpad('1.5'), 'NumpadAdd', 'NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter', 'Shift+Numpad2', 'NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
    const { rows } = await desk.ask('ticket.list', {});
    const ticket = await desk.ask('ticket.get', { id: rows[0]?.id ?? '' });
    expect(ticket).toMatchObject({ netGrams: 63_000, returnedGrams: 1_500, returns: [{ grams: 1_500, reason: '太小' }] });
    expect(ticket.weighings.map((weighing) => weighing.grossGrams)).toEqual([20_000, 21_000, 22_000]);
    expect(ticket.prints.map((job) => job.paper)).toContain('return_slip');
  });
});
