import { remembered } from '../remembered.ts';
import { command, query } from '../sql.ts';

const userColumns = ['id', 'ulid', 'login', 'name', 'role', 'locale', 'density', 'active', 'version', 'pin_hash'] as const;

export const userByLoginOrUlid = query<{ key: string }>()((k, slot) =>
  k.selectFrom('user').select(userColumns).where((eb) => eb.or([eb('ulid', '=', slot('key')), eb('login', '=', slot('key'))])));
export const userById = remembered('user', query<{ id: number }>()((k, slot) => k.selectFrom('user').select(userColumns).where('id', '=', slot('id'))), ({ id }) => id);
export const allUsers = query<object>()((k) => k.selectFrom('user').select(userColumns).orderBy('id'));

export const pinAttempts = query<{ userId: number }>()((k, slot) =>
  k.selectFrom('pin_attempt').select(['failures', 'locked_until as lockedUntil']).where('user_id', '=', slot('userId')));
export const notePinFailure = command<{ userId: number; failures: number; lockedUntil: number }>()((k, slot) =>
  k.insertInto('pin_attempt').values({ user_id: slot('userId'), failures: slot('failures'), locked_until: slot('lockedUntil') })
    .onConflict((oc) => oc.column('user_id').doUpdateSet({ failures: slot('failures'), locked_until: slot('lockedUntil') })));
export const clearPinFailures = command<{ userId: number }>()((k, slot) => k.deleteFrom('pin_attempt').where('user_id', '=', slot('userId')));
