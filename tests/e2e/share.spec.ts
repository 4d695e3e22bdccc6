import { expect, test } from '@playwright/test';
import { DeskWindow, onNumpad } from './desk-window.ts';

/** A number on the numpad, digit by digit. The numpad of the test stands without Num Lock, and Shift turns it for one press. */

test.describe('one cart of three households', () => {
  let desk: DeskWindow;

  test.beforeEach(async () => {
    desk = await DeskWindow.open();
  });
  test.afterEach(async () => {
    await desk.close();
  });

  const addOwner = async (name: string): Promise<void> => {
    await desk.type(name);
    await expect(desk.page.getByRole('dialog').getByText('按 Enter 加上')).toContainText(name);
    await desk.press('NumpadEnter');
    await expect(desk.page.getByRole('dialog').getByRole('textbox', { name })).toBeVisible();
  };

  test('the shares are typed on the numpad, the last household takes the rest, and the parts are the ticket', async () => {
    await desk.press(...onNumpad('0112'));
    await expect(desk.page.getByRole('option')).toHaveCount(1);
    await desk.press('NumpadEnter');
    await desk.step('what');
    await desk.press('F2');
    await desk.step('who');
    await desk.press('F4');
    await addOwner('杨通海');
    await addOwner('吴老往');
    await desk.press('NumpadMultiply', 'NumpadEnter', ...onNumpad('33.33'), 'NumpadEnter', ...onNumpad('33.33'), 'NumpadEnter');
    await expect(desk.page.getByRole('status').filter({ hasText: '正好分完' })).toBeVisible();
    await desk.press('NumpadEnter');
    await expect(desk.page.getByRole('dialog')).toHaveCount(0);
    await desk.press('NumpadEnter');
    await desk.step('what');
    await desk.press('Shift+Numpad1', 'NumpadEnter');
    await desk.step('weigh');
    await desk.put(20_010);
    await desk.press('NumpadAdd');
    await expect(desk.page.getByRole('row')).toHaveCount(2);
    await desk.remove();
    await desk.press('NumpadEnter');
    await desk.step('grade');
    for (const figure of ['12.5', '0.4', '3', '0.5', '0', '90']) await desk.press(...onNumpad(figure), 'NumpadEnter');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('F4', 'NumpadEnter', ...onNumpad('50'));
    await expect(desk.page.locator('[data-role="own-part"]').first()).toBeVisible();
    await desk.press(...Array.from({ length: 2 }, () => 'NumpadEnter'), ...onNumpad('17'));
    await expect(desk.page.getByRole('status').filter({ hasText: '多分了 0.33%' })).toBeVisible();
    await desk.press('NumpadAdd', 'NumpadEnter');
    await desk.step('confirm');
    await expect(desk.page.getByText('几家分的数对不上')).toBeVisible();
    expect((await desk.ask('ticket.list', {})).rows).toEqual([]);
    await desk.press('F4', 'NumpadEnter', 'NumpadEnter', 'NumpadEnter', 'Backspace');
    await expect(desk.page.locator('[data-role="own-part"]')).toHaveCount(3);
    await desk.press('NumpadAdd', 'NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toContainText('LX-GZ01A-T-');
    const [row] = (await desk.ask('ticket.list', {})).rows;
    const ticket = await desk.ask('ticket.get', { id: row?.id ?? '' });
    expect(ticket.ownerParts.map((part) => [part.memberName, part.share, part.settlementGrams])).toEqual([['李秀英', 5_000, 10_005], ['杨通海', 3_333, 6_669], ['吴老往', 1_667, 3_336]]);
    expect(ticket.ownerParts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(row?.totalFen);
  });
});
