import { z } from 'zod';
import { certificateKinds } from '../domain/certified-premium.ts';
import { defineOperation } from './define.ts';
import { businessDay, grams, line, moment, optionalLine, positiveGrams, priceE4, ulid } from './fields.ts';

export const certificateKind = z.enum(certificateKinds);
const floor = priceE4.min(1);

export const contractRowSchema = z.object({
  id: ulid, number: z.string(), replaces: z.string().nullable(), memberId: ulid, memberCode: z.string(), memberName: z.string(), productId: ulid, productNameZh: z.string(), productNameEn: z.string(), tradedUnit: z.enum(['kg', 'jin']),
  grade: z.string().nullable(), gradeNameZh: z.string().nullable(), gradeNameEn: z.string().nullable(), validFrom: businessDay, validTo: businessDay, quotaGrams: grams,
  /** Net grams that came inside the quota, under any version of the contract; reversed tickets do not count. */
  deliveredGrams: grams, floorE4: priceE4, paperNo: z.string().nullable(), signedOn: businessDay, note: z.string().nullable(),
  state: z.enum(['coming', 'open', 'full', 'over', 'ended']), endedAt: moment.nullable(), endedReason: z.string().nullable(), by: z.string(), at: moment,
});
export type ContractRow = z.infer<typeof contractRowSchema>;

export const certificateRowSchema = z.object({
  id: ulid, version: z.number().int(), memberId: ulid, productId: ulid.nullable(), kind: certificateKind, number: z.string(), validFrom: businessDay, validTo: businessDay, active: z.boolean(),
  state: z.enum(['coming', 'valid', 'expired', 'withdrawn']),
});
export type CertificateRow = z.infer<typeof certificateRowSchema>;

const quotaContract = z.object({ contractId: ulid, number: z.string(), ownerId: ulid, grade: z.string().nullable(), floorE4: priceE4, leftGrams: grams });
const ownerPremium = z.object({ ownerId: ulid, certificateId: ulid, kind: certificateKind, number: z.string(), premiumId: ulid, premiumE4: priceE4 });
export const schedulesSchema = z.object({ contracts: z.array(quotaContract), premiums: z.array(ownerPremium) });
export type Schedules = z.infer<typeof schedulesSchema>;

export const contractOperations = {
  /** Contracts to deliver in their newest version, with what was delivered of each. */
  'contract.list': defineOperation({ kind: 'query', permission: 'contract.read', input: z.object({ memberId: ulid.optional() }).strict(), output: z.object({ rows: z.array(contractRowSchema) }), refusals: [] }),
  /** One contract, its versions, and the lines behind what was delivered. */
  'contract.get': defineOperation({
    kind: 'query', permission: 'contract.read', input: z.object({ id: ulid }).strict(),
    output: z.object({
      contract: contractRowSchema, versions: z.array(contractRowSchema),
      deliveries: z.array(z.object({ ticketId: ulid, number: z.string(), businessDate: businessDay, grams, priceE4, inside: z.boolean(), reversed: z.boolean() })),
    }), refusals: ['contract_unknown'],
  }),
  /** Signs a contract; with `replacesId` a new version takes the place of one, which is never edited. Member and product stay those of the first version. */
  'contract.sign': defineOperation({
    kind: 'command', permission: 'contract.write',
    input: z.object({
      replacesId: ulid.optional(), memberId: ulid, productId: ulid, grade: line(20).nullable(), validFrom: businessDay, validTo: businessDay, quotaGrams: positiveGrams, floorE4: floor,
      paperNo: optionalLine(40), signedOn: businessDay, note: optionalLine(200),
    }).strict(),
    output: z.object({ id: ulid, number: z.string() }),
    refusals: ['member_unknown', 'member_left', 'product_unknown', 'grade_unknown', 'date_invalid', 'window_reversed', 'quota_below_delivered', 'contract_overlaps', 'contract_unknown', 'contract_replaced', 'contract_ended', 'contract_other_goods'],
  }),
  /** Ends a contract before its time; what was delivered stays as it was priced. */
  'contract.end': defineOperation({
    kind: 'command', permission: 'contract.write', input: z.object({ id: ulid, reason: line(200) }).strict(), output: z.object({ number: z.string() }),
    refusals: ['contract_unknown', 'contract_replaced', 'contract_ended'],
  }),
  /** What the prices of these owners' goods follow besides the board, now or at the moment a page of the paper book was written. */
  'contract.schedules': defineOperation({
    kind: 'query', permission: 'contract.read', input: z.object({ productId: ulid, memberIds: z.array(ulid).min(1).max(12), at: moment.optional() }).strict(),
    output: schedulesSchema, refusals: ['member_unknown', 'product_unknown'],
  }),
  'contract.certificates': defineOperation({ kind: 'query', permission: 'contract.read', input: z.object({ memberId: ulid }).strict(), output: z.object({ rows: z.array(certificateRowSchema) }), refusals: [] }),
  /** Writes down a member's certificate, or corrects it; one that no longer counts is withdrawn, never deleted. */
  'contract.saveCertificate': defineOperation({
    kind: 'command', permission: 'contract.write',
    input: z.object({ id: ulid.optional(), expectedVersion: z.number().int().optional(), memberId: ulid, productId: ulid.nullable(), kind: certificateKind, number: line(60), validFrom: businessDay, validTo: businessDay, active: z.boolean() }).strict(),
    output: z.object({ id: ulid }), refusals: ['member_unknown', 'product_unknown', 'date_invalid', 'window_reversed', 'certificate_unknown', 'certificate_other_member', 'version_changed'],
  }),
} as const;
