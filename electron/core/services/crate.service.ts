import { crateBalances, crateHistory } from '../../../db/queries/crate.queries.ts';
import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { moveCrates } from './crate/move.ts';

/** The cooperative's crates and sacks that go out to members and come back. */
export const crateHandlers = {
  'crate.list': ask(({ db }, { memberId }) => ({ rows: crateBalances.all(db, { memberUlid: memberId ?? null }) })),
  'crate.history': ask(({ db }, { memberId }) => ({ rows: crateHistory.all(db, { memberUlid: memberId }) })),
  'crate.move': change(moveCrates),
} satisfies HandlersOf<'crate.list' | 'crate.history' | 'crate.move'>;
