import { expect, test } from '@playwright/test';
import { callUp, deskAnew, measure, weighOne } from '../support/desk-intake.ts';
import { DeskWindow, manager } from './desk-window.ts';
import { OfficeWindow } from './office-window.ts';

test('a local scheme is used at the desk, an unusual measure is asked about once, and the report shows the override', async () => {
  const desk = await DeskWindow.open();
  try {
    const [chilli] = (await desk.ask('product.list', {})).rows;
    const parent = chilli?.scheme;
    if (chilli === undefined || parent === undefined || parent === null) throw new Error('no chilli');
    const definition = {
      ...parent.definition,
      attributes: parent.definition.attributes.map((each) => (each.id === 'defect_pct' ? { ...each, plausible: { min: '4', max: '60' } } : each)),
      grades: parent.definition.grades.map((grade) => (grade.id === 'G1' ? { ...grade, criteria: grade.criteria.map((criterion) => (criterion.attr === 'defect_pct' ? { ...criterion, max: '6' } : criterion)) } : grade)),
    };
    await desk.ask('grading.deriveScheme', { parentId: parent.id, titleZh: '遵义朝天椒 本村', titleEn: 'Chilli, village', validFrom: null, validTo: Date.now() + 9 * 86_400_000, reason: '今年雨多', resolution: '2026-07', definition }, manager);
    await deskAnew(desk);
    await callUp(desk, '0112');
    await weighOne(desk, 20_000);
    await measure(desk, '12.5', '0.4', '3');
    await expect(desk.page.getByText('平常在 4 到 60 之间')).toBeVisible();
    await desk.press('NumpadEnter');
    await expect(desk.page.getByText('平常在 4 到 60 之间')).toHaveCount(0);
    await measure(desk, '0.5', '0', '90');
    await expect(desk.page.locator('[data-proposed]')).toHaveAttribute('data-grade', 'G1');
    await desk.press('Shift+Numpad2', 'NumpadEnter');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await desk.press('Shift+Numpad3', 'NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
    const [row] = (await desk.ask('ticket.list', {})).rows;
    const ticket = await desk.ask('ticket.get', { id: row?.id ?? '' });
    expect(ticket).toMatchObject({ schemeNumber: 2, overridden: true });
    expect(ticket.measures.filter(({ implausible }) => implausible).map(({ attribute }) => attribute)).toEqual(['defect_pct']);
    await desk.page.evaluate(() => { window.location.hash = '/reports/grading'; });
    await expect(desk.page.getByText('1 单里 1 单改判，占 100 %')).toBeVisible();
    await expect(desk.page.getByRole('table', { name: '提的和定的' })).toContainText('二级');
  } finally {
    await desk.close();
  }
});

test('a manager moves a limit, sees the gap in the picture, closes it, and saves a version that says what changed', async () => {
  const office = await OfficeWindow.openTraining();
  try {
    await office.go('/products');
    await office.page.getByText('镇宁蜂糖李').first().click();
    await office.page.getByRole('button', { name: '分级标准和版本' }).click();
    await office.page.getByRole('button', { name: '改成新版' }).click();
    await office.page.getByLabel('3A 果径 从', { exact: true }).fill('46');
    await expect(office.page.getByText('“果径”45 到 46 mm没有等级要求')).toBeVisible();
    await office.page.getByLabel('2A 果径 到（不含）', { exact: true }).fill('46');
    await expect(office.page.getByText('“果径”45 到 46 mm没有等级要求')).toHaveCount(0);
    await office.page.getByLabel('为什么改').fill('今年果小');
    await office.page.getByRole('button', { name: '存成新版' }).click();
    await expect(office.page.getByText('已存成第 2 版。')).toBeVisible();
    await expect(office.page.getByText(/^3A：.*45.*→.*46/u)).toBeVisible();
    expect(await office.serious()).toEqual([]);
  } finally {
    await office.close();
  }
});
