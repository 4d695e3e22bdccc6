import { expect, test } from '@playwright/test';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
test.setTimeout(120_000);
test.beforeAll(async () => {
  office = await OfficeWindow.openTraining();
});
test.afterAll(() => office.close());

test('a backup is made and proven, and the books agree', async () => {
  const { page } = office;
  await office.go('/backup');
  await expect(page.getByRole('heading', { level: 1, name: '备份' })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByText(/备份好了，也检查过/u)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '查一下' }).first().click();
  await expect(page.getByText(/是好的，里面有/u)).toBeVisible({ timeout: 30_000 });
  await office.go('/settings/books');
  await expect(page.getByRole('heading', { level: 1, name: '核对账本' })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByText(/账本没有问题/u)).toBeVisible({ timeout: 60_000 });
});

test('a person who forgot the PIN gets a new one only with a second person', async () => {
  const { page } = office;
  await office.go('/settings/people');
  await page.getByRole('row', { name: /张司磅/u }).click();
  await page.getByRole('button', { name: '重设密码' }).click();
  await page.getByLabel('新密码').fill('8642');
  await page.getByLabel('再输一遍').fill('8642');
  await page.getByRole('button', { name: '请第二个人同意' }).click();
  const approval = page.getByRole('dialog', { name: '重设张司磅的密码' }).last();
  await expect(approval.getByText('李会计')).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await approval.getByText('李会计').click();
  await approval.locator('input[type="password"]').fill('1470');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
