import { expect, test } from '@playwright/test';
import { serious } from '../support/axe-serious.ts';
import { callUp, measure, weighOne } from '../support/desk-intake.ts';
import { tabTo } from '../support/tab-to.ts';
import { DeskWindow, manager } from './desk-window.ts';

test('a machine and a blind sample speak at the desk, the sample decides, and the ticket is reversed without the mouse', async () => {
  test.setTimeout(120_000);
  const desk = await DeskWindow.open();
  const { page } = desk;
  const said = (text: string | RegExp) => page.locator('p[role="status"]', { hasText: text });
  try {
    const [chilli] = (await desk.ask('product.list', {})).rows;
    const productId = chilli?.id ?? '';
    const machine = await desk.ask('grading.saveMachine', { id: null, name: '色选机', active: true, newSecret: true }, manager);
    await callUp(desk, '0112');
    await weighOne(desk, 20_000);
    await expect.poll(async () => (await desk.ask('draft.list', {})).rows.length).toBe(1);
    const draftId = (await desk.ask('draft.list', {})).rows[0]?.id ?? '';
    await desk.ask('grading.propose', { draftId, productId, machineId: machine.id, secret: machine.secret ?? '', grade: 'G2', confidenceBp: 8_700, measures: [{ attribute: 'moisture_pct', value: '12.5' }] }, manager);
    await expect(said('机器 色选机 看是：二级 · 把握 87 %')).toBeVisible();
    await tabTo(page, '用机器量的数');
    await desk.press('Space');
    await expect(page.getByLabel(/水分/u)).toHaveValue('12.5');
    await page.getByLabel(/杂质/u).focus();
    await measure(desk, '0.4', '3', '0.5', '0', '90');

    // The sample goes into its bag by Tab and Space alone; until somebody else has looked at it, the desk waits for it.
    await desk.press('F4');
    await expect(page.getByRole('dialog')).toBeVisible();
    await tabTo(page, '取样盲评');
    await desk.press('Space');
    await tabTo(page, '取样');
    await desk.press('Space');
    await expect(page.getByRole('dialog')).toContainText('贴在样袋上');
    await desk.press('Escape');
    await expect(said(/样号 .*，等定级人看样/u)).toBeVisible();
    expect(await serious(page)).toEqual([]);
    const [sample] = (await desk.ask('grading.samples', {})).rows;
    await desk.ask('grading.gradeSample', { code: sample?.code ?? '', grade: 'G3', measures: [], reason: '有一半发白' }, manager);
    await expect(said(/样号 .*，已定：三级/u)).toBeVisible();
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(page.locator('[data-role="posted"]')).toBeVisible();
    const [row] = (await desk.ask('ticket.list', {})).rows;
    const ticket = await desk.ask('ticket.get', { id: row?.id ?? '' });
    expect(ticket).toMatchObject({ overridden: true });
    expect(ticket.lines.map(({ grade }) => grade)).toEqual(['G3']);

    await desk.press('Control+k');
    await desk.type(ticket.number);
    await expect(page.getByRole('option', { name: new RegExp(ticket.number, 'u') }).first()).toBeVisible();
    await desk.press('Enter');
    await expect(page.getByRole('heading', { name: ticket.number })).toBeVisible();
    await tabTo(page, '作废并重开');
    await desk.press('Space');
    await desk.press('Digit1', 'Enter');
    await expect(page.getByText('请第二个人选自己的名字')).toBeVisible();
    await desk.press('Digit1');
    await desk.type(manager.pin);
    await desk.press('Enter');
    await expect(page.getByText(/-R/u).first()).toBeVisible();
    expect((await desk.ask('ticket.get', { id: ticket.id })).reversedBy).toBe(`${ticket.number}-R`);
  } finally {
    await desk.close();
  }
});
