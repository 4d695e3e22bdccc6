import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplesOfGoods } from '../../../db/queries/grading.queries.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { counts } from '../../support/counts.ts';
import { givenMember } from '../../support/intake.ts';
import { pricedStation } from '../../support/priced-station.ts';
import type { TestStation } from '../../support/station.ts';
import { part, refusedWith, scaled, ticketForm, type TicketForm } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
let clerk: Session;
let productId = '';
let zhang = '';
let li = '';
beforeAll(async () => {
  ({ station, manager, clerk, productId, member: zhang } = await pricedStation('SWPO-ZY', { G1: 20_000, G2: 10_000 }));
  li = (await givenMember(station, clerk, '李四')).id;
});
afterAll(() => station.close());

const form = (owners: readonly string[], fields: Partial<TicketForm> = {}): TicketForm =>
  ticketForm(station, { productId, owners: owners.map((memberId) => ({ memberId, share: 1 })), baskets: [scaled(station, 10_000)], parts: [part('G2')], expectedTotalFen: 1_000, ...fields });
/** A delivery with a sample that a grader has decided. */
async function sampled(owners: readonly string[]): Promise<{ readonly delivery: TicketForm; readonly code: string }> {
  const delivery = form(owners);
  const { code } = await station.must(clerk, 'grading.takeSample', { draftId: delivery.draftId, productId, owners: [...owners], place: '留样柜', keepUntil: '2026-12-20' });
  await station.must(manager, 'grading.gradeSample', { code, grade: 'G2', measures: [], reason: '有斑' });
  return { delivery, code };
}
const file = () => station.core.station.db.file;
const rows = (): number => (file().prepare('SELECT count(*) AS n FROM sample_binding').get() as { n: number }).n;
const findings = async () => (await station.must(manager, 'system.verify', { full: true })).findings;
const reverse = (id: string) => station.must(clerk, 'ticket.reverse', { id, reason: '重称' }, { approval: station.approval('accountant') });

test('a delivery looks at the samples that still bind its member’s goods, by their key, however many were taken before', async () => {
  const many = counts.usedSamples;
  for (let round = 0; round < many; round += 1) await station.must(clerk, 'ticket.post', (await sampled([zhang])).delivery);
  expect(rows()).toBe(0);
  const { code } = await sampled([zhang]);
  expect(rows()).toBe(1);
  // Every row the question reaches passes through the counter once.
  let visited = 0;
  file().function('passing', { deterministic: false }, () => { visited += 1; return 1; });
  const asked = samplesOfGoods.sql.replace('sample_binding b JOIN sample s ON', 'sample_binding b JOIN sample s ON passing() AND');
  const key = file().prepare('SELECT p.id AS productId, m.id AS memberId FROM product p, member m WHERE p.ulid = ? AND m.ulid = ?').get(productId, zhang) as { productId: number; memberId: number };
  expect(file().prepare(asked).all(key.productId, key.memberId)).toMatchObject([{ code }]);
  expect(visited).toBeLessThanOrEqual(2);
  const plan = (file().prepare(`EXPLAIN QUERY PLAN ${samplesOfGoods.sql}`).all(1, 1) as Array<{ detail: string }>).map(({ detail }) => detail);
  expect(plan).toEqual(['SEARCH b USING PRIMARY KEY (product_id=? AND member_id=?)', 'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)']);
  expect(await findings()).toEqual([]);
  await station.must(clerk, 'grading.withdrawSample', { code, expectedVersion: 2, reason: '拿混了' }, { approval: station.approval('accountant') });
  expect([rows(), await findings()]).toEqual([0, []]);
}, 120_000);

test('a sample of two households binds both, is used up by their ticket, binds again when it is reversed, and the check agrees at every step', async () => {
  const { delivery, code } = await sampled([zhang, li]);
  expect([rows(), await findings()]).toEqual([2, []]);
  const posted = await station.must(clerk, 'ticket.post', delivery);
  expect([rows(), await findings()]).toEqual([0, []]);
  await reverse(posted.id);
  expect([rows(), await findings()]).toEqual([2, []]);
  expect(await station.call(clerk, 'ticket.post', form([li], { parts: [part('G1')], expectedTotalFen: 2_000 }))).toMatchObject(refusedWith('blind_decided', { code }));
  const most = await station.must(clerk, 'ticket.post', form([li], { baskets: [scaled(station, 9_000)], expectedTotalFen: 900 }));
  expect([rows(), await findings()]).toEqual([2, []]);
  await station.must(clerk, 'ticket.post', form([zhang], { baskets: [scaled(station, 1_000)], expectedTotalFen: 100 }));
  expect([rows(), await findings()]).toEqual([0, []]);
  await reverse(most.id);
  expect([rows(), await findings()]).toEqual([2, []]);
  await station.must(clerk, 'grading.withdrawSample', { code, expectedVersion: 2, reason: '不来了' }, { approval: station.approval('accountant') });
  expect([rows(), await findings()]).toEqual([0, []]);
});

test('a binding that was taken out or put in by hand is found, with the code of its sample', async () => {
  const { code } = await sampled([zhang]);
  const found = async () => (await findings()).flatMap((finding) => [finding.kind, JSON.stringify(finding).includes(code) ? code : 'no code']);
  const kept = file().prepare('SELECT * FROM sample_binding').all() as Array<Record<string, number>>;
  file().exec('DELETE FROM sample_binding');
  expect(await found()).toEqual(['sample_binding_differs', code]);
  file().exec(`INSERT INTO sample_binding SELECT product_id, (SELECT id FROM member WHERE ulid = '${li}'), id FROM sample WHERE code = '${code}'`);
  expect(await found()).toEqual(['sample_binding_differs', code]);
  file().exec('DELETE FROM sample_binding');
  for (const row of kept) file().prepare('INSERT INTO sample_binding VALUES (:product_id, :member_id, :sample_id)').run(row);
  expect(await findings()).toEqual([]);
});
