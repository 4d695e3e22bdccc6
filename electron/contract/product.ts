import { z } from 'zod';
import { certificateKinds } from '../domain/certified-premium.ts';
import type { GradeScheme } from '../domain/grade.ts';
import type { DeductionTerms } from '../domain/scheme-file.ts';
import { termsSchema } from './deduction.ts';
import { defineOperation } from './define.ts';
import { basisPoints, done, fen, grams, line, moment, nothing, priceE4, purchaseMode, ulid } from './fields.ts';

/** A scheme as `electron/domain/grade.ts` reads it, with the terms of deductions the cooperative proposes. */
export type SchemeDefinition = GradeScheme & { readonly deductions: readonly DeductionTerms[] };

export const schemeSchema = z.object({
  id: ulid, number: z.number().int(), titleZh: z.string(), titleEn: z.string(), validFrom: moment, confirmed: z.boolean(),
  definition: z.custom<SchemeDefinition>((value) => typeof value === 'object' && value !== null && 'grades' in value),
});

export const productSchema = z.object({
  id: ulid, version: z.number().int(), code: z.string(), nameZh: z.string(), nameEn: z.string(), mode: purchaseMode,
  cycle: z.enum(['same_day', 'ten_day', 'monthly', 'season']), tradedUnit: z.enum(['kg', 'jin']), resolutionGrams: grams, lossToleranceBp: basisPoints,
  active: z.boolean(), scheme: schemeSchema.nullable(),
  /** What is deducted, as published; null while the grade scheme's proposal counts. */
  terms: termsSchema.nullable(),
});
export type Product = z.infer<typeof productSchema>;

export const containerSchema = z.object({ id: ulid, version: z.number().int(), nameZh: z.string(), nameEn: z.string(), tareGrams: grams, active: z.boolean(), returnable: z.boolean(), depositFen: fen });
export type Container = z.infer<typeof containerSchema>;

const quotaPart = z.enum(['board', 'contract']);
export const priceRowSchema = z.object({ productId: ulid, grade: z.string(), quotaPart, priceE4, effectiveFrom: moment, sheetNumber: z.string(), priceId: ulid });
export type PriceRow = z.infer<typeof priceRowSchema>;

const certificateKind = z.enum(certificateKinds);
export const premiumRowSchema = z.object({ productId: ulid, kind: certificateKind, premiumE4: priceE4, effectiveFrom: moment, sheetNumber: z.string() });
export type PremiumRow = z.infer<typeof premiumRowSchema>;

export const productOperations = {
  /** Products with the scheme and the terms of deduction in force now, or at a moment (a page of the paper book). */
  'product.list': defineOperation({ kind: 'query', permission: 'product.read', input: z.object({ at: moment.optional() }).strict(), output: z.object({ rows: z.array(productSchema) }), refusals: [] }),
  'product.save': defineOperation({
    kind: 'command', permission: 'product.write',
    input: z.object({ id: ulid, expectedVersion: z.number().int(), nameZh: line(60), nameEn: line(80), mode: purchaseMode, cycle: z.enum(['same_day', 'ten_day', 'monthly', 'season']), tradedUnit: z.enum(['kg', 'jin']), resolutionGrams: grams.min(1).max(1000), lossToleranceBp: basisPoints, active: z.boolean() }).strict(),
    output: done, refusals: ['product_unknown', 'version_changed'],
  }),
  'container.list': defineOperation({ kind: 'query', permission: 'product.read', input: nothing, output: z.object({ rows: z.array(containerSchema) }), refusals: [] }),
  'container.save': defineOperation({
    kind: 'command', permission: 'product.write', input: z.object({ id: ulid.optional(), nameZh: line(40), nameEn: line(40), tareGrams: grams.min(0).max(500_000), active: z.boolean(), returnable: z.boolean().optional(), depositFen: fen.min(0).max(1_000_00).optional() }).strict(),
    output: z.object({ id: ulid }), refusals: ['container_unknown'],
  }),
  /** Prices in force at a moment (now when left out), one row per product and grade; `next` are those that take their place later on that day, `premiums` what certified goods get on top, `nextPremiums` all published ones that are still to begin. */
  'price.board': defineOperation({ kind: 'query', permission: 'price.read', input: z.object({ at: moment.optional() }).strict(), output: z.object({ at: moment, rows: z.array(priceRowSchema), next: z.array(priceRowSchema), premiums: z.array(premiumRowSchema), nextPremiums: z.array(premiumRowSchema) }), refusals: [] }),
  'price.history': defineOperation({
    kind: 'query', permission: 'price.read', input: z.object({ productId: ulid }).strict(),
    output: z.object({ rows: z.array(priceRowSchema.extend({ publishedAt: moment, publishedBy: z.string() })) }), refusals: ['product_unknown'],
  }),
  /** Board prices only: what a contract promises stands in the contract. Publishes a sheet; prices once published are never changed, a new sheet takes their place from its effective time on. */
  'price.publish': defineOperation({
    kind: 'command', permission: 'price.write',
    input: z.object({ effectiveFrom: moment.optional(), note: line(200).nullable(), rows: z.array(z.object({ productId: ulid, grade: z.string().min(1).max(20), quotaPart: z.literal('board').default('board'), priceE4 }).strict()).max(400), premiums: z.array(z.object({ productId: ulid, kind: certificateKind, premiumE4: priceE4 }).strict()).max(100).default([]) }).strict()
      .refine(({ rows, premiums }) => rows.length + premiums.length > 0, { message: 'empty_sheet' }),
    output: z.object({ id: ulid, number: z.string() }), refusals: ['product_unknown', 'grade_unknown', 'price_twice', 'premium_twice', 'effective_in_past'],
  }),
} as const;
