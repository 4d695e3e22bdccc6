import { expect, test } from '@playwright/test';
import { DeskWindow, manager } from './desk-window.ts';
const onNumpad = (figure: string): string[] => [...figure].map((sign) => (sign === '.' ? 'Shift+NumpadDecimal' : `Shift+Numpad${sign}`));
for (const [locale, density, who] of [['zh', 'desk', 'clerk'], ['zh', 'elder', 'clerk'], ['en', 'elder', 'clerk'], ['en', 'desk', 'clerk']] as const) {
  test(`shots ${locale} ${density}`, async () => {
    const desk = await DeskWindow.open(locale, density);
    const shot = (name: string) => desk.page.screenshot({ path: `/tmp/b-deductions/${locale}-${density}-${name}.png` });
    try {
      await desk.page.setViewportSize({ width: 1366, height: 768 });
      const [chilli] = (await desk.ask('product.list', {})).rows;
      if (!chilli) throw new Error('x');
      const { id, version, nameZh, nameEn, cycle, tradedUnit, resolutionGrams, lossToleranceBp } = chilli;
      await desk.ask('product.save', { id, expectedVersion: version, nameZh, nameEn, mode: locale === 'en' ? 'consignment' : 'outright', cycle, tradedUnit, resolutionGrams, lossToleranceBp, active: true }, manager);
      const terms = (rule: 'added' | 'in_turn', basedOn: string | null, effectiveFrom: number | null) => desk.ask('deduction.publish', { productId: id, basedOn, effectiveFrom, reason: '成员大会定的', rule, terms: [
        { factor: 'moisture', nameZh: '扣水', nameEn: 'Moisture', acts: 'weight', method: 'interpolated', basePct: '14', rejectAbovePct: '18', rows: [{ atPct: '15', stepPct: null, takes: 200 }, { atPct: '18', stepPct: null, takes: 1_100 }] },
        { factor: 'impurity', nameZh: '扣杂', nameEn: 'Dockage', acts: 'weight', method: 'step_table', basePct: '1', rejectAbovePct: null, rows: [{ atPct: '1', stepPct: '0.5', takes: 150 }, { atPct: '3', stepPct: '0.5', takes: 200 }] },
        { factor: 'defect', nameZh: '残次扣价', nameEn: 'Damage', acts: 'price_share', method: 'step_table', basePct: '1', rejectAbovePct: null, rows: [{ atPct: '1', stepPct: '0.5', takes: 100 }] },
      ] }, manager);
      const first = await terms('added', null, null);
      await terms('in_turn', first.id, Date.now() + 86_400_000 * 3);
      await desk.go('/members'); await desk.page.waitForURL(/members/u); await desk.openDesk();
      await desk.page.getByRole('textbox').click();
      await desk.press(...onNumpad('0112'));
      await expect(desk.page.getByRole('option')).toHaveCount(1);
      await desk.press('NumpadEnter'); await desk.step('what');
      await desk.press('Shift+Numpad1', 'NumpadEnter'); await desk.step('weigh');
      await desk.put(20_000); await desk.press('NumpadAdd');
      await expect(desk.page.getByRole('row')).toHaveCount(2);
      await desk.press('NumpadEnter'); await desk.step('grade');
      await desk.press(...onNumpad('14.6'), 'NumpadEnter', ...onNumpad('2.2'), 'NumpadEnter');
      await shot('grade1');
      await desk.press(...onNumpad('2.2'), 'NumpadEnter', ...onNumpad('0.5'), 'NumpadEnter', ...onNumpad('0'), 'NumpadEnter', ...onNumpad('90'), 'NumpadEnter');
      await desk.press('Shift+Numpad1'); await shot('grade2'); await desk.press('NumpadEnter');
      await desk.page.waitForTimeout(500);
      if (await desk.page.getByRole('dialog').isVisible()) await desk.press('Shift+Numpad3', 'NumpadEnter');
      await desk.step('confirm'); await desk.page.waitForTimeout(400); await shot('confirm');
      await desk.page.locator('[class*="paper"]').first().evaluate((element) => { element.scrollTop = 420; }); await shot('confirm2');
      await desk.press('NumpadEnter');
      await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
      const [row] = (await desk.ask('ticket.list', {})).rows;
      await desk.go(`/tickets/${row?.id ?? ''}`); await desk.page.waitForTimeout(1200); await shot('ticket');
      await desk.page.mouse.move(700, 500); await desk.page.mouse.wheel(0, 500); await desk.page.waitForTimeout(400); await shot('ticket2');
      await desk.go(`/products/${id}`); await desk.page.waitForTimeout(900); await shot('product');
      await desk.page.evaluate(() => { window.location.hash = '#/'; });
      await desk.go(`/products/${id}/deductions`); await desk.page.waitForTimeout(1200);
      const inputs = desk.page.locator('[data-role="example"]').locator('xpath=..').locator('input');
      const n = await inputs.count();
      for (let i = 2; i < n; i += 1) await inputs.nth(i).fill(['14.6', '2.2', '2.2'][i - 2] ?? '0');
      await shot('terms');
      await desk.page.setViewportSize({ width: 1366, height: 2600 }); await desk.page.waitForTimeout(500); await shot('terms-long');
      void who;
    } finally { await desk.close(); }
  });
}
test('office manager', async () => {
  const { OfficeWindow } = await import('./office-window.ts');
  const office = await OfficeWindow.openTraining();
  try {
    await office.page.setViewportSize({ width: 1366, height: 768 });
    await office.go('/products'); await office.page.getByText('遵义朝天椒').first().click();
    await office.page.getByRole('button', { name: '扣水扣价' }).click(); await office.page.waitForTimeout(1000);
    const inputs = office.page.locator('[data-role="example"]').locator('xpath=..').locator('input');
    await inputs.nth(2).fill('15.3'); await inputs.nth(3).fill('2.2');
    await office.page.screenshot({ path: '/tmp/b-deductions/office-terms.png' });
    await office.page.setViewportSize({ width: 1366, height: 2400 }); await office.page.waitForTimeout(500);
    await office.page.screenshot({ path: '/tmp/b-deductions/office-terms-long.png' });
  } finally { await office.close(); }
});
