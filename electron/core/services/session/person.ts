import type { ReadHandle } from '../../../../db/connection.ts';
import { userById } from '../../../../db/queries/people.queries.ts';
import type { Person } from '../../../contract/session.ts';
import { sessionUser } from '../../rpc/people.ts';

interface UserRow { id: number; ulid: string; login: string; name: string; role: string; locale: string; density: string; active: number; pin_hash: string }

/** A person as the window sees them: no row id, no PIN. */
export function toPerson(row: UserRow): Person {
  const { id, login, name, role, locale, density } = sessionUser(row);
  return { id, login, name, role, locale, density, active: row.active === 1 };
}

export const personOf = (db: ReadHandle, rowId: number): Person => toPerson(userById.one(db, { id: rowId }));
