import { expect, test } from '@playwright/test';
import { DeskWindow, manager, onNumpad } from './desk-window.ts';

/** A number on the numpad, digit by digit. The numpad of the test stands without Num Lock, and Shift turns it for one press. */

test.describe('the intake desk', () => {
  let desk: DeskWindow;

  test.beforeEach(async () => {
    desk = await DeskWindow.open();
  });
  test.afterEach(async () => {
    await desk.close();
  });

  /** 李秀英 of 大寨组, by the last four digits of her phone. */
  const chooseLi = async (): Promise<void> => {
    await desk.press(...onNumpad('0112'));
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter');
    await desk.step('what');
  };
  const chooseChilli = async (): Promise<void> => {
    await desk.press('Shift+Numpad1', 'NumpadEnter');
    await desk.step('weigh');
  };
  /** All six measures of chilli, so that the first grade is proposed. */
  const firstGrade = async (): Promise<void> => {
    for (const figure of ['12.5', '0.4', '3', '0.5', '0', '90']) await desk.press(...onNumpad(figure), 'NumpadEnter');
    await expect(desk.page.locator('[data-proposed]')).toHaveAttribute('data-grade', 'G1');
  };
  const bambooBasket = async (): Promise<void> => {
    await desk.press('NumpadMultiply', 'Shift+Numpad1', 'NumpadEnter');
    await expect(desk.page.getByText('竹篓 × 1')).toBeVisible();
  };
  const take = async (grams: number, number: number): Promise<void> => {
    await desk.put(grams);
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(number + 1);
    await desk.remove();
  };

  test('a delivery goes from the search to the posted ticket on the numpad alone', async () => {
    await chooseLi();
    await chooseChilli();
    await bambooBasket();
    await take(23_450, 1);
    await take(22_100, 2);
    await desk.press('NumpadEnter');
    await desk.step('grade');
    await firstGrade();
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.locator('[data-role="total"]')).toHaveText('¥1,015.00');
    await expect(desk.page.getByText('壹仟零壹拾伍元整').first()).toBeVisible();
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toContainText('LX-GZ01A-T-');
    await expect(desk.page.locator('[data-role="posted"]')).toContainText('¥1,015.00');
    await expect(desk.page.getByRole('textbox')).toBeFocused();
    const tickets = await desk.ask('ticket.list', {});
    expect(tickets.rows).toMatchObject([{ memberName: '李秀英', netGrams: 43_750, totalFen: 101_500, typed: false, overridden: false, baskets: 2 }]);
    const ticket = await desk.ask('ticket.get', { id: tickets.rows[0]?.id ?? '' });
    expect(ticket.weighings.every((weighing) => weighing.gross !== null && weighing.gross.raw.length > 0)).toBe(true);
    expect((await desk.ask('draft.list', {})).rows).toEqual([]);
  });

  test('a basket that still stands on the scale is not taken twice', async () => {
    await chooseLi();
    await chooseChilli();
    await desk.put(20_000);
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
    await desk.press('NumpadAdd', 'NumpadAdd');
    await expect(desk.page.getByRole('alert')).toBeVisible();
    await expect(desk.page.getByRole('row')).toHaveCount(2);
  });

  test('an overloaded or moving scale is said in words and gives no basket; a pulled cable makes the weight stale', async () => {
    await chooseLi();
    await chooseChilli();
    const fault = (name: 'overload' | 'unstable' | 'cable_out', on: boolean) => desk.ask('scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: name, on } });
    await desk.put(20_000);
    await fault('overload', true);
    await expect(desk.page.getByText('超重，请卸下一些')).toBeVisible();
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('alert')).toContainText('没有取重');
    await fault('overload', false);
    await fault('unstable', true);
    await expect(desk.page.getByText('在动，等一等')).toBeVisible();
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(0);
    await fault('unstable', false);
    await desk.put(20_000);
    await fault('cable_out', true);
    await expect(desk.page.locator('[data-kind="stale"], [data-kind="unplugged"]')).toBeVisible();
  });

  test('a weight by hand has its numbered reason, is marked, and the ticket awaits a second person', async () => {
    await chooseLi();
    await chooseChilli();
    await desk.press('F5', ...onNumpad('30'), 'NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
    await desk.press('NumpadEnter', 'NumpadAdd', 'Shift+Numpad1', 'NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toContainText('等第二个人签');
    expect((await desk.ask('ticket.list', {})).rows).toMatchObject([{ typed: true, overridden: true, netGrams: 15_000, awaitingCountersign: true }]);
  });

  test('a half-entered ticket is there again after the window is loaded anew, down to the last digit typed', async () => {
    await chooseLi();
    await chooseChilli();
    await take(23_450, 1);
    await desk.press('NumpadEnter');
    await desk.step('grade');
    await desk.press(...onNumpad('12.'));
    await expect.poll(async () => (await desk.ask('draft.list', {})).rows[0]?.payload['measures']).toEqual({ moisture_pct: '12.' });
    await desk.page.reload();
    await desk.signIn();
    await desk.step('grade');
    await expect(desk.page.getByText('李秀英').first()).toBeVisible();
    await expect(desk.page.locator('input').first()).toHaveValue('12.');
    await expect(desk.page.getByText('接着上次没做完的')).toBeVisible();
    await desk.press('NumpadSubtract');
    await desk.step('weigh');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
  });

  test('a ticket is put aside and taken up again by number, and the one on the desk waits in its place', async () => {
    await chooseLi();
    await chooseChilli();
    await take(23_450, 1);
    await desk.press('NumpadDivide');
    await desk.step('who');
    await expect(desk.page.getByRole('complementary', { name: '队列' })).toContainText('李秀英');
    await desk.type('M0001');
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter');
    await desk.step('what');
    await desk.press('F7', 'Shift+Numpad1', 'NumpadEnter');
    await desk.step('weigh');
    await expect(desk.page.getByRole('complementary', { name: '本单' })).toContainText('李秀英');
    await expect(desk.page.getByRole('complementary', { name: '队列' })).toContainText('张建国');
  });

  test('a price that changed shows both amounts, and Enter accepts the new one', async () => {
    await chooseLi();
    await chooseChilli();
    await take(10_000, 1);
    await desk.press('NumpadEnter');
    await firstGrade();
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.locator('[data-role="total"]')).toHaveText('¥232.00');
    const product = (await desk.ask('product.list', {})).rows.find((row) => row.code === 'CHILI-CTJ');
    const publish = desk.ask('price.publish', { note: null, rows: [{ productId: product?.id ?? '', grade: 'G1', priceE4: 250_000 }] }, manager);
    // Enter and the new sheet may cross; the amount that was read out must not be paid by surprise.
    await desk.press('NumpadEnter');
    await publish;
    const changed = desk.page.getByText('价变了');
    const posted = desk.page.locator('[data-role="posted"]');
    await expect(changed.or(posted)).toBeVisible();
    if (await changed.isVisible()) {
      await expect(desk.page.locator('[data-role="total"]')).toHaveText('¥250.00');
      await desk.press('NumpadEnter');
    }
    await expect(posted).toBeVisible();
  });

  test('a new seller is added from the search, and Enter goes from field to field', async () => {
    await desk.type('13900001234');
    await expect(desk.page.getByText('没有找到')).toBeVisible();
    await desk.press('Enter');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await desk.type('周新来');
    await desk.press('Enter', 'Enter');
    await desk.type('石桥组');
    await desk.press('Enter', 'Digit2', 'Enter');
    await desk.step('what');
    const found = await desk.ask('member.search', { text: '周新来' });
    expect(found.rows).toMatchObject([{ name: '周新来', houseGroup: '石桥组', kind: 'member', phoneMasked: '139****1234' }]);
  });

  test('Enter that ends a Chinese composition chooses nobody', async () => {
    await desk.type('0112');
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.page.getByRole('textbox').dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
    await desk.step('who');
  });

  test('goods sorted into two grades, some returned, are paid by their grades, and a delivery refused whole goes without one', async () => {
    await chooseLi();
    await chooseChilli();
    await take(40_000, 1);
    await desk.press('NumpadEnter');
    await firstGrade();
    await desk.press('NumpadMultiply', ...onNumpad('10'), 'NumpadEnter', 'NumpadEnter', ...onNumpad('1.5'), 'NumpadAdd');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
    const { rows } = await desk.ask('ticket.list', {});
    const ticket = await desk.ask('ticket.get', { id: rows[0]?.id ?? '' });
    expect(ticket.lines.map((line) => [line.grade, line.netGrams])).toEqual([['G1', 28_500], ['G2', 10_000]]);
    expect(ticket.returnedGrams).toBe(1_500);
    await desk.press('NumpadEnter');
    await desk.step('who');
    await expect(desk.page.getByRole('button', { name: '现在付钱' })).toBeVisible();
    await chooseLi();
    await chooseChilli();
    await take(40_000, 1);
    await desk.press('NumpadEnter', 'NumpadMultiply', 'NumpadEnter', 'NumpadEnter', 'NumpadEnter', ...onNumpad('40'));
    await expect(desk.page.getByText('全部退回：不用定级')).toBeVisible();
    await desk.press('NumpadAdd');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter', 'Shift+Numpad1', 'NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
    const refused = await desk.ask('ticket.get', { id: (await desk.ask('ticket.list', {})).rows[0]?.id ?? '' });
    expect(refused).toMatchObject({ lines: [], totalFen: 0, returnedGrams: 40_000, netGrams: 40_000 });
    expect(refused.prints.map((job) => job.paper).toSorted()).toEqual(['receipt', 'return_slip']);
    await desk.press('NumpadEnter');
    await desk.step('who');
    await expect(desk.page.getByRole('button', { name: '现在付钱' })).toHaveCount(0);
  });
});
