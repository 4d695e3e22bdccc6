import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DeskWindow, onNumpad } from './desk-window.ts';

test.setTimeout(120_000);

/** A number on the numpad, digit by digit. */

test.describe('the book of the scale', () => {
  let desk: DeskWindow;
  let folder: string;

  test.beforeEach(async () => {
    desk = await DeskWindow.open();
    folder = mkdtempSync(join(tmpdir(), 'proof-'));
  });
  test.afterEach(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const load = async (grams: number): Promise<void> => {
    await desk.ask('scale.simulate', { scaleId: 'training', change: grams === 0 ? { action: 'remove' } : { action: 'put', grams } });
    await expect(desk.page.locator('dialog [data-kind="live"][data-state="good"] output')).toHaveText((grams / 1000).toFixed(2));
  };

  test('the clerk checks zero and a test weight in the morning, and the frames of a ticket give its weight again', async () => {
    const { page } = desk;
    await expect(page.getByRole('button', { name: /要校零/u })).toBeVisible();
    await desk.go('/scale-book');
    await expect(page.getByText('台账还是空的')).toBeVisible();
    await desk.press('F2');
    await expect(page.getByRole('dialog', { name: /校零/u }).locator('[data-kind="live"][data-state="good"]')).toBeVisible();
    await desk.press('Enter');
    await expect(page.getByText('校零合格，可以开秤了')).toBeVisible();
    await desk.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await desk.press('F3', ...onNumpad('20'), 'NumpadEnter');
    await load(20_000);
    await desk.press('NumpadEnter');
    await expect(page.getByText('砝码合格', { exact: true })).toBeVisible();
    await desk.press('Enter');
    const table = page.getByRole('table', { name: '台账' });
    await expect(table.getByRole('row')).toHaveCount(3);
    await expect(table.getByText('LX-GZ01A-W-2026-000002')).toBeVisible();
    await expect(page.getByText('放过 1 次砝码，0 次不合格', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: /要校零/u })).toHaveCount(0, { timeout: 10_000 });
    const book = await desk.ask('scale_book.list', {});
    expect(book.rows).toMatchObject([{ kind: 'test_weight', errorGrams: 0, passed: true, typed: false }, { kind: 'zero_check', passed: true, typed: false }]);
    expect(book.rows.every((row) => row.reading !== null && row.reading.raw.length >= 3)).toBe(true);

    await desk.openDesk();
    await desk.press(...onNumpad('0112'), 'NumpadEnter');
    await desk.step('what');
    await desk.press('Shift+Numpad1', 'NumpadEnter');
    await desk.step('weigh');
    await desk.put(23_450);
    await desk.press('NumpadAdd');
    await expect(page.getByRole('row')).toHaveCount(2);
    await desk.press('NumpadEnter');
    await desk.step('grade');
    for (const figure of ['12.5', '0.4', '3', '0.5', '0', '90']) await desk.press(...onNumpad(figure), 'NumpadEnter');
    await desk.press('NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(page.locator('[data-role="posted"]')).toContainText('LX-GZ01A-T-');

    const ticket = (await desk.ask('ticket.list', {})).rows[0];
    await desk.go(`/tickets/${ticket?.id ?? ''}`);
    await page.getByRole('button', { name: '凭据全部展开' }).click();
    await expect(page.getByText('帧里解出来是 23.45 kg：对得上')).toBeVisible();
    const path = join(folder, 'proof.json');
    await desk.answerSaveDialog(path);
    await page.getByRole('button', { name: '导出凭据' }).click();
    await expect(page.getByText(/proof\.json/u)).toBeVisible();
    const proof = JSON.parse(readFileSync(path, 'utf8')) as { weights: Array<{ outcome: string }>; document: { number: string } };
    expect(proof).toMatchObject({ weights: [{ outcome: 'agrees' }], document: { number: ticket?.number } });
  });
});
