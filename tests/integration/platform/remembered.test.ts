import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForReading } from '../../../db/connection.ts';
import { forgetMasters } from '../../../db/remembered.ts';
import { productByUlid } from '../../../db/queries/ticket.queries.ts';
import { userById } from '../../../db/queries/people.queries.ts';
import { settingValue } from '../../../db/queries/setting.queries.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';

let station: TestStation;
beforeAll(async () => { station = await testStation(); });
afterAll(async () => { await station.close(); });

const own = () => station.core.station.db;
/** Past the product, as only a test may: what is remembered shows by not seeing it. */
const write = (value: string): void => { own().file.prepare('UPDATE setting SET value = ? WHERE key = ?').run(value, 'paper_book.days'); };

test('a setting is asked of the file once, and anew after one was saved', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'setting.save', { key: 'paper_book.days', value: 7 });
  expect(settingValue.first(own(), { key: 'paper_book.days' })?.value).toBe('7');
  write('8');
  expect(settingValue.first(own(), { key: 'paper_book.days' })?.value).toBe('7');
  await station.must(manager, 'setting.save', { key: 'paper_book.days', value: 9 });
  expect(settingValue.first(own(), { key: 'paper_book.days' })?.value).toBe('9');
});

test('that a setting is missing is remembered too, until it is made', async () => {
  const manager = await station.as('manager');
  expect(settingValue.first(own(), { key: 'print.copies.receipt' })).toBeUndefined();
  await station.must(manager, 'setting.save', { key: 'print.copies.receipt', value: 2 });
  expect(settingValue.first(own(), { key: 'print.copies.receipt' })?.value).toBe('2');
});

test('what was read inside a transaction that failed is not believed afterwards', () => {
  expect(() => own().transact((tx) => {
    write('30');
    forgetMasters(tx.file);
    expect(settingValue.first(tx, { key: 'paper_book.days' })?.value).toBe('30');
    throw new Error('power is gone');
  })).toThrow('power is gone');
  expect(settingValue.first(own(), { key: 'paper_book.days' })?.value).toBe('9');
});

test('what is only tried out leaves neither rows nor memories behind, and what was remembered before stays so', () => {
  const kept = settingValue.first(own(), { key: 'paper_book.days' })?.value;
  const seen = own().tryOut((tx) => {
    write('31');
    forgetMasters(tx.file);
    return settingValue.first(tx, { key: 'paper_book.days' })?.value;
  });
  expect(seen).toBe('31');
  expect(settingValue.first(own(), { key: 'paper_book.days' })?.value).toBe(kept);
  write('32');
  expect(settingValue.first(own(), { key: 'paper_book.days' })?.value).toBe(kept);
  write(String(kept));
  expect(() => own().tryOut(() => { throw new Error('refused'); })).toThrow('refused');
  expect(own().transact((tx) => settingValue.first(tx, { key: 'paper_book.days' })?.value)).toBe(kept);
});

test('a reader beside the writer asks the file every time', () => {
  const reader = openForReading(own().file.name);
  try {
    expect(settingValue.first(reader, { key: 'paper_book.days' })?.value).toBe('9');
    write('11');
    expect(settingValue.first(reader, { key: 'paper_book.days' })?.value).toBe('11');
  } finally {
    reader.close();
  }
});

test('nobody can change a row that the next one is told too', () => {
  const [id] = own().file.prepare('SELECT id, ulid FROM user LIMIT 1').all() as Array<{ id: number }>;
  const person = userById.one(own(), { id: id?.id ?? 0 });
  expect(() => { (person as { name: string }).name = '别人'; }).toThrow(TypeError);
  expect(productByUlid.first(own(), { ulid: '0'.repeat(26) })).toBeUndefined();
});
