import type { ReadHandle } from '../../../../db/connection.ts';
import { allUsers, clearPinFailures, userByLoginOrUlid } from '../../../../db/queries/people.queries.ts';
import type { ParsedInputOf } from '../../../contract/operations.ts';
import type { Role } from '../../../contract/permission.ts';
import { mayRole } from '../../../contract/permission.ts';
import type { Person } from '../../../contract/session.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { toPerson } from './person.ts';

const secondPerson = 'approve.system';

export const listPeople = (db: ReadHandle): Person[] => allUsers.all(db, {}).map(toPerson);

/** A station that loses its last manager could never change anything again. */
function keepOneManager(context: CommandContext, changed: { ulid: string; role: string; active: boolean }): void {
  const others = allUsers.all(context.tx, {}).filter((row) => row.ulid !== changed.ulid && row.role === 'manager' && row.active === 1);
  if (others.length === 0 && !(changed.role === 'manager' && changed.active)) refuse('last_manager');
}

/**
 * One person must not become two: whoever may agree to what others do is made so, or given a PIN, with a second person only. Refuses
 * `approval_required`.
 */
function checkSecondPerson(context: CommandContext, input: ParsedInputOf<'user.save'>, current: { readonly role: string; readonly active: number } | null): void {
  const mayAgree = input.active && mayRole(input.role, secondPerson);
  const couldAgree = current?.active === 1 && mayRole(current.role as Role, secondPerson);
  const newPin = current !== null && input.pin !== undefined;
  if (context.approver === null && (newPin || (mayAgree && !couldAgree))) refuse('approval_required', { permission: secondPerson });
}

/** Adds a person or changes one; a new person needs a PIN, an old one keeps theirs when none is given. Refuses what the contract lists. */
export function savePerson(context: CommandContext, input: ParsedInputOf<'user.save'>, pinHash: string | null): { id: string } {
  const sameLogin = userByLoginOrUlid.first(context.tx, { key: input.login });
  if (sameLogin && sameLogin.ulid !== input.id) refuse('login_taken');
  const fields = { login: input.login, name: input.name, role: input.role, active: input.active ? 1 : 0, locale: input.locale, density: input.density };
  if (input.id === undefined) {
    checkSecondPerson(context, input, null);
    if (pinHash === null) refuse('pin_missing');
    return { id: createMaster(context, 'user', { ...fields, pin_hash: pinHash }).ulid };
  }
  const current = userByLoginOrUlid.first(context.tx, { key: input.id });
  if (!current) refuse('user_unknown');
  checkSecondPerson(context, input, current);
  keepOneManager(context, { ulid: input.id, role: input.role, active: input.active });
  reviseMaster(context, 'user', input.id, { ...fields, pin_hash: pinHash ?? current.pin_hash });
  return { id: input.id };
}

/** Gives a person a new PIN; a second person has agreed. Wrong attempts at the PIN before count no longer. */
export function resetPin(context: CommandContext, ulid: string, pinHash: string): Record<string, never> {
  const current = userByLoginOrUlid.first(context.tx, { key: ulid });
  if (!current || current.ulid !== ulid) refuse('user_unknown');
  const { login, name, role, active, locale, density } = current;
  reviseMaster(context, 'user', ulid, { login, name, role, active, locale, density, pin_hash: pinHash });
  clearPinFailures.run(context.tx, { userId: current.id });
  return {};
}
