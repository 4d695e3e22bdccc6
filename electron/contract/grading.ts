import { z } from 'zod';
import { checkScheme } from '../domain/scheme-check.ts';
import type { SchemeDefinition } from './product.ts';
import { defineOperation } from './define.ts';
import { businessDay, decimalText, done, grams, line, moment, nothing, optionalLine, ulid } from './fields.ts';

const identifier = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const limit = decimalText.nullable();
const criterion = z.object({
  attr: identifier, min: limit, minInclusive: z.boolean(), max: limit, maxInclusive: z.boolean(), equals: z.union([z.boolean(), line(40)]).nullable(), confidence: z.string().max(40).nullable(), note: z.string().max(400).nullable(),
}).strict();
const attribute = z.object({
  id: identifier, nameZh: line(60), nameEn: line(120), unit: z.string().max(20), type: z.enum(['number', 'enum', 'bool', 'date']), choices: z.array(line(40)).max(12), measuredAt: z.enum(['station', 'laboratory']),
  decimals: z.number().int().min(0).max(4).nullable(), method: z.string().max(400).nullable(), plausible: z.object({ min: limit, max: limit }).strict().nullable().optional(), safety: z.boolean().optional(),
}).strict();
const grade = z.object({
  id: identifier.max(20), nameZh: line(60), nameEn: line(120), rank: z.number().int().min(1).max(40), sellable: z.boolean(), criteria: z.array(criterion).max(20), confidence: z.string().max(40), note: z.string().max(400).nullable(),
  localNames: z.array(line(20)).max(12).optional(),
}).strict();
const deduction = z.object({
  factor: line(40), method: z.enum(['step_table', 'dry_matter']), basePct: decimalText, stepPct: limit, perStepBp: z.number().int().min(0).max(10_000).nullable(), rejectAbovePct: limit, confidence: z.string().max(40).nullable(),
}).strict();

/** A whole scheme as a person edits it; whether it makes sense is asked of `checkScheme` in core. */
export const definitionSchema: z.ZodType<SchemeDefinition, SchemeDefinition> = z.object({
  code: line(40), name: z.string().max(120).nullable(), confidence: z.string().max(40).nullable(), attributes: z.array(attribute).max(20), baseRequirements: z.array(criterion).max(20),
  grades: z.array(grade).max(20), deductions: z.array(deduction).max(8),
}).strict() as unknown as z.ZodType<SchemeDefinition, SchemeDefinition>;

/** Sentences of `grading.json` name these; used by the editor and by core alike. */
export const stoppingFinding = (definition: SchemeDefinition) => checkScheme(definition).find(({ stops }) => stops) ?? null;

export const schemeVersionSchema = z.object({
  id: ulid, number: z.number().int(), titleZh: z.string(), titleEn: z.string(), validFrom: moment, validTo: moment.nullable(), parentId: ulid.nullable(), parentNumber: z.number().int().nullable(),
  reason: z.string().nullable(), resolution: z.string().nullable(), confirmed: z.boolean(), savedAt: moment, savedBy: z.string().nullable(),
  state: z.enum(['in_force', 'coming', 'waiting', 'past']), definition: z.custom<SchemeDefinition>((value) => typeof value === 'object' && value !== null && 'grades' in value),
});
export type SchemeVersion = z.infer<typeof schemeVersionSchema>;

const wordSchema = z.object({ id: ulid, version: z.number().int(), productId: ulid, word: z.string(), grade: z.string().nullable(), attribute: z.string().nullable(), value: z.string().nullable(), note: z.string().nullable(), active: z.boolean(), used: z.number().int() });
export type GradeWord = z.infer<typeof wordSchema>;

const measure = z.object({ attribute: line(40), value: line(40) }).strict();
const machineSchema = z.object({ machine: z.string(), grade: z.string(), confidenceBp: z.number().int().nullable(), measures: z.array(measure), at: moment,
  /** It was said of the same member's goods under another draft, one that was thrown away or waits. */
  otherDraft: z.boolean() });
export type MachineProposal = z.infer<typeof machineSchema>;
const blindCode = z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);

