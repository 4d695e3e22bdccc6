import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { certificateForm, contractForm, signed } from '../../support/contracts.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { damaged, publishTerms, water } from '../../support/terms.ts';
import { part, productOf, scaled, ticketForm } from '../../support/tickets.ts';
import { findingsOfCopy } from '../tampering/books.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
beforeEach(async () => {
  station = await testStation({ prices: [] });
  [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
});
afterEach(() => station.close());

/** One delivery with a contract, a certificate, deductions, a discount, a machine, a sample, a local word and measures from a device. */
async function everything(): Promise<string> {
  const { id: productId } = await productOf(station, clerk, 'CHILI-CTJ');
  station.clock.forward(1_000);
  await station.must(manager, 'price.publish', { note: null, rows: [{ productId, grade: 'G1', priceE4: 26_000 }], premiums: [{ productId, kind: 'green', premiumE4: 2_000 }] });
  const [zhang, li] = [(await givenMember(station, clerk, '张三')).id, (await givenMember(station, clerk, '李四')).id];
  await signed(station, manager, contractForm(zhang, productId, { quotaGrams: 30_000, note: '旱地' }));
  await station.must(manager, 'contract.saveCertificate', certificateForm(zhang));
  const { id: terms } = await publishTerms(station, productId, [water, damaged]);
  const machine = await station.must(manager, 'grading.saveMachine', { id: null, name: '光选机', active: true, newSecret: true });
  const measures = [{ attribute: 'moisture_pct', value: '15.0' }, { attribute: 'defect_pct', value: '2.2' }];
  // 100 kg of two owners: 50 kg each; 30 kg of the first inside his quota. Water takes 2 %, damage 4 % of the price.
  const ticket = ticketForm(station, {
    productId, owners: [{ memberId: zhang, share: 1 }, { memberId: li, share: 1 }], baskets: [scaled(station, 100_000)], parts: [part('G1')], terms, word: '朝天红',
    measures: measures.map((measure) => ({ ...measure, source: 'device' as const, device: '水分仪' })), expectedTotalFen: 9_032 + 5_268 + 12_230,
  });
  await station.must(manager, 'grading.propose', { draftId: ticket.draftId, productId, machineId: machine.id, secret: machine.secret ?? '', grade: 'G1', confidenceBp: 9_000, measures: [] });
  const { code } = await station.must(clerk, 'grading.takeSample', { draftId: ticket.draftId, productId, owners: [zhang, li], place: '留样柜', keepUntil: '2026-12-20' });
  await station.must(manager, 'grading.gradeSample', { code, grade: 'G1', measures, reason: '看样' });
  return (await station.must(clerk, 'ticket.post', ticket)).id;
}

test('floor, premium, water and discount meet on one delivery of two owners: every line, gram and fen agrees, and a reversal leaves nothing', async () => {
  const id = await everything();
  const ticket = await station.must(clerk, 'ticket.get', { id });
  expect(ticket.lines.map((line) => [line.terms?.part ?? null, line.netGrams, line.settlementGrams, line.priceE4, line.amountFen])).toEqual([
    ['inside', 30_000, 29_400, 30_720, 9_032], ['beyond', 20_000, 19_600, 26_880, 5_268], [null, 50_000, 49_000, 24_960, 12_230],
  ]);
  const fens = ticket.ownerParts.map((owner) => owner.amountFen);
  expect(fens.reduce((sum, fen) => sum + fen, 0)).toBe(ticket.totalFen);
  expect(findingsOfCopy(station, '')).toEqual([]);
  await station.must(clerk, 'ticket.reverse', { id, reason: '称错' }, { approval: station.approval('accountant') });
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
  expect((await station.must(clerk, 'contract.list', {})).rows.map((row) => row.deliveredGrams)).toEqual([0]);
  expect(station.core.station.db.file.prepare('SELECT sum(grams) AS grams FROM stock').get()).toEqual({ grams: 0 });
  expect(station.core.station.db.file.prepare("SELECT sum(debit_fen - credit_fen) AS fen FROM journal_line GROUP BY account_id HAVING fen <> 0").all()).toEqual([]);
});

test('a change of the last column of any new table is found', async () => {
  await everything();
  const { file } = station.core.station.db;
  const tables = ['farm_contract', 'price_premium', 'ticket_line_terms', 'deduction_terms', 'ticket_deduction_terms', 'ticket_discount', 'ticket_machine', 'ticket_measure_note', 'ticket_word', 'ticket_sample', 'member_certificate', 'grade_machine', 'grade_word', 'sample'];
  const missed = tables.filter((table) => {
    const column = (file.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all() as Array<{ name: string; type: string }>).at(-1);
    const other = column?.type === 'TEXT' ? `coalesce("${column.name}", '') || 'x'` : `coalesce("${column?.name}", 0) + 100000`;
    return findingsOfCopy(station, `PRAGMA ignore_check_constraints = ON; UPDATE "${table}" SET "${column?.name}" = ${other}`).length === 0;
  });
  expect(missed).toEqual([]);
}, 240_000);
