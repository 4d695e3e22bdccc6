import type { ReadHandle } from '../../../../db/connection.ts';
import { userById } from '../../../../db/queries/people.queries.ts';
import type { MasterFields } from '../books/masters.ts';

/** The stored fields of a person, ready to be revised. */
export function currentUserFields(db: ReadHandle, rowId: number): MasterFields<'user'> {
  const { login, name, role, pin_hash, active, locale, density } = userById.one(db, { id: rowId });
  return { login, name, role, pin_hash, active, locale, density };
}
