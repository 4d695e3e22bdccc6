import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSession } from '../../../electron/core/rpc/session.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { digestOfDocument } from '../../../electron/core/services/books/canonical-rows.ts';
import { everyText } from '../../support/members.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
let people: ReadonlyArray<{ login: string; name: string; pin: string }>;
beforeAll(async () => {
  station = await testStation({ kind: 'training', empty: true });
  ({ people } = await station.must(newSession('cli'), 'setup.createTraining', { locale: 'zh' }));
  manager = newSession('desk');
  await station.must(manager, 'session.signIn', { user: people[0]?.login ?? '', pin: people[0]?.pin ?? '' });
});
afterAll(() => station.close());

const rows = (sql: string): Array<Record<string, unknown>> => station.core.station.db.file.prepare(sql).all() as Array<Record<string, unknown>>;

test('the practice printers print from the first minute: what the station was founded with lies on paper without a restart', async () => {
  await expect.poll(async () => (await station.must(manager, 'print.jobs', { open: false })).rows.map(({ paper, state }) => `${paper} ${state}`), { timeout: 10_000 }).toEqual(['voucher sent', 'voucher sent', 'voucher sent']);
});

test('a practice station has thirty people, some of them no members, and names that are hard to find', async () => {
  const all = await station.must(manager, 'member.list', { limit: 100 });
  expect(all.total).toBe(30);
  expect(all.rows.filter((row) => row.kind === 'non_member')).toHaveLength(4);
  const twins = all.rows.filter((row) => row.name === '张建国');
  expect(new Set(twins.map((row) => row.houseGroup)).size).toBe(2);
  for (const [typed, name] of [['weihong', '韦𬭎'], ['py', '潘䶮'], ['ayi', '阿依·古丽'], ['shan', '单永福'], ['zhakai', '查开香'], ['qinguang', '覃光荣']] as const) {
    expect((await station.must(manager, 'member.search', { text: typed })).rows.map((row) => row.name)).toContain(name);
  }
});

test('every grade that is bought has a price of the village', async () => {
  const { rows: products } = await station.must(manager, 'product.list', {});
  const board = await station.must(manager, 'price.board', {});
  const unpriced = products.flatMap((product) => (product.scheme?.definition.grades ?? []).filter((grade) => grade.sellable && !board.rows.some((price) => price.productId === product.id && price.grade === grade.id)).map((grade) => `${product.code} ${grade.id}`));
  expect(unpriced).toEqual([]);
  const chili = products.find((product) => product.code === 'CHILI-CTJ');
  expect(board.rows.find((price) => price.productId === chili?.id && price.grade === 'G1')?.priceE4).toBe(232_000);
});

test('cash lies in the box, two credits are open, and the printers are simulated', async () => {
  expect((await station.must(manager, 'cash.boxes', {})).rows).toMatchObject([{ balanceFen: 500_000 }]);
  expect(await station.must(manager, 'debt.list', {})).toMatchObject({ totalLeftFen: 202_650 });
  expect((await station.must(manager, 'printer.list', {})).rows.map((row) => row.port.kind)).toEqual(['simulator', 'simulator']);
});

test('every number begins with LX and every document holds its digest', () => {
  const documents = rows('SELECT d.id, d.ulid, d.number, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid');
  expect(documents.length).toBeGreaterThan(4);
  for (const document of documents) {
    expect(document.number).toMatch(/^LX/);
    expect(digestOfDocument(station.core.station.db, Number(document.id))).toBe(document.hash);
  }
});

test('practice people carry no clear protected field either', () => {
  const stored = everyText(station.core.station.db.file);
  for (const secret of ['529999196808150019', '19900010001', '6228480000000000000']) expect(stored).not.toContain(secret);
});

test('the second person of the practice cash stands on its document', () => {
  expect(rows("SELECT a.name FROM document d JOIN user a ON a.id = d.approved_by WHERE d.type = 'cash_movement'")).toEqual([{ name: '李会计' }]);
});

test('a practice delivery under the seeded contract crosses its quota, with premium, deduction and discount, to the fen', async () => {
  const [seller] = (await station.must(manager, 'member.search', { text: '罗应芬' })).rows;
  const product = await productOf(station, manager, 'CILI');
  const [contract] = (await station.must(manager, 'contract.list', { memberId: seller?.id ?? '' })).rows;
  expect(contract).toMatchObject({ state: 'open', quotaGrams: 40_000, floorE4: 64_000, deliveredGrams: 0, paperNo: 'LX-001' });
  expect(product.terms?.terms.map(({ factor, acts, method }) => `${factor} ${acts} ${method}`)).toEqual(['impurity weight step_table', 'rot price_share interpolated']);
  const measures = [['impurity_pct', '2.5'], ['rot_pct', '2.0']].map(([attribute = '', value = '']) => ({ attribute, value, source: 'hand' as const }));
  // Trash takes 1 %. Rot takes 6 % of the price, halfway between 2 % and 10 %: 3.40 yuan a jin become 3.196, 3.20 become 3.008.
  const posted = await station.must(manager, 'ticket.post', ticketForm(station, {
    productId: product.id, owners: [{ memberId: seller?.id ?? '', share: 1 }], baskets: [scaled(station, 35_000), scaled(station, 25_000)], parts: [part('TH')], measures, terms: product.terms?.id ?? null, expectedTotalFen: 25_312 + 11_912,
  }));
  const ticket = await station.must(manager, 'ticket.get', { id: posted.id });
  expect(ticket.lines.map((line) => [line.terms?.part, line.netGrams, line.settlementGrams, line.terms?.baseE4, line.terms?.premiumE4, line.priceE4, line.amountFen])).toEqual([
    ['inside', 40_000, 39_600, 64_000, 4_000, 63_920, 25_312], ['beyond', 20_000, 19_800, 60_000, 4_000, 60_160, 11_912],
  ]);
  expect((await station.must(manager, 'contract.list', { memberId: seller?.id ?? '' })).rows).toMatchObject([{ state: 'full', deliveredGrams: 40_000 }]);
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});
