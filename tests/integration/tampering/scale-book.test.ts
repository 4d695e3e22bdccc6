import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { findingsOfCopy } from './books.ts';

let station: TestStation;
/** A practice scale with a zero check that core read, a certificate, and a consent for the day. */
beforeAll(async () => {
  station = await testStation({ kind: 'training' });
  const [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
  await vi.waitFor(() => {
    station.clock.forward(100);
    return station.must(clerk, 'scale_book.zero', { scaleId: 'training', shown: { kind: 'scale' } });
  }, { timeout: 10_000 });
  await station.must(manager, 'scale_book.certificate', { scaleId: 'training', certificateNo: 'LX-1', issuedBy: '练习', accuracyClass: 'III', verifiedOn: '2025-11-15', dueOn: '2026-11-15' });
  await station.must(clerk, 'scale_book.permit', { scaleId: 'training', reason: '检定已经约好' }, { approval: station.approval('accountant') });
});
afterAll(() => station.close());

test('the book of a scale is found good as it was written, and a practice scale weighs on although it is overdue', async () => {
  expect(findingsOfCopy(station, 'SELECT 1')).toEqual([]);
  const clerk = await station.as('clerk');
  expect(await station.must(clerk, 'scale_book.state', {})).toMatchObject({ enforced: false, rows: [{ verification: 'overdue', permitted: true }] });
});

test.each([
  ["UPDATE scale_book_reading SET raw = replace(raw, '30', '31')", ['document_changed']],
  ["UPDATE scale_book_entry SET shown_g = shown_g + 1 WHERE kind = 'zero_check'", ['document_changed']],
  ["UPDATE scale_book_entry SET due_on = '2026-11-25' WHERE kind = 'certificate'", ['document_changed']],
  ["UPDATE scale_book_entry SET issued_by = '练昔' WHERE kind = 'certificate'", ['document_changed']],
  ['DELETE FROM scale_book_reading', ['document_changed']],
  ["UPDATE document SET approved_by = NULL WHERE id = (SELECT document_id FROM scale_book_entry WHERE kind = 'overdue_use')", ['document_changed']],
  ["UPDATE document SET business_date = '2026-11-21' WHERE id = (SELECT document_id FROM scale_book_entry WHERE kind = 'overdue_use')", ['document_changed']],
])('in the book of a scale, what "%s" did is named', (sql, expected) => {
  expect(findingsOfCopy(station, sql)).toEqual(expect.arrayContaining(expected));
});

test.each(['UPDATE scale_book_entry SET shown_g = 0', 'DELETE FROM scale_book_entry', 'UPDATE scale_book_reading SET grams = 0', 'DELETE FROM scale_book_reading'])('while the station runs nobody can do "%s"', (sql) => {
  expect(() => station.core.station.db.file.exec(sql)).toThrow('posted rows are never changed');
});
