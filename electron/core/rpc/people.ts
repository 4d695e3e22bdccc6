import type { ReadHandle } from '../../../db/connection.ts';
import { clearPinFailures, notePinFailure, pinAttempts, userById, userByLoginOrUlid } from '../../../db/queries/people.queries.ts';
import type { Density, Locale } from '../../contract/fields.ts';
import type { Role } from '../../contract/permission.ts';
import { pinDelayMs, verifyPin } from '../platform/passwords.ts';
import type { Station } from '../station.ts';
import type { SessionUser } from './session.ts';
import { writeAudit } from './audit.ts';

export type PinOutcome = { readonly ok: true; readonly user: SessionUser } | { readonly ok: false; readonly why: 'pin_wrong' | 'pin_locked' | 'user_inactive'; readonly waitSeconds: number };

interface UserRow { id: number; ulid: string; login: string; name: string; role: string; locale: string; density: string; active: number; pin_hash: string }

/** The person as the books know them now; null for one who is no longer active. */
export function standingUser(db: ReadHandle, rowId: number): SessionUser | null {
  const row = userById.first(db, { id: rowId });
  return row?.active === 1 ? sessionUser(row) : null;
}

export const sessionUser = (row: UserRow): SessionUser => ({
  rowId: row.id, id: row.ulid, login: row.login, name: row.name, role: row.role as Role, locale: row.locale as Locale, density: row.density as Density,
});

/** Tries on one person of a station, the newest behind all others. */
const tries = new WeakMap<Station['db'], Map<number, Promise<unknown>>>();

/** Tries on one person are answered one after the other: side by side they would all see the same count of failures and add one. */
async function inTurn<T>(station: Station, userId: number, work: () => Promise<T>): Promise<T> {
  const queue = tries.get(station.db) ?? new Map<number, Promise<unknown>>();
  tries.set(station.db, queue);
  const mine = (queue.get(userId) ?? Promise.resolve()).then(work, work);
  queue.set(userId, mine);
  try {
    return await mine;
  } finally {
    if (queue.get(userId) === mine) queue.delete(userId);
  }
}

/**
 * Checks a person's PIN and slows down guessing. A failure is written down in a transaction of its own, so that a refused
 * call cannot hide it. An unknown person costs the same time and is told the same as a wrong PIN.
 */
export async function checkPin(station: Station, key: string, pin: string, op: string): Promise<PinOutcome> {
  const named = userByLoginOrUlid.first(station.db, { key });
  return named ? inTurn(station, named.id, () => tryPin(station, key, pin, op)) : tryPin(station, key, pin, op);
}

async function tryPin(station: Station, key: string, pin: string, op: string): Promise<PinOutcome> {
  const row = userByLoginOrUlid.first(station.db, { key });
  const now = station.clock.now();
  const attempts = row ? pinAttempts.first(station.db, { userId: row.id }) : undefined;
  const waitMs = attempts ? Math.min(attempts.lockedUntil - now, pinDelayMs(attempts.failures)) : 0;
  if (waitMs > 0) return { ok: false, why: 'pin_locked', waitSeconds: Math.ceil(waitMs / 1000) };
  const isRight = await verifyPin(pin, row?.pin_hash ?? '');
  if (!row || !isRight) {
    const failures = (attempts?.failures ?? 0) + 1;
    const delay = pinDelayMs(failures);
    station.db.transact((tx) => {
      if (row) notePinFailure.run(tx, { userId: row.id, failures, lockedUntil: now + delay });
      writeAudit(tx, { at: now, userId: row?.id ?? null, op, outcome: 'pin_failed', code: delay > 0 ? 'pin_locked' : 'pin_wrong', commandId: null, correlationId: null });
    });
    return { ok: false, why: delay > 0 ? 'pin_locked' : 'pin_wrong', waitSeconds: Math.ceil(delay / 1000) };
  }
  if (attempts) station.db.transact((tx) => clearPinFailures.run(tx, { userId: row.id }));
  return row.active === 1 ? { ok: true, user: sessionUser(row) } : { ok: false, why: 'user_inactive', waitSeconds: 0 };
}
