import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { findingsOfCopy, tamper, verdictAfter, workedStation } from './books.ts';

let station: TestStation;
let tickets: string[] = [];
beforeEach(async () => {
  station = await testStation();
  ({ tickets } = await workedStation(station));
});
afterEach(async () => {
  await station.close();
});

const kinds = (verdict: Awaited<ReturnType<typeof verdictAfter>>): string[] => verdict.findings.map((finding) => finding.kind);
const database = (): string => join(station.folder, 'station.sqlite');

test('books that nobody touched are found good, and the check says what it cannot know', async () => {
  const verdict = await station.must(await station.as('manager'), 'system.verify', { full: true });
  expect(verdict.findings).toEqual([]);
  expect(verdict).toMatchObject({ ok: true, documents: 7 });
  expect(verdict.firstBad).toBeUndefined();
  expect(verdict.events).toBeGreaterThan(20);
  expect(verdict.unknown.length).toBeGreaterThanOrEqual(3);
});

test('one byte changed in a posted ticket is named with the ticket and its event', async () => {
  await tamper(station, (file) => file.exec("UPDATE weighing SET typed_reason = 'x' WHERE document_id = (SELECT max(document_id) - 1 FROM ticket)"));
  const verdict = await verdictAfter(station);
  expect(verdict.ok).toBe(false);
  expect(verdict.firstBad?.why).toBe('document_changed');
  expect(verdict.findings[0]?.what).toContain(tickets[2] ?? 'no ticket');
});

test('a changed amount is found in the document, even when journal and payable were changed along', async () => {
  await tamper(station, (file) => file.exec('UPDATE ticket SET total_fen = total_fen + 100; UPDATE payable SET amount_fen = amount_fen + 100'));
  expect(kinds(await verdictAfter(station))).toEqual(['document_changed', 'document_changed', 'document_changed', 'document_changed']);
});

test('a changed scale reading behind a ticket is found', async () => {
  await tamper(station, (file) => file.exec('UPDATE reading SET grams = grams + 1 WHERE id = 1'));
  expect((await verdictAfter(station)).firstBad?.why).toBe('document_changed');
});

test('an event that was changed is named by its place', async () => {
  await tamper(station, (file) => file.exec("UPDATE event SET payload = replace(payload, 'totalFen', 'totalFem') WHERE seq = (SELECT min(seq) FROM event WHERE type = 'ticket.posted')"));
  const verdict = await verdictAfter(station);
  expect(verdict.firstBad?.why).toBe('event_changed');
});

test('a reversal made to point at a reversal, and a number that is none, are named, and what else was changed is found too', () => {
  const pointsAtItself = "UPDATE document SET reverses_id = id WHERE number LIKE '%-R'";
  expect(findingsOfCopy(station, `${pointsAtItself}; UPDATE journal_line SET debit_fen = debit_fen + 100 WHERE debit_fen > 0`)).toEqual(expect.arrayContaining(['reversal_number', 'journal_unbalanced']));
});

test('a part of the check that stumbles is a finding of its own, and the other parts go on', () => {
  expect(findingsOfCopy(station, 'DROP TABLE number_counter; UPDATE journal_line SET debit_fen = debit_fen + 100 WHERE debit_fen > 0')).toEqual(expect.arrayContaining(['schema_differs', 'part_stumbled', 'journal_unbalanced']));
});

test('a cut tail of the log is found by the rows left behind and by what this computer has noted', async () => {
  await tamper(station, (file) => file.exec('DELETE FROM event WHERE seq > (SELECT max(seq) - 2 FROM event)'));
  const verdict = await verdictAfter(station);
  expect(kinds(verdict)).toContain('older_than_note');
  expect(kinds(verdict).some((kind) => kind.endsWith('without_event'))).toBe(true);
  expect(verdict.firstBad).toBeDefined();
});

test('a tail cut off together with its rows is still found by what this computer has noted', async () => {
  await tamper(station, (file) => file.exec('DELETE FROM event WHERE seq = (SELECT max(seq) FROM event); DELETE FROM transition WHERE ordinal > 1'));
  expect((await verdictAfter(station)).firstBad?.why).toBe('older_than_note');
});

test('a sealed head that is gone is named by its seal', async () => {
  await station.must(await station.as('manager'), 'system.seal', {});
  await tamper(station, (file) => file.exec('DELETE FROM event WHERE seq > (SELECT max(seq) - 1 FROM event)'));
  expect(kinds(await verdictAfter(station))).toContain('tail_cut');
});

