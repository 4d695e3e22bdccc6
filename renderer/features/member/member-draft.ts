import { isBusinessDate } from '../../../electron/domain/business-date.ts';
import type { MemberDetail, MemberRow } from '../../../electron/contract/member.ts';
import { checkIdentifier, isLandline, normaliseIdentifier } from '../../../electron/domain/identifiers.ts';
import type { InputOf } from '../../api/operation-types.ts';

/** What stands in the form. Phone and ID number of a known member are masked, so their fields begin empty and empty leaves them. */
export interface MemberDraft {
  readonly name: string;
  readonly nickname: string;
  readonly houseGroup: string;
  readonly kind: MemberRow['kind'];
  readonly phone: string;
  readonly removePhone: boolean;
  readonly residentId: string;
  readonly removeResidentId: boolean;
  readonly birthDate: string | null;
  readonly ownGrown: boolean;
  readonly note: string;
  readonly channel: MemberDetail['channel'];
}

export const emptyDraft: MemberDraft = {
  name: '', nickname: '', houseGroup: '', kind: 'member', phone: '', removePhone: false, residentId: '', removeResidentId: false, birthDate: null, ownGrown: true, note: '', channel: 'cash',
};

export function draftOf(member: MemberDetail): MemberDraft {
  return {
    ...emptyDraft, name: member.name, nickname: member.nickname ?? '', houseGroup: member.houseGroup ?? '', kind: member.kind, birthDate: member.birthDate, ownGrown: member.ownGrown,
    note: member.note ?? '', channel: member.channel,
  };
}

export function phoneHolds(phone: string): boolean {
  return phone.trim() === '' || checkIdentifier('mobile', phone).valid || isLandline(phone);
}

export function residentIdHolds(residentId: string): boolean {
  return residentId.trim() === '' || checkIdentifier('resident_id', residentId).valid;
}

/** The ID number carries the day of birth, so nobody types it twice. */
export function withResidentId(draft: MemberDraft, residentId: string): MemberDraft {
  const compact = normaliseIdentifier('resident_id', residentId);
  const birthDate = `${compact.slice(6, 10)}-${compact.slice(10, 12)}-${compact.slice(12, 14)}`;
  const known = residentId.trim() !== '' && residentIdHolds(residentId) && isBusinessDate(birthDate);
  return { ...draft, residentId, ...(known ? { birthDate } : {}) };
}

export type DraftTrouble = 'name' | 'phone' | 'residentId';

export function draftTroubles(draft: MemberDraft): ReadonlySet<DraftTrouble> {
  const troubles: DraftTrouble[] = [];
  if (draft.name.trim() === '') troubles.push('name');
  if (!draft.removePhone && !phoneHolds(draft.phone)) troubles.push('phone');
  if (!draft.removeResidentId && !residentIdHolds(draft.residentId)) troubles.push('residentId');
  return new Set(troubles);
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A protected field: what was typed, an empty text to remove it, null to leave it. */
function protectedInput(typed: string, remove: boolean): string | null {
  return remove ? '' : orNull(typed);
}

/** The command that saves a draft; `known` is the member it changes. */
export function savingInput(draft: MemberDraft, known: MemberDetail | null, acceptDuplicate: boolean): InputOf<'member.save'> {
  return {
    ...(known === null ? {} : { id: known.id, expectedVersion: known.version }),
    name: draft.name, nickname: orNull(draft.nickname), houseGroup: orNull(draft.houseGroup), kind: draft.kind, phone: protectedInput(draft.phone, draft.removePhone),
    residentId: protectedInput(draft.residentId, draft.removeResidentId), birthDate: draft.birthDate, ownGrown: draft.ownGrown, note: orNull(draft.note), channel: draft.channel, acceptDuplicate,
  };
}
