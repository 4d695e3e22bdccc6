import type { ReadHandle } from '../../../../db/connection.ts';
import { masterVersions } from '../../../../db/queries/books.queries.ts';
import { payeeChanges } from '../../../../db/queries/member.queries.ts';
import type { MemberDetail } from '../../../contract/member.ts';

/** Columns of a member's version by the field a person knows; what follows from a field (its hash, its mask) is not named again. */
const fieldOf: Readonly<Record<string, string>> = {
  name: 'name', nickname: 'nickname', house_group: 'houseGroup', kind: 'kind', status: 'status', phone_hash: 'phone', resident_hash: 'residentId', birth_date: 'birthDate', own_grown: 'ownGrown', note: 'note',
};

type Payload = Readonly<Record<string, unknown>>;

function changedFields(before: Payload, after: Payload): string[] {
  return Object.entries(fieldOf).filter(([column]) => before[column] !== after[column]).map(([, field]) => field);
}

/** Channel and accounts lie with the payee: every save of theirs writes a member version at the same moment, which tells about them here. */
function payeeFieldsByMoment(db: ReadHandle, payee: { readonly id: number; readonly ulid: string }): Map<number, Set<string>> {
  const byMoment = new Map<number, Set<string>>();
  let channel: unknown;
  for (const change of payeeChanges.all(db, { payee: payee.ulid, payeeId: payee.id })) {
    const saved = JSON.parse(change.payload) as Payload;
    const isNew = change.field === 'account' || (channel !== undefined && saved.channel !== channel);
    if (change.field === 'channel') channel = saved.channel;
    if (isNew) byMoment.set(change.at, (byMoment.get(change.at) ?? new Set<string>()).add(change.field));
  }
  return byMoment;
}

/** Who saved a member when, and which fields were changed; the newest first, the first version without fields. */
export function memberHistory(db: ReadHandle, member: { readonly ulid: string }, payee: { readonly id: number; readonly ulid: string }): MemberDetail['versions'] {
  const versions = masterVersions.all(db, { entity: 'member', ulid: member.ulid });
  const ofPayee = payeeFieldsByMoment(db, payee);
  return versions.map(({ version, at, userName, payload }, index) => {
    const before = versions[index + 1];
    const own = before ? changedFields(JSON.parse(before.payload) as Payload, JSON.parse(payload) as Payload) : [];
    return { version, at, user: userName, changed: before ? [...own, ...(ofPayee.get(at) ?? [])] : [] };
  });
}