test('a seal whose signature does not fit is named', async () => {
  await station.must(await station.as('manager'), 'system.seal', {});
  await tamper(station, (file) => file.exec("UPDATE seal SET at = at + 1"));
  expect(kinds(await verdictAfter(station))).toEqual(['seal_wrong']);
});

test('the file replaced by an older copy of itself is noticed', async () => {
  await station.core.stop();
  const old = join(station.config, 'old.sqlite');
  copyFileSync(database(), old);
  await station.reopen();
  await workedStation(station);
  await station.core.stop();
  for (const ending of ['', '-wal', '-shm']) rmSync(database() + ending, { force: true });
  copyFileSync(old, database());
  const verdict = await verdictAfter(station);
  expect(verdict.firstBad?.why).toBe('older_than_note');
  expect(kinds(verdict)).toEqual(['older_than_note']);
});

test('an older copy is noticed by a backup too, when the note of this computer is gone', async () => {
  await station.core.stop();
  const old = readFileSync(database());
  await station.reopen();
  await workedStation(station);
  await station.must(await station.as('manager'), 'backup.create', {});
  await station.core.stop();
  for (const ending of ['', '-wal', '-shm']) rmSync(database() + ending, { force: true });
  writeFileSync(database(), old);
  rmSync(join(station.config, 'heads'), { recursive: true });
  expect(kinds(await verdictAfter(station))).toEqual(['older_than_backup']);
});

test('without note and backup the check says that it cannot see an older file', async () => {
  await station.core.stop();
  rmSync(join(station.config, 'heads'), { recursive: true });
  const verdict = await verdictAfter(station);
  expect(verdict.ok).toBe(true);
  expect(verdict.unknown.join()).toContain('手边没有备份');
});

test.each([
  ["UPDATE member SET name = '陈小山'", 'master_row_differs'],
  ["UPDATE master_version SET payload = replace(payload, '陈大山', '陈小山') WHERE entity = 'member'", 'master_changed'],
  ['UPDATE stock SET grams = grams + 1 WHERE lot_id = 1', 'stock_differs'],
  ['UPDATE number_counter SET last = last + 1', 'counter_differs'],
  ["INSERT INTO countersign (document_id, op, requested_by, due_date) SELECT max(document_id), 'ticket.post', 1, '2026-11-20' FROM ticket", 'countersign_differs'],
  ['DELETE FROM transition WHERE ordinal > 1', 'event_without_row'],
  ['DELETE FROM journal_line WHERE line_no = 1', 'journal_unbalanced'],
  ['INSERT INTO cash_balance (cash_box_id, balance_fen) SELECT id, 1 FROM cash_box', 'cash_differs'],
  ["INSERT INTO cash_line (document_id, line_no, cash_box_id, purpose, amount_fen) SELECT max(document_id), 1, 1, 'float_in', 5 FROM ticket", 'row_outside_document'],
  ['UPDATE device SET public_key = sealed_key', 'device_key_differs'],
])('what was done by "%s" is named', (sql, kind) => {
  expect(findingsOfCopy(station, sql)).toContain(kind);
});

test('a ticket deleted with everything that hangs on it leaves a gap in the numbers and an event without its rows', async () => {
  await tamper(station, (file) => {
    const { id } = file.prepare('SELECT min(document_id) AS id FROM ticket').get() as { id: number };
    const tables = file.prepare("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'document_id'").all() as Array<{ name: string }>;
    for (const { name } of tables) file.exec(`DELETE FROM "${name}" WHERE document_id = ${id}`);
    file.exec(`DELETE FROM document WHERE id = ${id}`);
  });
  const verdict = await verdictAfter(station);
  expect(kinds(verdict)).toEqual(expect.arrayContaining(['event_without_row', 'number_gap', 'stock_differs']));
  expect(verdict.findings.find((finding) => finding.kind === 'event_without_row')?.what).toContain(tickets[0] ?? 'no ticket');
});

test('a guard that was taken away is named', async () => {
  await tamper(station, () => undefined, { keepGuards: true });
  const verdict = await verdictAfter(station);
  expect(verdict.ok).toBe(false);
  expect(new Set(kinds(verdict))).toEqual(new Set(['schema_differs']));
});

test('the check since the last seal sees what was changed after it and says that it looked no further', async () => {
  await station.must(await station.as('manager'), 'system.seal', {});
  await workedStation(station);
  await tamper(station, (file) => file.exec("UPDATE document SET reason = 'x' WHERE id = (SELECT max(document_id) FROM ticket)"));
  await station.reopen();
  const verdict = await station.must(await station.as('manager'), 'system.verify', { full: false });
  expect(verdict.firstBad?.why).toBe('document_changed');
  expect(verdict.unknown.join()).toContain('最后一次封条');
});