const sampleSchema = z.object({
  code: blindCode, version: z.number().int(), productId: ulid, place: z.string(), keepUntil: businessDay, state: z.enum(['kept', 'opened', 'discarded']), note: z.string().nullable(), takenAt: moment,
  grade: z.string().nullable(), reason: z.string().nullable(), changedAt: moment, changedBy: z.string().nullable(),
  withdrawn: z.object({ reason: z.string(), by: z.string(), approvedBy: z.string(), at: moment }).nullable(),
  /** Goods still have to follow it; also where a ticket stands on it already and its own delivery was thrown away. */
  binds: z.boolean(), ticketId: ulid.nullable(), ticketNumber: z.string().nullable(),
});
export type Sample = z.infer<typeof sampleSchema>;

const decisionSchema = z.object({
  source: z.enum(['scheme', 'machine']), graderId: ulid, grader: z.string(), productId: ulid, proposed: z.string().nullable(), decided: z.string(), reason: z.string().nullable(), lines: z.number().int(), netGrams: grams,
});
export type GradingDecision = z.infer<typeof decisionSchema>;

export const gradingOperations = {
  'grading.schemes': defineOperation({ kind: 'query', permission: 'product.read', input: z.object({ productId: ulid }).strict(), output: z.object({ rows: z.array(schemeVersionSchema) }), refusals: ['product_unknown'] }),
  /** Saves the next version of a product's scheme, in force from now or a later moment; posted tickets keep the version they were graded by. */
  'grading.saveScheme': defineOperation({
    kind: 'command', permission: 'product.write',
    input: z.object({ productId: ulid, basedOn: ulid.nullable(), titleZh: line(60), titleEn: line(80), validFrom: moment.nullable(), reason: line(200), confirmed: z.boolean(), definition: definitionSchema }).strict(),
    output: z.object({ id: ulid, number: z.number().int() }), refusals: ['product_unknown', 'version_changed', 'scheme_invalid', 'scheme_unchanged', 'effective_in_past'],
  }),
  /** Saves a local scheme of the parent for a time, by a resolution of the cooperative; after its last day the parent holds again. */
  'grading.deriveScheme': defineOperation({
    kind: 'command', permission: 'product.write',
    input: z.object({ parentId: ulid, titleZh: line(60), titleEn: line(80), validFrom: moment.nullable(), validTo: moment, reason: line(200), resolution: line(60), definition: definitionSchema }).strict(),
    output: z.object({ id: ulid, number: z.number().int() }),
    refusals: ['scheme_unknown', 'scheme_invalid', 'scheme_unchanged', 'effective_in_past', 'validity_empty', 'safety_changed', 'attribute_changed', 'grade_changed', 'deduction_changed', 'parent_is_local'],
  }),
  'grading.words': defineOperation({ kind: 'query', permission: 'product.read', input: nothing, output: z.object({ rows: z.array(wordSchema) }), refusals: [] }),
  /** Adds a local word to a product or says anew what it means; a word is retired, never removed. */
  'grading.saveWord': defineOperation({
    kind: 'command', permission: 'ticket.write',
    input: z.object({ id: ulid.nullable(), expectedVersion: z.number().int().optional(), productId: ulid, word: line(20), grade: optionalLine(20), attribute: optionalLine(40), value: optionalLine(40), note: optionalLine(120), active: z.boolean() }).strict(),
    output: z.object({ id: ulid }), refusals: ['product_unknown', 'word_unknown', 'word_twice', 'word_value', 'version_changed', 'grade_unknown', 'attribute_unknown'],
  }),
  /** The grading machines the station knows. */
  'grading.machines': defineOperation({ kind: 'query', permission: 'product.read', input: nothing, output: z.object({ rows: z.array(z.object({ id: ulid, version: z.number().int(), name: z.string(), active: z.boolean() })) }), refusals: [] }),
  /** Makes a machine known, renames it, puts it out of use or gives it a new secret. The secret is answered this once and kept only as a hash. */
  'grading.saveMachine': defineOperation({
    kind: 'command', permission: 'product.write', input: z.object({ id: ulid.nullable(), name: line(60), active: z.boolean(), newSecret: z.boolean() }).strict(),
    output: z.object({ id: ulid, secret: z.string().nullable() }), refusals: ['machine_unknown', 'machine_twice'],
  }),
  /** What a grading machine makes of the goods of a draft, proved by the machine's secret; the last one counts, and a person decides. */
  'grading.propose': defineOperation({
    kind: 'command', permission: 'grading.propose',
    input: z.object({ draftId: ulid, productId: ulid, machineId: ulid, secret: z.string().regex(/^[0-9a-f]{40}$/), grade: line(20), confidenceBp: z.number().int().min(0).max(10_000).nullable(), measures: z.array(measure).max(20) }).strict(),
    output: done, refusals: ['machine_unknown', 'machine_secret_wrong', 'product_unknown', 'grade_unknown', 'attribute_unknown', 'draft_posted'],
  }),
  /** What is known of the goods of a draft beside the scheme: the machine's proposal and the blind sample, also one made of the same goods under another draft. */
  'grading.ofDraft': defineOperation({
    kind: 'query', permission: 'ticket.read', input: z.object({ draftId: ulid, productId: ulid.nullable().default(null), owners: z.array(ulid).max(12).default([]) }).strict(),
    output: z.object({ machine: machineSchema.nullable(), sample: z.object({ code: blindCode, takenOn: businessDay, otherDelivery: z.boolean(), grade: z.string().nullable(), reason: z.string().nullable(), measures: z.array(measure) }).nullable() }), refusals: [],
  }),
  /** Takes a sample of a draft's goods under a code that says nothing of the member. It stays with the owners' goods of that product until it is used or withdrawn, whatever becomes of the draft and whatever the day. */
  'grading.takeSample': defineOperation({
    kind: 'command', permission: 'ticket.write', input: z.object({ draftId: ulid, productId: ulid, owners: z.array(ulid).min(1).max(12), place: line(60), keepUntil: businessDay }).strict(),
    output: z.object({ code: blindCode, jobId: ulid }), refusals: ['product_unknown', 'member_unknown', 'draft_posted', 'sample_taken', 'keep_until_past'],
  }),
  /** The label of a sample once more, marked COPY n. */
  'grading.printSample': defineOperation({ kind: 'command', permission: 'print.use', input: z.object({ code: blindCode }).strict(), output: z.object({ jobId: ulid, copyNo: z.number().int() }), refusals: ['sample_unknown'] }),
  /** Samples by code alone; a ticket is named only for goods that are graded. */
  'grading.samples': defineOperation({ kind: 'query', permission: 'ticket.read', input: nothing, output: z.object({ rows: z.array(sampleSchema) }), refusals: [] }),
  /** A grader's decision on a sample known by its code; it binds the ticket, and is given once. Whoever took the sample knows the member and may not. */
  'grading.gradeSample': defineOperation({
    kind: 'command', permission: 'ticket.override_grade', input: z.object({ code: blindCode, grade: line(20), measures: z.array(measure).max(20), reason: optionalLine(200) }).strict(),
    output: done, refusals: ['sample_unknown', 'sample_graded', 'sample_withdrawn', 'sample_own', 'draft_posted', 'grade_unknown', 'attribute_unknown', 'grade_needs_reason', 'date_invalid', 'date_ahead', 'date_too_old'],
  }),
  /** Sets the goods of a sample free, with a reason and a second person: they were taken home, or the sample was spoilt. The sample stays in the register. */
  'grading.withdrawSample': defineOperation({
    kind: 'command', permission: 'ticket.write', input: z.object({ code: blindCode, expectedVersion: z.number().int(), reason: line(200) }).strict(),
    output: done, refusals: ['sample_unknown', 'sample_withdrawn', 'sample_posted', 'version_changed'],
    approval: { permission: 'approve.reversal', required: true },
  }),
  /** Where a retained sample lies, and that it was opened or discarded. */
  'grading.moveSample': defineOperation({
    kind: 'command', permission: 'ticket.write',
    input: z.object({ code: blindCode, expectedVersion: z.number().int(), place: line(60), state: z.enum(['kept', 'opened', 'discarded']), note: optionalLine(120) }).strict(),
    output: done, refusals: ['sample_unknown', 'sample_discarded', 'version_changed'],
  }),
  /** Proposal against decision, by grader, product and reason. */
  'grading.report': defineOperation({ kind: 'query', permission: 'report.read', input: z.object({ from: businessDay, to: businessDay }).strict(), output: z.object({ rows: z.array(decisionSchema) }), refusals: [] }),
} as const;
