import { expect, test } from '@playwright/test';
import type { SerialCable } from '../support/pty.ts';
import { openSerialCable } from '../support/pty.ts';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
let cable: SerialCable;
let sending: NodeJS.Timeout;
test.setTimeout(90_000);

test.beforeAll(async () => {
  office = await OfficeWindow.openTraining();
  cable = await openSerialCable();
  sending = setInterval(() => cable.write('W=0007.86kg;N=4\r\n'), 100);
});
test.afterAll(async () => {
  clearInterval(sending);
  await office.close();
  await cable.remove();
});

test('the rule for a line nobody knows is tried while it is typed: on pasted lines, then on those of the scale', async () => {
  const { page } = office;
  await office.go('/devices');
  await expect(page.getByRole('heading', { level: 1, name: '秤' })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByLabel('怎么接').click();
  await page.getByTitle('串口线').click();
  await page.getByLabel('哪个口').fill(cable.stationPath);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '自己选格式' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('老地磅');
  await dialog.getByLabel('通信格式').click();
  // The last of the list, round its beginning.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const table = dialog.getByRole('table', { name: '最后收到的行，按这条规则读' });
  await expect(table).toContainText('还没有收到行');
  await dialog.getByLabel('也可以粘贴几行来试').fill('W=0012.50kg;N=1\nERR 04');
  await expect(table.getByRole('row', { name: /W=0012\.50kg/u })).toContainText('规则和这一行对不上');
  await expect(table.getByRole('row', { name: /ERR 04/u })).toContainText('秤说出错了');
  const rule = dialog.getByLabel('每行怎么读（式子）');
  await rule.pressSequentially(String.raw`^W=(?<value>[\d.]+)(?<unit>[a-z]+)`, { delay: 20 });
  await expect(table.getByRole('row', { name: /W=0012\.50kg/u })).toContainText('12500 克');
  await rule.fill('(a+)+$');
  await expect(dialog.getByText('这条取数规则会让程序找很久')).toBeVisible();
  await rule.fill(String.raw`^W=(?<value>[\d.]+)(?<unit>[a-z]+)(?<moving>\?)?`);
  await expect(table.getByRole('row', { name: /W=0012\.50kg/u })).toContainText('稳定');
  expect(await office.serious()).toEqual([]);
  await dialog.getByRole('button', { name: '保存' }).click();
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: '老地磅' }) }).last();
  await expect(card.getByText('7.86 kg')).toBeVisible({ timeout: 10_000 });
  await card.getByRole('button', { name: '修改' }).click();
  await expect(table.getByRole('row', { name: /W=0007\.86kg;N=4/u })).toContainText('7860 克');
  await rule.fill(String.raw`^W=(?<value>\d+)`);
  await expect(table.getByRole('row', { name: /W=0007\.86kg;N=4/u })).toContainText('7 kg');
});
