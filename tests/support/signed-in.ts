import { userByLoginOrUlid } from '../../db/queries/people.queries.ts';
import { sessionUser } from '../../electron/core/rpc/people.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import { newSession } from '../../electron/core/rpc/session.ts';
import type { PersonKey, TestStation } from './station.ts';
import { people } from './station.ts';

/** A session of this person without the work of a PIN; for tests that are not about signing in. */
export function sessionOf(station: TestStation, person: PersonKey): Session {
  const session = newSession('desk');
  session.user = sessionUser(userByLoginOrUlid.one(station.core.station.db, { key: people[person].login }));
  return session;
}

/** Moves the hand clock to a later moment, as if people had worked on all days between. */
export function goTo(station: TestStation, moment: number): void {
  station.clock.forward(moment - station.clock.now());
  station.core.station.clockGuard.finding();
  station.core.station.clockGuard.confirm();
}
