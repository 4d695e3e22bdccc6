import { z } from 'zod';

/** Identifier of a record: a ULID, made where the record was born. */
export const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
/** Money in whole fen; a whole number no larger than numbers are exact. */
export const fen = z.number().int();
export const positiveFen = fen.min(1).max(1_000_000_000_00);
/** Mass in whole grams. */
export const grams = z.number().int();
export const positiveGrams = grams.min(1).max(200_000_000);
/** Price in 1/10,000 yuan per kilogram. */
export const priceE4 = z.number().int().min(0).max(1_000_000_000);
/** Hundredths of a percent. */
export const basisPoints = z.number().int().min(0).max(10_000);
/** Day of business in Asia/Shanghai. */
export const businessDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Milliseconds since 1970-01-01 UTC. */
export const moment = z.number().int().min(0).max(8_640_000_000_000_000);
/** Control characters, line and paragraph separators, and the marks that turn the direction of what stands behind them. */
const unwritable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** One line a person typed: trimmed, whole characters, something to see, nothing that prints otherwise than it reads. */
export const line = (max: number) => z.string().trim().min(1).max(max).refine((text) => text.isWellFormed() && visible.test(text) && !unwritable.test(text), { message: 'control_character' });
export const optionalLine = (max: number) => line(max).nullable();
/** Measured figure as typed or read, decimals kept. */
export const decimalText = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/);
export const locale = z.enum(['zh', 'en']);
export const density = z.enum(['desk', 'elder', 'office']);
export const partyKind = z.enum(['member', 'non_member']);
export const purchaseMode = z.enum(['outright', 'consignment']);
export const pin = z.string().regex(/^\d{4,8}$/);
export const nothing = z.object({}).strict();
export const done = z.object({}).strict();
/** A slice of a long list. */
export const page = { limit: z.number().int().min(1).max(500).default(100), offset: z.number().int().min(0).default(0) };

export type Locale = z.infer<typeof locale>;
export type Density = z.infer<typeof density>;
