import { expect, test } from '@playwright/test';
import { addDays, businessDate } from '../../electron/domain/business-date.ts';
import { tabTo } from '../support/tab-to.ts';
import { OfficeWindow } from './office-window.ts';

test('terms published over terms to come ask which of the two stands then, and a premium from a later moment changes nothing before it', async () => {
  test.setTimeout(120_000);
  const office = await OfficeWindow.openTraining();
  const { page } = office;
  const tomorrow = addDays(businessDate(Date.now()), 1);
  const reason = page.getByLabel('为什么改、谁定的');
  const send = page.getByRole('button', { name: '公布这一版' });
  const versions = page.locator('li[data-state]');
  try {
    await office.go('/products');
    await page.getByText('遵义朝天椒').first().click();
    await page.getByRole('button', { name: '扣水扣价' }).click();
    await page.getByLabel('从哪天起（不填就从现在起）').fill(tomorrow);
    await page.keyboard.press('Tab');
    await reason.fill('明天起');
    await page.keyboard.press('F9');
    await expect(page.getByText('第 1 版已公布')).toBeVisible();
    await expect(page.getByText('还没到时间')).toBeVisible();

    // From now on, with version 1 still to come: not before somebody says what becomes of it.
    await reason.fill('先用几天');
    await expect(page.getByText(/第 1 版已经公布，.*起换上来/u)).toBeVisible();
    await expect(send).toBeDisabled();
    expect(await office.serious()).toEqual([]);
    await reason.focus();
    await tabTo(page, '到时候');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.ant-select-item-option:visible', { hasText: '照样换成第 1 版' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(send).toBeEnabled();
    await page.keyboard.press('F9');
    await expect(page.getByText(/第 2 版已公布，用到.*，到时候换成第 1 版/u)).toBeVisible();
    await expect(versions.filter({ hasText: '第 1 版' })).toContainText('还没到时间');

    await reason.fill('一直用这一版');
    await page.getByLabel('到时候').click();
    await page.locator('.ant-select-item-option:visible', { hasText: '第 1 版不要了' }).click();
    await page.keyboard.press('F9');
    await expect(page.getByText('第 3 版已公布。')).toBeVisible();
    await expect(versions.filter({ hasText: '第 1 版' })).toContainText('作罢');

    await office.go('/prices');
    await page.getByRole('button', { name: /认证加价/u }).click();
    const dialog = page.getByRole('dialog', { name: '认证货物的加价' });
    const [green, start] = [dialog.getByLabel('绿色食品'), dialog.locator('[data-role="premium-start"]')];
    const before = await green.inputValue();
    await green.fill('0.75');
    await expect(start).toHaveText('公布后马上算数');
    await dialog.getByLabel('从什么时候起').click();
    await page.locator('.ant-select-item-option:visible', { hasText: '往后的某个时候' }).click();
    await dialog.getByLabel('几点几分').fill('730');
    await expect(start).toContainText('7:30');
    expect(await office.serious()).toEqual([]);
    await dialog.getByLabel('几点几分').press('Enter');
    await expect(page.getByText(/公布了加价，从 .*7:30 起算数/u)).toBeVisible();
    await page.getByRole('button', { name: /认证加价/u }).click();
    await expect(dialog.getByRole('region', { name: '已经公布、还没开始的' })).toContainText('¥0.75/斤');
    await expect(green).toHaveValue(before);
  } finally {
    await office.close();
  }
});
