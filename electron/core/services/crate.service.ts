import { crateBalances, crateHistory, overdueCrates } from '../../../db/queries/crate.queries.ts';
import { crateGraceFrom } from '../../domain/crate-age.ts';
import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { moveCrates } from './crate/move.ts';
import { reverseCrates } from './crate/reverse.ts';

/** The cooperative's crates and sacks that go out to members and come back. */
export const crateHandlers = {
  'crate.list': ask(({ db, businessDate: day }, { memberId }) => {
    const overdue = new Map(overdueCrates.all(db, { day, since: crateGraceFrom(day) }).map((row) => [`${row.memberId} ${row.containerId}`, row.overdue]));
    return { rows: crateBalances.all(db, { memberUlid: memberId ?? null }).map((row) => ({ ...row, overdue: overdue.get(`${row.memberId} ${row.containerId}`) ?? 0 })) };
  }),
  'crate.history': ask(({ db }, { memberId }) => ({ rows: crateHistory.all(db, { memberUlid: memberId }).map(({ own, ...row }) => ({ ...row, reversible: own === 1 && row.reversedBy === null })) })),
  'crate.move': change(moveCrates),
  'crate.reverse': change(reverseCrates),
} satisfies HandlersOf<'crate.list' | 'crate.history' | 'crate.move' | 'crate.reverse'>;
