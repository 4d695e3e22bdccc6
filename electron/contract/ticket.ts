import { z } from 'zod';
import { termRow } from './deduction.ts';
import { defineOperation } from './define.ts';
import { certificateKind } from './contract.ts';
import { photoRowSchema } from './photo.ts';
import { businessDay, decimalText, done, fen, grams, line, moment, nothing, page, partyKind, positiveGrams, priceE4, purchaseMode, ulid } from './fields.ts';
import { bookRefusals } from './scale.ts';
import { bookDue } from './scale-book.ts';

/** A weight as the draft holds it: core's own reading by id, or a typed figure that needs a right and a reason. */
const weightSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reading'), readingId: ulid, grams: positiveGrams }).strict(),
  z.object({ kind: z.literal('typed'), grams: positiveGrams, reason: line(200) }).strict(),
]);

const tareSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).strict(),
  z.object({ kind: z.literal('container'), containerId: ulid, count: z.number().int().min(1).max(200) }).strict(),
  z.object({ kind: z.literal('reading'), readingId: ulid, grams: grams.min(0) }).strict(),
  z.object({ kind: z.literal('typed'), grams: grams.min(0), reason: line(200) }).strict(),
]);

/** `grade`: the grade into which the basket went whole, where the desk says so. */
export const basketSchema = z.object({ gross: weightSource, tare: tareSource, grade: line(20).optional() }).strict();
export type Basket = z.infer<typeof basketSchema>;

const deductionSchema = z.object({
  /** What is deducted for, by the name in the scheme: `moisture`, `impurity`, `soil`. */
  factor: line(40), method: z.enum(['step_table', 'dry_matter']),
  measuredPct: decimalText, basePct: decimalText, stepPct: decimalText.nullable(), perStepBp: z.number().int().min(0).max(10_000).nullable(),
}).strict();

export const gradePartSchema = z.object({
  grade: line(20),
  /** Null: all that is left after the other parts, returned and lost grams. */
  netGrams: positiveGrams.nullable(),
  /** Needed when the grade is another than the proposed one. */
  overrideReason: line(200).nullable(),
  deductions: z.array(deductionSchema).max(4),
}).strict();

/** A share is a whole number of parts, of hundredths of a percent or of grams; a hundred tonnes is the most. */
export const ownerSchema = z.object({ memberId: ulid, share: z.number().int().min(1).max(100_000_000) }).strict();

export const ticketInputSchema = z.object({
  draftId: ulid,
  owners: z.array(ownerSchema).min(1).max(12),
  productId: ulid,
  baskets: z.array(basketSchema).min(1).max(200),
  returnedGrams: grams.min(0), sortingLossGrams: grams.min(0),
  measures: z.array(z.object({ attribute: line(40), value: line(40), source: z.enum(['hand', 'device']), device: line(60).optional() }).strict()).max(20)
    .refine((measures) => new Set(measures.map((measure) => measure.attribute)).size === measures.length, { message: 'attribute_twice' }),
  /** Each grade once: the grams of a grade are added before its amount is rounded. None where the delivery was refused whole. */
  parts: z.array(gradePartSchema).max(10).refine((parts) => new Set(parts.map((part) => part.grade)).size === parts.length, { message: 'grade_twice' }),
  paperNo: line(40).nullable(), note: line(200).nullable(),
  /** Why goods went back, with how much for which reason; together the returned grams. Nothing goes back without a reason. */
  returns: z.array(z.object({ grams: positiveGrams, reason: line(200) }).strict()).max(6).default([]),
  /** Empty crates of the cooperative that the member took along; those that came in are counted from the tares. */
  cratesOut: z.array(z.object({ containerId: ulid, count: z.number().int().min(1).max(1_000) }).strict()).max(6).default([]),
  /** A ticket out of the paper book: when the page was written. Its weights are typed and its prices are those of that time. */
  writtenAt: moment.nullable().default(null),
  /** Why a page older than the station's limit comes only now; a manager stands behind it. */
  lateReason: line(200).nullable().default(null),
  /** The person was told that the weight is unusual for this member and said that it is right. */
  unusualConfirmed: z.boolean().default(false),
  /** What the grader calls the goods in the village's own words; an unknown word joins the product's list. */
  word: line(20).optional(),
  /** The published terms of deduction the amount was computed by, null for none; core applies them to the measures, and refuses when others are in force by now. */
  terms: ulid.nullable().optional(),
  /** The reversed ticket that this one takes the place of; its papers show old and new figures. */
  corrects: ulid.optional(),
  /** How the goods were to be taken when the clerk confirmed; refused when the product is taken otherwise by now. Left out: as the product says. */
  mode: purchaseMode.optional(),
  /** What the clerk saw before confirming; another amount in core (a new price, say) is refused so that the paper never surprises. */
  expectedTotalFen: fen,
}).strict();
export type TicketInput = z.infer<typeof ticketInputSchema>;

