import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { SessionState } from '../../../contract/session.ts';
import { mayRole, permissions } from '../../../contract/permission.ts';
import type { Permission } from '../../../contract/permission.ts';
import { stopsNumbering } from '../../../domain/clock-rule.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { listPeople } from './people.ts';
import { personOf } from './person.ts';

function phaseOf(context: QueryContext): SessionState['phase'] {
  const { station, session } = context;
  if (!station.device) return 'setup';
  if (!session.user) return 'sign_in';
  const finding = station.clockGuard.finding();
  if (stopsNumbering(finding)) return 'clock_stopped';
  return finding === 'rested_confirm' ? 'clock_confirm' : 'ready';
}

/** What a window must know before it can show anything. */
export function sessionState(context: QueryContext): SessionState {
  const { station, session, db } = context;
  const place = station.device ? stationRow.first(db, { code: station.device.stationCode }) : undefined;
  const user = session.user;
  return {
    phase: phaseOf(context),
    folderKind: station.kind,
    cooperative: cooperativeName.first(db, {})?.name ?? null,
    station: station.device && place ? { code: place.code, name: place.name, deskLetter: station.device.deskLetter } : null,
    people: listPeople(db).filter((person) => person.active),
    user: user ? personOf(db, user.rowId) : null,
    permissions: user ? (Object.keys(permissions) as Permission[]).filter((permission) => mayRole(user.role, permission)) : [],
    businessDate: context.businessDate,
    now: context.now,
    lastEventAt: station.clockGuard.lastEventAt(),
    keyProtection: station.keys === null ? 'none' : station.keys.keeping === 'sealed' ? 'system' : 'file',
    version: station.version,
  };
}
