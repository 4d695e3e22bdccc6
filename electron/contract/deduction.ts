import { z } from 'zod';
import type { DeductionTerm } from '../domain/deduction-terms.ts';
import { defineOperation } from './define.ts';
import { decimalText, line, moment, ulid } from './fields.ts';

/** One row of a table of terms. */
export const termRow = z.object({ atPct: decimalText, stepPct: decimalText.nullable(), takes: z.number().int().min(0).max(1_000_000) }).strict();

const term: z.ZodType<DeductionTerm, DeductionTerm> = z.object({
  /** What is measured: an attribute of the grade scheme, with or without `_pct`, or a name of its own. */
  factor: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), nameZh: line(20), nameEn: line(40), acts: z.enum(['weight', 'price_share', 'price_amount']), method: z.enum(['step_table', 'interpolated', 'dry_matter']),
  basePct: decimalText, rejectAbovePct: decimalText.nullable(),
  /** A ticket without this measure is refused. */
  mustMeasure: z.literal(true).optional(), rows: z.array(termRow).max(12),
}).strict();

const rule = z.enum(['added', 'in_turn']);

/** Terms as a product carries them: in force now. */
export const termsSchema = z.object({ id: ulid, number: z.number().int(), effectiveFrom: moment, rule, terms: z.array(term) });
export type ProductTerms = z.infer<typeof termsSchema>;

const termsVersion = termsSchema.extend({ documentNumber: z.string(), reason: z.string(), publishedAt: moment, publishedBy: z.string(), replacesComing: z.boolean(), state: z.enum(['in_force', 'coming', 'past', 'put_aside']) });
export type TermsVersion = z.infer<typeof termsVersion>;

export const deductionOperations = {
  /** All versions of what is deducted for a product, newest first. */
  'deduction.terms': defineOperation({ kind: 'query', permission: 'product.read', input: z.object({ productId: ulid }).strict(), output: z.object({ rows: z.array(termsVersion) }), refusals: ['product_unknown'] }),
  /**
   * Publishes the next version, in force from now or a later moment. What was published is never changed; a ticket keeps the version it
   * was posted by. `basedOn` is the newest version the person saw. An empty list says that nothing is deducted any more.
   * Where versions published before begin later, `coming` says whether they take over when their time comes (`keep`) or are put aside
   * (`replace`); without an answer it is refused (`coming_undecided`). The reply names the version that will take over, and when.
   */
  'deduction.publish': defineOperation({
    kind: 'command', permission: 'product.write',
    input: z.object({ productId: ulid, basedOn: ulid.nullable(), effectiveFrom: moment.nullable(), reason: line(200), rule, terms: z.array(term).max(8), coming: z.enum(['keep', 'replace']).optional() }).strict(),
    output: z.object({ id: ulid, number: z.number().int(), documentNumber: z.string(), takesOver: z.object({ number: z.number().int(), effectiveFrom: moment }).nullable() }),
    refusals: ['product_unknown', 'version_changed', 'terms_invalid', 'terms_unchanged', 'effective_in_past', 'coming_undecided'],
  }),
} as const;