export const draftSchema = z.object({
  id: ulid, state: z.enum(['open', 'held', 'yard']), label: z.string(), revision: z.number().int(), updatedAt: moment, userName: z.string(), payload: z.looseObject({}),
});
export type Draft = z.infer<typeof draftSchema>;

export const ticketRowSchema = z.object({
  id: ulid, number: z.string(), reverses: z.string().nullable(), reversedBy: z.string().nullable(), businessDate: businessDay, postedAt: moment,
  memberId: ulid, memberCode: z.string(), memberName: z.string(), owners: z.number().int(), partyKind, productId: ulid, productNameZh: z.string(), productNameEn: z.string(),
  grades: z.string(), baskets: z.number().int(), grossGrams: grams, tareGrams: grams, netGrams: grams, returnedGrams: grams, settlementGrams: grams, totalFen: fen, mode: purchaseMode,
  typed: z.boolean(), overridden: z.boolean(), fromPaper: z.boolean(), paid: z.enum(['nothing', 'no', 'partly', 'in_run', 'yes', 'reversed']), awaitingCountersign: z.boolean(), postedBy: z.string(),
});
export type TicketRow = z.infer<typeof ticketRowSchema>;

/** How the price of a line came about where a contract or a certificate had its say: board price, floor, premium. */
export const lineTermsSchema = z.object({
  part: z.enum(['inside', 'beyond', 'none']), boardE4: priceE4, baseE4: priceE4, contractId: ulid.nullable(), contractNumber: z.string().nullable(), floorE4: priceE4.nullable(),
  certificateKind: certificateKind.nullable(), certificateNo: z.string().nullable(), premiumE4: priceE4,
});

const evidenceSchema = z.object({
  readingId: ulid, scaleName: z.string(), port: z.string(), protocol: z.string(), raw: z.array(z.string()), value: z.string(), unit: z.string(), grams,
  stableRule: z.string(), at: moment, clock: z.string(), simulated: z.boolean(), subGram: z.boolean(),
});

