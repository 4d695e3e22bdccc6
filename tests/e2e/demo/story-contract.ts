import { expect } from '@playwright/test';
import { plainFen, plainPrice } from '../../support/terms-arithmetic.ts';
import type { Approver } from './core-talk.ts';
import type { DemoApp } from './demo-app.ts';
import type { DemoReport } from './checks.ts';
import type { DemoScale } from './demo-scale.ts';
import type { Hand } from './hand.ts';
import { shows, take } from './story-weigh.ts';

/** Two baskets of prickly pears, grams; together 15 kg more than the contract has room for. */
const basketGrams = [30_000, 25_000] as const;
const quotaGrams = 40_000;
/** Board price, floor of the contract and premium for green food, 1/10,000 yuan per kg; rot of 1 % takes 2 % of the price. */
const [boardE4, floorE4, premiumE4] = [60_000, 64_000, 4_000];
const rot = { acts: 'price_share', method: 'interpolated', base: 0, measured: 10, rows: [{ at: 10, step: 0, takes: 200 }, { at: 30, step: 0, takes: 1_000 }] } as const;

/** A member with a contract brings more than its quota: the desk says what is left, and the delivery becomes two lines by itself. */
export async function deliverUnderContract(hand: Hand, scale: DemoScale, report: DemoReport): Promise<void> {
  scale.remove();
  await hand.go('/intake');
  await expect(hand.page.locator('[data-step="who"]')).toBeVisible();
  await hand.type('lyf');
  await hand.see('罗应芬');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-step="what"]')).toBeVisible();
  await hand.page.getByText('刺梨(鲜果)').first().click();
  if (await hand.page.locator('[data-step="what"]').isVisible()) await hand.press('Enter');
  await expect(hand.page.locator('[data-step="weigh"]')).toBeVisible();
  for (const [index, grams] of basketGrams.entries()) {
    await hand.page.waitForTimeout(2_500);
    scale.put(grams);
    await shows(hand, `${String(grams / 1_000)}.00`);
    await take(hand, index + 1);
    scale.remove();
  }
  await hand.picture('contract-weighed');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-step="grade"]')).toBeVisible();
  for (const figure of ['90', '3', '1', '0.5', '5']) {
    await hand.type(figure);
    await hand.press('Enter');
  }
  await hand.see('按标准是');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-step="confirm"]')).toBeVisible();
  await expect(hand.page.locator('section [data-part="inside"]')).toBeVisible();
  await hand.picture('contract-confirm');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-role="posted"]')).toContainText('罗应芬', { timeout: 15_000 });
  report.step('a member delivers under a contract and brings more than its quota');
  report.shows('a delivery that crosses the quota of its contract: floor price inside, board price beyond, green premium on both, rot off the price');
}

/** The two lines of the delivery, computed here once more. Answers with its amount, fen. */
export async function proveContract(demo: DemoApp, as: Approver, report: DemoReport): Promise<number> {
  const [posted] = (await demo.command(as, 'ticket.list', {})).rows;
  const ticket = await demo.command(as, 'ticket.get', { id: posted?.id ?? '' });
  const beyondGrams = basketGrams[0] + basketGrams[1] - quotaGrams;
  const [insideE4, beyondE4] = [plainPrice(floorE4 + premiumE4, [rot], false) ?? 0, plainPrice(boardE4 + premiumE4, [rot], false) ?? 0];
  const totalFen = plainFen(quotaGrams, insideE4) + plainFen(beyondGrams, beyondE4);
  const said = (line: (typeof ticket.lines)[number]): string => `${line.terms?.part ?? ''} ${line.settlementGrams} ${line.priceE4} ${line.amountFen}`;
  report.equal('contract: inside the quota, g, 1/10,000 yuan per kg, fen', ticket.lines.slice(0, 1).map(said).join(), `inside ${quotaGrams} ${insideE4} ${plainFen(quotaGrams, insideE4)}`);
  report.equal('contract: beyond the quota, g, 1/10,000 yuan per kg, fen', ticket.lines.slice(1).map(said).join(), `beyond ${beyondGrams} ${beyondE4} ${plainFen(beyondGrams, beyondE4)}`);
  report.equal('contract: the lines are the ticket, fen', ticket.totalFen, totalFen);
  const { rows } = await demo.command(as, 'contract.list', {});
  report.equal('contract: the quota is full', rows.map((row) => `${row.deliveredGrams} ${row.state}`).join(), `${quotaGrams} full`);
  return totalFen;
}
