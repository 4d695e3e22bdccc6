import type { FullRow } from '../../../../db/insert.ts';
import { heaviestFailed } from '../../../../db/queries/scale-book.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { ScaleProfile } from '../../../contract/scale-profile.ts';
import type { BookEntryKind, CheckResult } from '../../../domain/scale-book.ts';
import { testWeightCheck, zeroCheck } from '../../../domain/scale-book.ts';
import type { SessionWeight } from '../../devices/scale/session/scale-session.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { openDocument } from '../books/documents.ts';
import { portText, scaleProfiles } from '../scale-profiles.ts';
import { bookRules, bookStateOn } from './book.ts';

type Written = OutputOf<'scale_book.certificate'>;
type EntryRow = FullRow<'scale_book_entry'>;

/** The scale as it is set up. Refuses `scale_unknown`. */
export function findScale({ station, db }: Pick<QueryContext, 'station' | 'db'>, scaleId: string): ScaleProfile {
  return scaleProfiles(db, station.kind).find((profile) => profile.id === scaleId) ?? refuse('scale_unknown');
}

const blank = {
  nominal_g: null, shown_g: null, typed: null, interval_g: null, tolerance_g: null, passed: null, certificate_no: null, issued_by: null, accuracy_class: null, verified_on: null, due_on: null,
} as const;

function write(context: CommandContext, scale: ScaleProfile, kind: BookEntryKind, fields: Partial<EntryRow>, rest: { readonly reason?: string; readonly read?: SessionWeight | null } = {}): Written {
  const document = openDocument(context, { type: 'scale_book', ...(rest.reason === undefined ? {} : { reason: rest.reason }) });
  document.add('scale_book_entry', { document_id: document.id, scale_id: scale.id, scale_name: scale.name, kind, ...blank, ...fields });
  if (rest.read) document.add('scale_book_reading', readingRow(context, document.id, scale, rest.read));
  document.seal({ payload: { scale: scale.id, kind, passed: fields.passed ?? null } });
  return { id: document.ulid, number: document.number };
}

function readingRow({ station }: CommandContext, documentId: number, scale: ScaleProfile, read: SessionWeight): FullRow<'scale_book_reading'> {
  return {
    document_id: documentId, port: portText(scale), protocol: scale.protocol, raw: JSON.stringify(read.raw), value: read.value, unit: read.unit, grams: read.mass.wholeGrams, sub_gram: read.mass.subGram ? 1 : 0,
    stable_rule: read.rule, net: read.net === null ? null : Number(read.net), at: read.at, monotonic: read.monotonic, clock: station.clockGuard.quality(), device: station.device?.ulid ?? '',
    simulated: scale.port.kind === 'simulator' ? 1 : 0,
  };
}

type CheckInput = ParsedInputOf<'scale_book.zero'>;
/** What the scale shows: core's own reading, never a figure of the page; null where a person typed it and says why. */
export function readScale({ station }: QueryContext, { scaleId, shown }: CheckInput): SessionWeight | null {
  if (shown.kind === 'typed') return null;
  const found = station.live.scales.look(scaleId) ?? refuse('scale_unknown');
  if ('refused' in found.taken) refuse(found.taken.refused, { scale: found.profile.name, ...found.taken.params });
  return found.taken;
}

function intervalOf(scale: ScaleProfile): number {
  return scale.intervalGrams ?? refuse('scale_interval_missing', { scale: scale.name });
}

function writeCheck(context: CommandContext, scale: ScaleProfile, input: CheckInput, check: { readonly kind: 'zero_check' | 'test_weight'; readonly nominalGrams: number; readonly shownGrams: number; readonly result: CheckResult; readonly read: SessionWeight | null }): OutputOf<'scale_book.zero'> {
  const { result, read, shownGrams } = check;
  const written = write(context, scale, check.kind, {
    nominal_g: check.nominalGrams, shown_g: shownGrams, typed: read === null ? 1 : 0, interval_g: scale.intervalGrams, tolerance_g: result.toleranceGrams, passed: result.passed ? 1 : 0,
  }, { read, ...(input.shown.kind === 'typed' ? { reason: input.shown.reason } : {}) });
  return { ...written, ...result, shownGrams };
}

/** What was read, or typed where nothing was read. */
const shownGramsOf = (shown: CheckInput['shown'], read: SessionWeight | null): number => (shown.kind === 'typed' ? shown.grams : read?.mass.wholeGrams ?? refuse('scale_unknown'));