export const ticketDetailSchema = ticketRowSchema.extend({
  /** Number of the reversed ticket that this one takes the place of. */
  corrects: z.string().nullable(),
  mode: purchaseMode, schemeNumber: z.number().int().nullable(), schemeTitleZh: z.string().nullable(), schemeTitleEn: z.string().nullable(), sortingLossGrams: grams,
  paperNo: z.string().nullable(), note: z.string().nullable(), reason: z.string().nullable(), approvedBy: z.string().nullable(),
  writtenAt: moment.nullable(), lateReason: z.string().nullable(), returns: z.array(z.object({ grams, reason: z.string() })),
  crates: z.array(z.object({ nameZh: z.string(), nameEn: z.string(), inCount: z.number().int(), outCount: z.number().int() })),
  weighings: z.array(z.object({
    basketNo: z.number().int(), grossGrams: grams, tareGrams: grams, netGrams: grams, tareMethod: z.enum(['none', 'container', 'weighed', 'typed']),
    containerId: ulid.nullable(), containerNameZh: z.string().nullable(), containerNameEn: z.string().nullable(), containerCount: z.number().int(), typed: z.boolean(), typedReason: z.string().nullable(),
    gross: evidenceSchema.nullable(), tare: evidenceSchema.nullable(),
    /** The grade into which the basket went whole; null where it was sorted apart or nobody said. */
    grade: z.string().nullable(),
  })),
  measures: z.array(z.object({ attribute: z.string(), nameZh: z.string(), nameEn: z.string(), value: z.string(), unit: z.string().nullable(),
    /** Of a date: how many whole days the goods were old when they came, as they were judged; null for every other measure. */
    ageDays: z.number().int().nullable(), device: z.string().nullable(), implausible: z.boolean() })),
  machine: z.object({ machine: z.string(), grade: z.string(), confidenceBp: z.number().int().nullable() }).nullable(), word: z.string().nullable(),
  sample: z.object({ code: z.string(), place: z.string(), keepUntil: businessDay, state: z.enum(['kept', 'opened', 'discarded']) }).nullable(),
  lines: z.array(z.object({
    lineNo: z.number().int(), grade: z.string(), gradeNameZh: z.string(), gradeNameEn: z.string(), proposedGrade: z.string().nullable(), proposal: z.string(), overrideReason: z.string().nullable(), gradedBy: z.string(),
    netGrams: grams, deductionBp: z.number().int(), settlementGrams: grams, priceE4, amountFen: fen, priceSheet: z.string(), lotCode: z.string().nullable(),
    /** Whose goods these are, where several own the ticket and the line is not all of theirs. */
    owners: z.array(z.string()), terms: lineTermsSchema.nullable(),
    deductions: z.array(z.object({ factor: z.string(), nameZh: z.string().nullable(), nameEn: z.string().nullable(), method: z.enum(['step_table', 'interpolated', 'dry_matter']), measured: z.string(), base: z.string(), rows: z.array(termRow), deductionBp: z.number().int().nullable(), takenGrams: grams })),
    /** What lowered the price, apart from what was taken off the weight. */
    discounts: z.array(z.object({
      factor: z.string(), nameZh: z.string(), nameEn: z.string(), acts: z.enum(['price_share', 'price_amount']), method: z.enum(['step_table', 'interpolated']), measured: z.string(), base: z.string(), rows: z.array(termRow), takes: z.number().int(), priceBeforeE4: priceE4, priceAfterE4: priceE4,
    })),
    /** The version of the product's terms the line stands on; null without published ones. */
    termsNumber: z.number().int().nullable(), termsRule: z.enum(['added', 'in_turn']).nullable(),
  })),
  photos: z.array(photoRowSchema),
  ownerParts: z.array(z.object({ memberCode: z.string(), memberName: z.string(), share: z.number().int(), settlementGrams: grams, amountFen: fen, splitRoundingFen: fen, state: z.enum(['nothing', 'open', 'in_run', 'settled', 'void']), settlementNumber: z.string().nullable(), settlementId: ulid.nullable() })),
  events: z.array(z.object({ device: z.string(), seq: z.number().int(), at: moment, type: z.string(), user: z.string().nullable(), hash: z.string(), docHash: z.string() })),
  prints: z.array(z.object({ id: ulid, paper: z.string(), copyNo: z.number().int(), state: z.string(), createdAt: moment, createdBy: z.string(), sentAt: moment.nullable(), lastError: z.string().nullable() })),
  journal: z.array(z.object({ accountCode: z.string(), accountZh: z.string(), accountEn: z.string(), member: z.string().nullable(), debitFen: fen, creditFen: fen })),
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;

/** Kinds of crates of which the books know fewer than none with a member, and how many fewer. */
const cratesBelowSchema = z.array(z.object({ nameZh: z.string(), nameEn: z.string(), count: z.number().int().min(1) }));

const ticketFilter = {
  from: businessDay.optional(), to: businessDay.optional(), productId: ulid.optional(), memberId: ulid.optional(), text: z.string().max(60).optional(),
  paid: z.enum(['no', 'yes']).optional(), only: z.enum(['typed', 'overridden', 'paper', 'reversed']).optional(),
};

/** Why a ticket cannot be posted as it was entered. */
const postRefusals = [
  'member_unknown', 'member_left', 'member_twice', 'product_unknown', 'reading_unknown', 'reading_used', 'reading_again', 'reading_too_old', 'container_unknown', 'weight_differs', 'typed_weight_not_permitted', 'tare_above_gross', 'tare_twice', 'empty_ticket',
  'parts_not_equal_net', 'baskets_above_grade', 'loss_above_tolerance', 'owner_shares_invalid', 'grade_unknown', 'grade_needs_reason', 'measure_needs_reason', 'override_not_permitted', 'price_missing', 'mode_changed', 'amount_changed', 'draft_posted', 'party_kinds_mixed',
  'weight_below_minimum', ...bookRefusals, 'corrects_unknown', 'corrects_not_reversed', 'corrects_twice',
  'returns_not_equal', 'return_reason_missing', 'container_not_returnable', 'paper_page_missing', 'paper_page_entered', 'paper_weights_typed', 'paper_time_ahead', 'paper_too_old',
  'part_empty', 'measured_above_limit', 'percentage_out_of_range', 'not_a_choice', 'not_a_decimal', 'date_invalid', 'date_ahead', 'date_too_old', 'deduction_above_net', 'step_not_positive', 'terms_changed', 'measure_missing', 'discount_above_price', 'blind_waiting', 'blind_decided', 'blind_other_product',
] as const;

export const ticketOperations = {
  'draft.list': defineOperation({ kind: 'query', permission: 'ticket.read', input: nothing, output: z.object({ rows: z.array(draftSchema) }), refusals: [] }),
  /** Kept on every keystroke; `revision` must be the stored one plus one, an older one changes nothing. Never once-only: the last one wins. */
  'draft.save': defineOperation({
    kind: 'command', permission: 'ticket.write',
    input: z.object({ id: ulid, revision: z.number().int().min(1), state: z.enum(['open', 'held', 'yard']), label: z.string().max(80), payload: z.looseObject({}) }).strict(),
    output: z.object({ revision: z.number().int() }), refusals: ['draft_too_large', 'draft_posted', 'reading_too_old'],
  }),
  'draft.discard': defineOperation({ kind: 'command', permission: 'ticket.write', input: z.object({ id: ulid }).strict(), output: done, refusals: [] }),
  'ticket.post': defineOperation({
    kind: 'command', permission: 'ticket.write', input: ticketInputSchema,
    /** `cratesBelow`: more crates came back with the goods than the books knew with the member; how many more, by kind. */
    output: z.object({ id: ulid, number: z.string(), totalFen: fen, netGrams: grams, lots: z.array(z.string()), jobs: z.array(ulid), awaitingCountersign: z.boolean(), cratesBelow: cratesBelowSchema }),
    refusals: postRefusals,
    approval: { permission: 'approve.reversal', required: false },
  }),
  /** The weigh slip of a ticket as it stands at the desk, dot for dot as the printer would burn it. Nothing is posted: number, check and code say so. At another amount than `expectedTotalFen` the paper shows core's. */
  'ticket.paperAhead': defineOperation({
    kind: 'query', permission: 'ticket.write', input: ticketInputSchema,
    output: z.object({ png: z.string(), widthMm: z.union([z.literal(58), z.literal(80)]), widthDots: z.number().int(), heightDots: z.number().int(), substitutions: z.array(z.string()) }), refusals: postRefusals,
  }),
  'ticket.reverse': defineOperation({
    kind: 'command', permission: 'ticket.reverse', input: z.object({ id: ulid, reason: line(200) }).strict(),
    /** `cratesBelow`: crates that went along with the goods and came back since, so that the books know of fewer than none; how many, by kind. */
    output: z.object({ id: ulid, number: z.string(), cratesBelow: cratesBelowSchema }), refusals: ['ticket_unknown', 'ticket_reversed', 'reversal_of_reversal', 'stock_moved'],
    approval: { permission: 'approve.reversal', required: true },
  }),
  'ticket.list': defineOperation({
    kind: 'query', permission: 'ticket.read', input: z.object({ ...ticketFilter, ...page }).strict(),
    output: z.object({ total: z.number().int(), sums: z.object({ baskets: z.number().int(), grossGrams: grams, netGrams: grams, settlementGrams: grams, outrightFen: fen, consignedFen: fen }), rows: z.array(ticketRowSchema) }), refusals: [],
  }),
  'ticket.get': defineOperation({ kind: 'query', permission: 'ticket.read', input: z.object({ id: ulid }).strict(), output: ticketDetailSchema, refusals: ['ticket_unknown'] }),
  /** What the member's last deliveries of a product weighed, in grams, newest first; the window asks when a weight is far from it. */
  'ticket.usual': defineOperation({ kind: 'query', permission: 'ticket.read', input: z.object({ memberId: ulid, productId: ulid }).strict(), output: z.object({ netGrams: z.array(grams) }), refusals: [] }),
  'report.day': defineOperation({
    kind: 'query', permission: 'report.read', input: z.object({ date: businessDay.optional() }).strict(),
    output: z.object({
      date: businessDay, tickets: z.number().int(), reversed: z.number().int(), members: z.number().int(), netGrams: grams, outrightFen: fen, consignedFen: fen, paidFen: fen, typed: z.number().int(), overridden: z.number().int(), reprints: z.number().int(), returnedGrams: grams, fromPaper: z.number().int(),
      /** What the books of the scales are owed on that day, and crates that were out too long. */
      scaleDuties: z.array(z.object({ scale: z.string(), due: bookDue })), overdueCrates: z.object({ members: z.number().int(), crates: z.number().int() }),
      byProduct: z.array(z.object({ productId: ulid, nameZh: z.string(), nameEn: z.string(), mode: purchaseMode, tickets: z.number().int(), netGrams: grams, totalFen: fen })),
      byHour: z.array(z.object({ hour: z.number().int(), productId: ulid, netGrams: grams })),
      recentDays: z.array(z.object({ date: businessDay, netGrams: grams, outrightFen: fen, consignedFen: fen })),
    }), refusals: [],
  }),
} as const;
