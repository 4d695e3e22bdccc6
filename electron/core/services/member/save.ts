import { highestCode, memberAlike, memberByResident, memberByUlid, payeeOfMember, toBeTakenBack } from '../../../../db/queries/member.queries.ts';
import type { ParsedInputOf } from '../../../contract/operations.ts';
import { yuanText } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { MasterFields } from '../books/masters.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { nameSounds } from './name-sounds.ts';
import { checkedPhone, checkedResidentId, fieldKeys, noPhone, noResident, phoneColumns, residentColumns } from './protected-columns.ts';

/** What may be said about a member; `phone` and `residentId` null leave what is stored, an empty text removes it. */
export type MemberInput = Omit<ParsedInputOf<'member.save'>, 'id' | 'expectedVersion'>;
type Fields = MasterFields<'member'>;
type Stored = NonNullable<ReturnType<typeof memberByUlid.first>>;

/** Letters in front of the running number: members of the cooperative, and others who sell to it. */
const codeLetters = { member: 'M', non_member: 'N' } as const;

function nextCode(context: CommandContext, kind: 'member' | 'non_member'): string {
  const letter = codeLetters[kind];
  const last = highestCode.one(context.tx, { letter }).last ?? 0;
  return `${letter}${String(last + 1).padStart(4, '0')}`;
}

function phonePart(context: CommandContext, input: MemberInput, ulid: string, stored: Stored | null): ReturnType<typeof phoneColumns> {
  if (input.phone === '') return noPhone;
  if (input.phone !== null) return phoneColumns(fieldKeys(context.station), checkedPhone(input.phone), ulid);
  return stored ? { phone_sealed: stored.phone_sealed, phone_hash: stored.phone_hash, phone_tail_hash: stored.phone_tail_hash, phone_masked: stored.phone_masked } : noPhone;
}

function residentPart(context: CommandContext, input: MemberInput, ulid: string, stored: Stored | null): ReturnType<typeof residentColumns> {
  if (input.residentId === '') return noResident;
  if (input.residentId !== null) return residentColumns(fieldKeys(context.station), checkedResidentId(input.residentId), ulid);
  return stored ? { resident_sealed: stored.resident_sealed, resident_hash: stored.resident_hash, resident_tail_hash: stored.resident_tail_hash, resident_masked: stored.resident_masked } : noResident;
}

/** The same phone stays the same sealed text, so that a save that changes nothing changes no column. */
const unlessSame = <T extends object>(next: T, stored: T | null, hash: keyof T): T => (stored && stored[hash] !== null && stored[hash] === next[hash] ? pick(stored, next) : next);
const pick = <T extends object>(from: T, columns: T): T => Object.fromEntries(Object.keys(columns).map((column) => [column, from[column as keyof T]])) as T;

/**
 * The columns of a member. Where a resident id is held the birth date is not kept in clear beside it: the masked number and the date
 * together would give the whole number away.
 */
function memberColumns(context: CommandContext, input: MemberInput, ulid: string, stored: Stored | null): Fields {
  const phone = unlessSame(phonePart(context, input, ulid, stored), stored, 'phone_hash');
  const resident = unlessSame(residentPart(context, input, ulid, stored), stored, 'resident_hash');
  return {
    code: stored?.code ?? nextCode(context, input.kind), name: input.name, nickname: input.nickname, house_group: input.houseGroup, kind: input.kind, status: stored?.status ?? 'active',
    ...nameSounds(input.name, input.nickname), ...phone, ...resident,
    birth_date: resident.resident_sealed === null ? input.birthDate : null, own_grown: input.ownGrown ? 1 : 0, note: input.note, left_reason: stored?.left_reason ?? null,
  };
}

