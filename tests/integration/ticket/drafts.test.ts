import { afterEach, beforeEach, expect, test } from 'vitest';
import { readingState, ticketOfDraft } from '../../../db/queries/ticket.queries.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
});
afterEach(() => station.close());

const save = (id: string, revision: number, payload: object, state: 'open' | 'held' = 'open') => station.call(clerk, 'draft.save', { id, revision, state, label: '张三 红薯', payload: { ...payload } });
const newId = (): string => station.core.station.ids.ulid();

test('a draft survives a crash of the program with its last keystroke', async () => {
  const id = newId();
  await save(id, 1, { baskets: 1 });
  await save(id, 2, { baskets: 2 }, 'held');
  await station.reopen();
  clerk = await station.as('clerk');
  expect((await station.must(clerk, 'draft.list', {})).rows).toMatchObject([{ id, state: 'held', label: '张三 红薯', revision: 2, userName: '张司磅', payload: { baskets: 2 } }]);
});

test('a save that arrives late changes nothing and answers with the revision that stands', async () => {
  const id = newId();
  await save(id, 5, { baskets: 5 });
  expect(await save(id, 4, { baskets: 4 })).toMatchObject({ ok: true, data: { revision: 5 } });
  expect((await station.must(clerk, 'draft.list', {})).rows).toMatchObject([{ payload: { baskets: 5 } }]);
});

test('keystrokes leave no trace in the once-only log or the audit', async () => {
  const id = newId();
  for (let revision = 1; revision <= 20; revision += 1) await save(id, revision, { revision });
  const traces = station.core.station.db.file.prepare("SELECT (SELECT count(*) FROM command_log WHERE op = 'draft.save') + (SELECT count(*) FROM audit WHERE op = 'draft.save') AS n").get();
  expect(traces).toEqual({ n: 0 });
});

test('a draft too large is refused, and one thrown away is gone', async () => {
  const id = newId();
  expect(await save(id, 1, { text: 'x'.repeat(256_001) })).toMatchObject(refusedWith('draft_too_large'));
  await save(id, 1, {});
  await station.must(clerk, 'draft.discard', { id });
  expect((await station.must(clerk, 'draft.list', {})).rows).toEqual([]);
});

test('posting takes the draft away, and a late keystroke does not bring it back', async () => {
  const member = (await givenMember(station, clerk, '张三')).id;
  const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
  await publish(station, productId, { G1: 20_000 });
  const form = ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 2_000 });
  await save(form.draftId, 1, {});
  const posted = await station.must(clerk, 'ticket.post', form);
  expect((await station.must(clerk, 'draft.list', {})).rows).toEqual([]);
  expect(await save(form.draftId, 2, {})).toMatchObject(refusedWith('draft_posted', { number: posted.number }));
});

test('the look for a posted draft and for a used reading goes by an index', () => {
  const plan = (sql: string): string => {
    const { file } = station.core.station.db;
    const slots = sql.split('?').length - 1;
    return JSON.stringify(file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: slots }, () => 1)));
  };
  expect(plan(ticketOfDraft.sql)).toContain('ticket_by_draft');
  expect(plan(readingState.sql)).toContain('weighing_by_gross_reading');
  expect(plan(readingState.sql)).not.toContain('SCAN weighing');
});
