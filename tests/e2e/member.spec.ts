import { expect, test } from '@playwright/test';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
test.setTimeout(120_000);
test.beforeAll(async () => {
  office = await OfficeWindow.openTraining();
});
test.afterAll(() => office.close());

test('members are found by pinyin initials in the one search box', async () => {
  const { page } = office;
  await office.go('/members');
  await page.getByLabel('找成员').fill('zjg');
  await expect(page.getByRole('row', { name: /张建国/u }).first()).toBeVisible();
  await expect(page.getByText('30 人')).toBeHidden();
  expect(await office.serious()).toEqual([]);
});

test('protected details stand masked until somebody looks, and the look is recorded', async () => {
  const { page } = office;
  await page.getByRole('row', { name: /张建国/u }).first().click();
  await expect(page.getByText('529999********0019')).toBeVisible();
  await page.getByRole('button', { name: '打开看' }).click();
  await expect(page.getByText('这次查看已经记下。看完请收起来。')).toBeVisible();
  await expect(page.getByText('529999********0019')).toBeHidden();
  expect(await office.serious()).toEqual([]);
});

test('a mistyped ID number is marked before anything is sent, and a namesake is asked about once', async () => {
  const { page } = office;
  await office.go('/members/new');
  await page.getByLabel('姓名').fill('张建国');
  await page.getByLabel('组').fill('石桥组');
  await page.getByLabel('身份证号').fill('52999919700101001');
  await page.keyboard.press('F9');
  await expect(page.getByText('18 位身份证号对不上校验，请照证件核对。')).toBeVisible();
  await page.getByLabel('身份证号').fill('');
  await page.keyboard.press('F9');
  await expect(page.getByText(/是同一个人吗/u)).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await page.getByRole('button', { name: '不是同一个人，照样存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '张建国' })).toBeVisible();
  await expect(page.getByText('登记', { exact: true })).toBeVisible();
});
