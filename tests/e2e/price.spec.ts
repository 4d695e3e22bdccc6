import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { OfficeWindow } from './office-window.ts';

test('the morning prices are typed down one column, published, and hung up', async () => {
  test.setTimeout(120_000);
  const office = await OfficeWindow.openTraining();
  const { page } = office;
  try {
    await office.go('/prices');
    const first = page.locator('input[data-keys="number"]').first();
    await first.click();
    await page.keyboard.type('12.34');
    await page.keyboard.press('Enter');
    await page.keyboard.type('12,3');
    await expect(page.getByText('逗号看不明白', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: '公布新价' })).toBeDisabled();
    expect(await office.serious()).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('11');
    await expect(page.getByText('改了 2 个价')).toBeVisible();
    await page.keyboard.press('F9');
    await expect(page.getByText(/已公布价单 LX-/u)).toBeVisible();
    await expect(page.getByRole('row', { name: /一级/u }).first()).toContainText('12.34');
    const pdf = `${office.data}-board.pdf`;
    await office.answerSaveDialog(pdf);
    await page.keyboard.press('F8');
    await expect(page.getByRole('dialog').getByText('12.34 元/斤').first()).toBeVisible();
    expect(await office.serious()).toEqual([]);
    await page.getByRole('button', { name: '存成 PDF' }).click();
    await expect(page.getByText(/存好了/u)).toBeVisible({ timeout: 30_000 });
    expect(existsSync(pdf)).toBe(true);
    expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '看历史' }).first().click();
    await expect(page.getByRole('figure', { name: /共 2 张价单/u })).toBeVisible();
    expect(await office.serious()).toEqual([]);
  } finally {
    await office.close();
  }
});