/** A check that would let weights through again on the word of one person alone needs a second. */
function needSecond(context: CommandContext): void {
  if (context.approver === null) refuse('approval_required', { permission: 'approve.scale' });
}

/**
 * Enters the check of the empty scale. Refuses what {@link readScale} refuses, `scale_interval_missing`, and a good figure that is only typed while
 * weights wait for it (`approval_required`).
 */
export function enterZero(context: CommandContext, input: CheckInput, read: SessionWeight | null): OutputOf<'scale_book.zero'> {
  const scale = findScale(context, input.scaleId);
  const shownGrams = shownGramsOf(input.shown, read);
  const result = zeroCheck(shownGrams, intervalOf(scale));
  if (result.passed && read === null && bookStateOn(context.tx, scale.id, context.businessDate).blocks.includes('zero_check_missing')) needSecond(context);
  return writeCheck(context, scale, input, { kind: 'zero_check', nominalGrams: 0, shownGrams, result, read });
}

/**
 * Enters a test weight; a failed one is written down like a good one. Refuses also `test_above_capacity`. After a failed one a good figure that is
 * only typed, or comes from a lighter weight, needs a second person (`approval_required`): a gram on an empty scale is never far off.
 */
export function enterTest(context: CommandContext, input: ParsedInputOf<'scale_book.test'>, read: SessionWeight | null): OutputOf<'scale_book.test'> {
  const scale = findScale(context, input.scaleId);
  if (scale.capacityGrams !== null && input.nominalGrams > scale.capacityGrams) refuse('test_above_capacity', { scale: scale.name, grams: input.nominalGrams, capacity: scale.capacityGrams });
  const shownGrams = shownGramsOf(input.shown, read);
  const result = testWeightCheck(shownGrams, input.nominalGrams, intervalOf(scale), bookRules(context.tx).testIntervals);
  const failedGrams = heaviestFailed.one(context.tx, { scaleId: scale.id }).grams;
  if (result.passed && failedGrams !== null && (read === null || input.nominalGrams < failedGrams)) needSecond(context);
  return writeCheck(context, scale, input, { kind: 'test_weight', nominalGrams: input.nominalGrams, shownGrams, result, read });
}

/** Enters a verification certificate. The last one entered counts, so a mistyped one is put right by entering it again. Refuses `certificate_dates`. */
export function enterCertificate(context: CommandContext, input: ParsedInputOf<'scale_book.certificate'>): Written {
  const scale = findScale(context, input.scaleId);
  if (input.verifiedOn > input.dueOn || input.verifiedOn > context.businessDate) refuse('certificate_dates', { verified: input.verifiedOn, due: input.dueOn });
  return write(context, scale, 'certificate', {
    certificate_no: input.certificateNo, issued_by: input.issuedBy, accuracy_class: input.accuracyClass, verified_on: input.verifiedOn, due_on: input.dueOn,
  });
}

/** Takes a scale out of service (`scale_already_withdrawn`) or brings it back (`scale_not_withdrawn`), with the reason. */
export function enterService(context: CommandContext, { scaleId, reason }: ParsedInputOf<'scale_book.withdraw'>, kind: 'out_of_service' | 'back_in_service'): Written {
  const scale = findScale(context, scaleId);
  const { withdrawn } = bookStateOn(context.tx, scale.id, context.businessDate);
  if (kind === 'out_of_service' && withdrawn) refuse('scale_already_withdrawn', { scale: scale.name });
  if (kind === 'back_in_service' && !withdrawn) refuse('scale_not_withdrawn', { scale: scale.name });
  return write(context, scale, kind, {}, { reason });
}

/** A second person's consent for the rest of this day. Refuses where nothing stands against the scale (`nothing_to_permit`) and one taken out of service. */
export function enterPermit(context: CommandContext, { scaleId, reason }: ParsedInputOf<'scale_book.permit'>): Written {
  const scale = findScale(context, scaleId);
  const { blocks } = bookStateOn(context.tx, scale.id, context.businessDate);
  if (blocks.includes('scale_withdrawn')) refuse('scale_withdrawn', { scale: scale.name });
  if (blocks.length === 0) refuse('nothing_to_permit', { scale: scale.name });
  return write(context, scale, 'overdue_use', {}, { reason });
}
