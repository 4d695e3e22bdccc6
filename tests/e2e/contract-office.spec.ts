import { expect, test } from '@playwright/test';
import { OfficeWindow } from './office-window.ts';

test('a contract is signed, changed by a new version and ended; a certificate and its premium are written down', async () => {
  test.setTimeout(180_000);
  const office = await OfficeWindow.openTraining();
  const { page } = office;
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, text: string): Promise<void> => {
    await dialog.getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option:visible', { hasText: text }).first().click();
  };
  try {
    await office.go('/contracts');
    await expect(page.getByRole('row', { name: /罗应芬/u })).toContainText('还剩 80.0 斤');
    await page.keyboard.press('F2');
    await page.keyboard.type('0112');
    await page.locator('.ant-select-item-option:visible', { hasText: '李秀英' }).click();
    await choose('产品', '遵义朝天椒');
    await dialog.getByLabel('合同数量').fill('1000');
    await dialog.getByLabel('保底价').fill('9.50');
    await dialog.getByLabel('到哪天止').fill('20991231');
    await page.keyboard.press('Tab');
    expect(await office.serious()).toEqual([]);
    await dialog.getByRole('button', { name: /签好/u }).click();
    await expect(page.getByText(/合同 LX-GZ01A-N-\d{4}-000002 签好了/u)).toBeVisible();
    await expect(page.getByRole('row', { name: /李秀英/u })).toContainText('¥9.50/斤');
    expect(await office.serious()).toEqual([]);

    await page.getByRole('row', { name: /李秀英/u }).click();
    await expect(page.getByRole('heading', { name: /合同 LX-GZ01A-N-\d{4}-000002/u })).toBeVisible();
    expect(await office.serious()).toEqual([]);
    await page.keyboard.press('F2');
    await dialog.getByLabel('合同数量').fill('1200');
    await dialog.getByRole('button', { name: /用这一版代替/u }).click();
    await page.getByRole('row', { name: /李秀英/u }).click();
    await expect(page.getByRole('heading', { name: /-000003/u })).toBeVisible();
    await expect(page.getByText(/-000002$/u)).toBeVisible();
    await page.getByRole('button', { name: '终止' }).click();
    await dialog.getByLabel('原因').fill('遭了冰雹');
    await dialog.getByRole('button', { name: '终止' }).click();
    await expect(page.getByRole('row', { name: /李秀英/u })).toContainText('已终止');

    await page.getByRole('row', { name: /李秀英/u }).click();
    await page.getByRole('button', { name: /李秀英/u }).click();
    await page.getByRole('button', { name: '加证书' }).click();
    await dialog.getByLabel('证书编号').fill('LB-01-26010001');
    await dialog.getByLabel('有效期从').fill('20260101');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('有效期到').fill('20991231');
    await page.keyboard.press('Tab');
    expect(await office.serious()).toEqual([]);
    await dialog.getByRole('button', { name: /保存/u }).click();
    await expect(page.getByText('绿色食品 LB-01-26010001')).toBeVisible();

    await office.go('/prices');
    await page.getByRole('button', { name: /认证加价/u }).click();
    await dialog.getByLabel('绿色食品').fill('0.5');
    expect(await office.serious()).toEqual([]);
    await dialog.getByRole('button', { name: /公布加价/u }).click();
    await expect(page.getByText(/公布了加价/u)).toBeVisible();
  } finally {
    await office.close();
  }
});
