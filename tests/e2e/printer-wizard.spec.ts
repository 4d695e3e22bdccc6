import { expect, test } from '@playwright/test';
import { parseEscpos, printedText } from '../support/escpos-parser.ts';
import { PAPER_LOW, PAPER_OUT, startFakePrinter, type FakePrinter } from '../support/fake-printer.ts';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
let printer: FakePrinter;
test.setTimeout(120_000);
test.beforeAll(async () => {
  printer = await startFakePrinter();
  printer.setStatus(PAPER_LOW);
  office = await OfficeWindow.openTraining();
});
test.afterAll(async () => {
  await office.close();
  await printer.close();
});

test('a printer is set up by its test page: what the installer ticks becomes its settings, with the keyboard alone', async () => {
  const { page } = office;
  await office.go('/settings/printers');
  await expect(page.getByRole('heading', { level: 1, name: '打印机' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1, name: '接一台打印机' })).toBeVisible();
  await page.getByLabel('种类').click();
  await page.getByTitle('小票打印机').click();
  await page.getByLabel('网络地址').fill('127.0.0.1');
  await page.getByLabel('端口号').fill(String(printer.port));
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/试纸送出去了/u)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('这台打印机会报纸和盖子：现在纸快用完了。')).toBeVisible();
  const lines = printedText(parseEscpos(printer.jobs[0] ?? Buffer.alloc(0), 576, { fourBytes: true }));
  expect(lines).toEqual(expect.arrayContaining(['1 中文测试 ￥ 斤 公斤 一等', '8']));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox')).toHaveCount(10);
  // The paper shows no Chinese of its own and pictures white on black; its drawn code is read, and it was cut.
  for (const key of ['4', '4', '6', '8', '9']) await page.keyboard.press(key);
  await expect(page.getByRole('checkbox', { name: '4 大字是黑底白字' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: '4 大字是白纸黑字' })).not.toBeChecked();
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('整张按图打，字一定对，慢一点。')).toBeVisible();
  await expect(page.getByText('黑白反过来送。')).toBeVisible();
  await expect(page.getByText('二维码按图打。')).toBeVisible();
  await expect(page.getByText('打之前先问有没有纸。')).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await page.getByLabel('名称').fill('柜台小票');
  await page.keyboard.press('Enter');
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: '柜台小票' }) }).last();
  await expect(card.getByText('纸快用完了')).toBeVisible({ timeout: 10_000 });
  await card.getByRole('button', { name: '先停住' }).click();
  await expect(card.getByText('停着，0 张在等')).toBeVisible();
  printer.setStatus(PAPER_OUT);
  await card.getByRole('button', { name: '问一问' }).click();
  await expect(card.getByText('打印机说：没纸了')).toBeVisible();
  await expect(page.getByRole('group', { name: '设备状态' }).or(page.getByRole('group').first()).getByText('没纸了')).toBeVisible({ timeout: 10_000 });
  expect(await office.serious()).toEqual([]);
});

test('the printing list shows each printer with its pause, and in English no Chinese is left on the set-up', async () => {
  const { page } = office;
  await office.go('/printing');
  await expect(page.getByRole('button', { name: '接着打' })).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await office.go('/settings/printers');
  await page.getByRole('button', { name: '打试纸重新定' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '接一台打印机' })).toBeVisible();
});
