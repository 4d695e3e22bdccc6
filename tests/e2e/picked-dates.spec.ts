import { expect, test } from '@playwright/test';
import { addDays } from '../../electron/domain/business-date.ts';
import { serious } from '../support/axe-serious.ts';
import { callUp, deskAnew, weighOne } from '../support/desk-intake.ts';
import { DeskWindow, manager, onNumpad } from './desk-window.ts';

test('goods are graded by the day they were picked, typed on the numpad; and a wrong crate slip is taken back by two', async () => {
  const desk = await DeskWindow.open();
  try {
    const { businessDate: today } = await desk.ask('session.state', {});
    const [chilli] = (await desk.ask('product.list', {})).rows;
    const scheme = chilli?.scheme;
    if (chilli === undefined || scheme === undefined || scheme === null) throw new Error('no chilli');
    const fresh = { attr: 'picked', min: null, minInclusive: true, max: '3', maxInclusive: false, equals: null, confidence: null, note: null };
    const definition = {
      ...scheme.definition, baseRequirements: [], deductions: [],
      attributes: [{ id: 'picked', nameZh: '采摘日', nameEn: 'Picked on', unit: '', type: 'date' as const, choices: [], measuredAt: 'station' as const, decimals: null, method: null }],
      grades: scheme.definition.grades.filter(({ id }) => id === 'G1' || id === 'G2').map((grade) => ({ ...grade, criteria: grade.id === 'G1' ? [fresh] : [] })),
    };
    await desk.ask('grading.saveScheme', { productId: chilli.id, basedOn: scheme.id, titleZh: '朝天椒 看新鲜', titleEn: 'Chilli, by age', validFrom: null, reason: '放久了发软', confirmed: true, definition }, manager);
    const member = (await desk.ask('member.search', { text: '0112' })).rows[0];
    const crate = (await desk.ask('container.list', {})).rows.find((row) => row.returnable);
    await desk.ask('crate.move', { memberId: member?.id ?? '', reason: 'lent', lines: [{ containerId: crate?.id ?? '', outCount: 60, inCount: 0, depositFen: 0 }] });
    await deskAnew(desk);
    await callUp(desk, '0112');
    await weighOne(desk, 20_000);
    await desk.press(...onNumpad(addDays(today, 1).replaceAll('-', '')));
    await expect(desk.page.getByText('采摘日：这一天还没到，再看一眼')).toBeVisible();
    const picked = desk.page.getByLabel('采摘日', { exact: true });
    await picked.fill('');
    const twoDaysAgo = addDays(today, -2);
    await desk.press(...onNumpad(twoDaysAgo.slice(5).replace('-', '')));
    await expect(picked).toHaveValue(twoDaysAgo);
    await expect(desk.page.getByText('2 天前', { exact: true })).toBeVisible();
    await expect(desk.page.locator('[data-proposed]')).toHaveAttribute('data-grade', 'G1');
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('NumpadEnter', 'NumpadEnter');
    await desk.step('confirm');
    await desk.press('NumpadEnter');
    await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
    const [row] = (await desk.ask('ticket.list', {})).rows;
    await desk.go(`/tickets/${row?.id ?? ''}`);
    await expect(desk.page.getByText('· 2 天前')).toBeVisible();

    await desk.go('/crates');
    await desk.page.getByRole('row', { name: /李秀英/u }).click();
    await desk.page.getByRole('button', { name: /^作废 .*-L-/u }).click();
    await expect(desk.page.getByRole('dialog')).toContainText('李秀英：周转箱 借 60 还 0');
    expect(await serious(desk.page)).toEqual([]);
    await desk.press('1', 'Enter');
    await desk.page.getByText('李会计').click();
    await desk.page.locator('input[type="password"]').fill('1470');
    await desk.press('Enter');
    await expect(desk.page.getByText(/-L-.* 已作废。要改就重新记一张。/u)).toBeVisible();
    await expect(desk.page.getByText('已作废', { exact: true })).toBeVisible();
    expect((await desk.ask('crate.list', {})).rows).toEqual([]);
  } finally {
    await desk.close();
  }
});