/** The same resident id twice is never right; the same name or phone may be, and asks first. */
function checkDoubles(context: CommandContext, fields: Fields, input: MemberInput, ulid: string, stored: Stored | null): void {
  const taken = fields.resident_hash === null ? undefined : memberByResident.first(context.tx, { hash: fields.resident_hash, ulid });
  if (taken) refuse('resident_id_taken', { code: taken.code, name: taken.name });
  const isNews = !stored || stored.name !== fields.name || stored.phone_hash !== fields.phone_hash;
  if (input.acceptDuplicate || !isNews) return;
  const alike = memberAlike.first(context.tx, { name: fields.name, birth: fields.birth_date, phone: fields.phone_hash, resident: fields.resident_hash, ulid });
  if (alike) refuse('duplicate_likely', { code: alike.code, name: alike.name, group: alike.houseGroup ?? '' });
}

/** Adds a member together with the payee who is paid for the deliveries. */
export function addMember(context: CommandContext, input: MemberInput): { id: string; code: string } {
  const ulid = context.station.ids.ulid();
  const fields = memberColumns(context, input, ulid, null);
  checkDoubles(context, fields, input, ulid, null);
  const { id } = createMaster(context, 'member', fields, ulid);
  createMaster(context, 'payee', { member_id: id, name: fields.name, channel: input.channel, active: 1 });
  return { id: ulid, code: fields.code };
}

/**
 * Refuses with the sums where something is still to be taken back from a member. Members and others are accounted separately, so who changes
 * sides would escape every recovery; who leaves brings nothing to recover from.
 */
function requireNothingOpen(context: CommandContext, stored: Stored, code: 'kind_with_open_items' | 'leaves_with_open_items'): void {
  const { debtFen, correctionFen } = toBeTakenBack.one(context.tx, { memberId: stored.id });
  if (debtFen + correctionFen > 0) refuse(code, { name: stored.name, debts: yuanText(debtFen), corrections: yuanText(correctionFen), total: yuanText(debtFen + correctionFen) });
}

/** Adds a member or writes the next version. Refuses what the contract lists; fault `key_missing` only where a protected field is to be written. */
export function saveMember(context: CommandContext, input: ParsedInputOf<'member.save'>): { id: string; code: string } {
  if (input.id === undefined) return addMember(context, input);
  const stored = memberByUlid.first(context.tx, { ulid: input.id }) ?? refuse('member_unknown');
  if (input.expectedVersion !== undefined && input.expectedVersion !== stored.version) refuse('version_changed');
  if (input.kind !== stored.kind) requireNothingOpen(context, stored, 'kind_with_open_items');
  const fields = memberColumns(context, input, stored.ulid, stored);
  checkDoubles(context, fields, input, stored.ulid, stored);
  reviseMaster(context, 'member', stored.ulid, fields);
  const payee = payeeOfMember.one(context.tx, { memberId: stored.id });
  if (payee.channel !== input.channel || payee.name !== fields.name) {
    reviseMaster(context, 'payee', payee.ulid, { member_id: stored.id, name: fields.name, channel: input.channel, active: payee.active });
  }
  return { id: stored.ulid, code: stored.code };
}

/** A seller met at the scale: name and kind are enough. */
export function quickAddMember(context: CommandContext, input: ParsedInputOf<'member.quickAdd'>): { id: string; code: string } {
  return addMember(context, { ...input, residentId: null, birthDate: null, ownGrown: true, note: null, channel: 'cash' });
}

/** The columns as they stand, for a version that changes one of them or only notes a change at the payee. */
export function storedFields(stored: Stored): Fields {
  const { id: _id, ulid: _ulid, version: _version, ...fields } = stored;
  return fields;
}

/** A member leaves: no new tickets; what is owed either way stays, and is confirmed where it is owed by them. Refuses `leaves_with_open_items`, naming the sums. */
export function leaveMember(context: CommandContext, input: ParsedInputOf<'member.leave'>): Record<string, never> {
  const stored = memberByUlid.first(context.tx, { ulid: input.id }) ?? refuse('member_unknown');
  if (stored.status === 'left') refuse('member_left', { name: stored.name });
  if (!input.confirmed) requireNothingOpen(context, stored, 'leaves_with_open_items');
  reviseMaster(context, 'member', stored.ulid, { ...storedFields(stored), status: 'left', left_reason: input.reason });
  return {};
}
