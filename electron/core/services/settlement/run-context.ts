import { userById } from '../../../../db/queries/people.queries.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { sessionUser } from '../../rpc/people.ts';
import type { Station } from '../../station.ts';

/** One short transaction of a run, in the name of the person who began it. */
export function transactForRun<T>(station: Station, startedBy: number, work: (context: CommandContext) => T): T {
  const after: Array<() => void> = [];
  const now = station.clock.now();
  const user = sessionUser(userById.one(station.db, { id: startedBy }));
  const result = station.db.transact((tx) =>
    work({ station, session: { user, scope: 'cli' }, now, businessDate: businessDate(now), user, approver: null, db: tx, tx, afterCommit: (done) => after.push(done) }));
  for (const done of after) done();
  return result;
}
