import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { digestOfDocument } from '../../../electron/core/services/books/canonical-rows.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { productForm, productOf, publish, refusedWith } from '../../support/tickets.ts';

let station: TestStation;
let manager: Session;
beforeEach(async () => {
  station = await testStation();
  manager = await station.as('manager');
});
afterEach(() => station.close());

const nobody = (): string => station.core.station.ids.ulid();
const rows = (sql: string): Array<Record<string, unknown>> => station.core.station.db.file.prepare(sql).all() as Array<Record<string, unknown>>;

test('every product of the scheme file is there with its scheme, its usual unit and cycle', async () => {
  const { rows: products } = await station.must(manager, 'product.list', {});
  expect(products).toHaveLength(9);
  expect(products.every((product) => product.scheme?.number === 1 && product.scheme.definition.grades.length > 0)).toBe(true);
  expect(products.find((product) => product.code === 'TEA-DYMJ')).toMatchObject({ tradedUnit: 'jin', cycle: 'same_day' });
  expect(products.find((product) => product.code === 'TIANMA-DF')).toMatchObject({ tradedUnit: 'kg', cycle: 'season' });
});

test('a product is saved as its next version, and not over somebody else\'s', async () => {
  const form = productForm(await productOf(station, manager, 'CILI'));
  await station.must(manager, 'product.save', { ...form, cycle: 'monthly', resolutionGrams: 100 });
  expect(await productOf(station, manager, 'CILI')).toMatchObject({ version: 2, cycle: 'monthly', resolutionGrams: 100, code: 'CILI' });
  expect(await station.call(manager, 'product.save', form)).toMatchObject(refusedWith('version_changed'));
  expect(await station.call(manager, 'product.save', { ...form, id: nobody() })).toMatchObject(refusedWith('product_unknown'));
  expect(await station.call(await station.as('clerk'), 'product.save', form)).toMatchObject(refusedWith('not_permitted'));
  expect(rows("SELECT version FROM master_version WHERE entity = 'product' AND payload LIKE '%CILI%' ORDER BY version")).toEqual([{ version: 1 }, { version: 2 }]);
});

test('a container is added, changed, and unknown ones are refused', async () => {
  const { id } = await station.must(manager, 'container.save', { nameZh: '背篓', nameEn: 'Pack basket', tareGrams: 1_200, active: true });
  await station.must(manager, 'container.save', { id, nameZh: '背篓', nameEn: 'Pack basket', tareGrams: 1_250, active: false });
  expect((await station.must(manager, 'container.list', {})).rows.find((row) => row.id === id)).toMatchObject({ version: 2, tareGrams: 1_250, active: false });
  expect(await station.call(manager, 'container.save', { id: nobody(), nameZh: '背篓', nameEn: 'Pack basket', tareGrams: 1, active: true })).toMatchObject(refusedWith('container_unknown'));
});

test('a published price holds from its moment on, the older one before it, and the history keeps both', async () => {
  const { id: productId } = await productOf(station, manager, 'CILI');
  const before = station.clock.now();
  const sheet = await publish(station, productId, { TH: 60_000 }, manager);
  const priceAt = async (at?: number): Promise<number | undefined> => (await station.must(manager, 'price.board', at === undefined ? {} : { at })).rows.find((row) => row.productId === productId && row.grade === 'TH')?.priceE4;
  expect(await priceAt(before)).toBe(60_000);
  await publish(station, productId, { TH: 58_000 }, manager);
  expect(await priceAt()).toBe(58_000);
  expect(await priceAt(station.clock.now() - 1)).toBe(60_000);
  const history = (await station.must(manager, 'price.history', { productId })).rows.filter((row) => row.grade === 'TH');
  expect(history.map((row) => row.priceE4)).toEqual([58_000, 60_000, 60_000]);
  expect(history[1]).toMatchObject({ sheetNumber: sheet.number, publishedBy: '王站长' });
  expect(await station.call(manager, 'price.history', { productId: nobody() })).toMatchObject(refusedWith('product_unknown'));
});

test('of two sheets for the same moment the later one holds', async () => {
  const { id: productId } = await productOf(station, manager, 'CILI');
  for (const priceE4 of [61_000, 62_000]) await station.must(manager, 'price.publish', { note: null, rows: [{ productId, grade: 'TH', priceE4 }] });
  expect((await station.must(manager, 'price.board', {})).rows.find((row) => row.productId === productId && row.grade === 'TH')).toMatchObject({ priceE4: 62_000 });
});

test.each([
  ['a product nobody knows', 'product_unknown', () => ({ rows: [{ productId: nobody(), grade: 'TH', priceE4: 1 }] })],
  ['a grade the product does not have', 'grade_unknown', (productId: string) => ({ rows: [{ productId, grade: 'ZZ', priceE4: 1 }] })],
  ['two prices for one grade', 'price_twice', (productId: string) => ({ rows: [{ productId, grade: 'TH', priceE4: 1 }, { productId, grade: 'TH', priceE4: 2 }] })],
  ['a time long past', 'effective_in_past', (productId: string) => ({ effectiveFrom: station.clock.now() - 11 * 60_000, rows: [{ productId, grade: 'TH', priceE4: 1 }] })],
])('%s is refused and takes no number', async (_what, code, sheet) => {
  const { id: productId } = await productOf(station, manager, 'CILI');
  const before = rows("SELECT last FROM number_counter WHERE kind = 'price_sheet'");
  expect(await station.call(manager, 'price.publish', { note: null, ...sheet(productId) })).toMatchObject(refusedWith(code));
  expect(rows("SELECT last FROM number_counter WHERE kind = 'price_sheet'")).toEqual(before);
});

test('a price sheet is a document: numbered, in the chain, proved by its digest and never changed', async () => {
  const { id: productId } = await productOf(station, manager, 'CILI');
  const sheet = await publish(station, productId, { TH: 60_000, CJ: 30_000 }, manager);
  expect(sheet.number).toBe('GZ01A-E-2026-000002');
  const [row] = rows(`SELECT d.id, e.doc_hash AS hash FROM document d JOIN event e ON e.doc_id = d.ulid WHERE d.number = '${sheet.number}'`);
  expect(digestOfDocument(station.core.station.db, Number(row?.id))).toBe(row?.hash);
  expect(() => station.core.station.db.file.exec('UPDATE price SET price_e4 = 1')).toThrow(/never changed/);
});
