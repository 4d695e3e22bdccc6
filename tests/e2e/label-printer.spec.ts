import { expect, test } from '@playwright/test';
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts';
import { burntLabel } from '../support/label-paper.ts';
import { readLabelCodes } from '../support/qr-reader.ts';
import { parseTspl } from '../support/tspl-parser.ts';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
let printer: FakePrinter;
test.setTimeout(180_000);
test.beforeAll(async () => {
  printer = await startFakePrinter();
  office = await OfficeWindow.openTraining();
});
test.afterAll(async () => {
  await office.close();
  await printer.close();
});

test('a label printer of 300 dpi is set up by hand, and its test label comes out strictly as told', async () => {
  const { page } = office;
  await office.go('/settings/printers');
  await expect(page.getByRole('heading', { level: 1, name: '打印机' })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByRole('button', { name: '自己填' }).click();
  const dialog = page.getByRole('dialog', { name: '打印机' });
  await dialog.getByLabel('名称').fill('仓库标签');
  const choose = async (field: string, value: string): Promise<void> => {
    await dialog.getByLabel(field, { exact: true }).click();
    await page.getByTitle(value, { exact: true }).last().click();
  };
  await choose('种类', '标签打印机（TSPL，国产多数）');
  await choose('标签大小', '宽 40 × 高 30 毫米');
  await choose('空隙或黑标多高', '3 毫米');
  await choose('打印头多细', '300 点（更细）');
  await dialog.getByLabel('网络地址').fill('127.0.0.1');
  await dialog.getByLabel('端口号').fill(String(printer.port));
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: '仓库标签' }) }).last();
  await card.getByRole('button', { name: '打试纸', exact: true }).click();
  await expect(card.getByText('试纸已送出，请看纸上清不清楚。')).toBeVisible({ timeout: 20_000 });
  const label = parseTspl(printer.jobs[0] ?? Buffer.alloc(0), 11.8);
  expect([label.widthDots, label.heightDots, label.copies]).toEqual([472, 354, 1]);
  expect((printer.jobs[0] ?? Buffer.alloc(0)).toString('latin1')).toContain('GAP 3 mm,0 mm');
  expect((await readLabelCodes(await burntLabel(label, 0))).qr[0]).toMatch(/^VS-TEST\|printer-/u);
});

test('a member gets a card and crates get their numbers, each seen before it is printed', async () => {
  const { page } = office;
  await office.go('/members');
  await page.locator('main').getByRole('row').nth(1).click();
  await page.getByRole('button', { name: '打成员证' }).click();
  await expect(page.getByRole('img', { name: '标签的样子' })).toBeVisible({ timeout: 20_000 });
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/的标签已排队去打，共 1 张。/u)).toBeVisible();
  await office.go('/crates');
  await page.getByRole('button', { name: '打筐号牌' }).click();
  await page.getByLabel('打几张').fill('3');
  await expect(page.getByText('一共 3 张')).toBeVisible({ timeout: 20_000 });
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/K-0001 的标签已排队去打，共 3 张。/u)).toBeVisible();
});
