import { z } from 'zod';
import { defineOperation } from './define.ts';
import { businessDay, done, fen, line, moment, nothing, optionalLine, page, partyKind, ulid } from './fields.ts';

export const memberRowSchema = z.object({
  id: ulid, code: z.string(), name: z.string(), nickname: z.string().nullable(), houseGroup: z.string().nullable(), kind: partyKind,
  status: z.enum(['active', 'left']), phoneMasked: z.string().nullable(), version: z.number().int(),
});
export type MemberRow = z.infer<typeof memberRowSchema>;

const accountSchema = z.object({
  id: ulid, bankName: z.string(), cnapsCode: z.string().nullable(), kind: z.enum(['card', 'passbook', 'company']), accountMasked: z.string(), active: z.boolean(),
});

export const memberDetailSchema = memberRowSchema.extend({
  residentMasked: z.string().nullable(), birthDate: businessDay.nullable(), ownGrown: z.boolean(), note: z.string().nullable(), leftReason: z.string().nullable(),
  payeeId: ulid, channel: z.enum(['cash', 'bank']), accounts: z.array(accountSchema),
  /** Not settled yet: for goods bought, and for goods on consignment. */
  unsettledFen: fen, consignedFen: fen, owedFen: fen, deliveredGrams: z.number().int(), tickets: z.number().int(),
  openItems: z.array(z.object({ documentId: ulid, number: z.string(), kind: z.enum(['cash_advance', 'input_credit']), businessDate: businessDay, originalFen: fen, leftFen: fen })),
  versions: z.array(z.object({ version: z.number().int(), at: moment, user: z.string().nullable(), changed: z.array(z.string()) })),
});
export type MemberDetail = z.infer<typeof memberDetailSchema>;

const memberFields = {
  name: line(60), nickname: optionalLine(40), houseGroup: optionalLine(40), kind: partyKind, phone: optionalLine(20),
};

export const memberOperations = {
  'member.list': defineOperation({
    kind: 'query', permission: 'member.read',
    input: z.object({ text: z.string().max(60).optional(), kind: partyKind.optional(), status: z.enum(['active', 'left']).optional(), houseGroup: z.string().max(40).optional(), ...page }).strict(),
    output: z.object({ total: z.number().int(), rows: z.array(memberRowSchema) }), refusals: [],
  }),
  /** The one search box: code, name, nickname, house group, pinyin, initials, phone or its last four digits. */
  'member.search': defineOperation({
    kind: 'query', permission: 'member.read', input: z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(50).default(8) }).strict(),
    output: z.object({ rows: z.array(memberRowSchema) }), refusals: [],
  }),
  'member.groups': defineOperation({ kind: 'query', permission: 'member.read', input: nothing, output: z.object({ groups: z.array(z.string()) }), refusals: [] }),
  'member.get': defineOperation({ kind: 'query', permission: 'member.read', input: z.object({ id: ulid }).strict(), output: memberDetailSchema, refusals: ['member_unknown'] }),
  'member.save': defineOperation({
    kind: 'command', permission: 'member.write',
    input: z.object({
      id: ulid.optional(), expectedVersion: z.number().int().optional(), ...memberFields,
      /** Null leaves what is stored, because a screen shows these only masked; an empty text removes it. */
      phone: z.string().trim().max(20).nullable(), residentId: z.string().trim().max(20).nullable(), birthDate: businessDay.nullable(), ownGrown: z.boolean(), note: optionalLine(300),
      channel: z.enum(['cash', 'bank']), acceptDuplicate: z.boolean().default(false),
    }).strict(),
    output: z.object({ id: ulid, code: z.string() }),
    refusals: ['member_unknown', 'version_changed', 'phone_invalid', 'resident_id_invalid', 'resident_id_taken', 'duplicate_likely', 'kind_with_open_items'],
  }),
  /** A new seller added at the scale in ten seconds; the rest comes later. */
  'member.quickAdd': defineOperation({
    kind: 'command', permission: 'member.write', input: z.object({ ...memberFields, acceptDuplicate: z.boolean().default(false) }).strict(),
    output: z.object({ id: ulid, code: z.string() }), refusals: ['phone_invalid', 'duplicate_likely'],
  }),
  /** Who leaves while something is still to be taken back leaves with the sum told and confirmed. */
  'member.leave': defineOperation({
    kind: 'command', permission: 'member.write', input: z.object({ id: ulid, reason: line(200), confirmed: z.boolean().default(false) }).strict(), output: done, refusals: ['member_unknown', 'member_left', 'leaves_with_open_items'],
  }),
  'member.saveAccount': defineOperation({
    kind: 'command', permission: 'member.protected',
    input: z.object({ memberId: ulid, bankName: line(80), cnapsCode: z.string().regex(/^\d{12}$/).nullable(), kind: z.enum(['card', 'passbook', 'company']), account: z.string().regex(/^[0-9A-Za-z-]{6,34}$/), typedTwice: z.boolean().default(false) }).strict(),
    output: z.object({ id: ulid }), refusals: ['member_unknown', 'account_check_failed'], approval: { permission: 'approve.money', required: false },
  }),
  /** Opens the protected fields for one member; every look is written to the audit log. */
  'member.reveal': defineOperation({
    kind: 'command', permission: 'member.protected', input: z.object({ id: ulid }).strict(),
    output: z.object({ phone: z.string().nullable(), residentId: z.string().nullable(), accounts: z.array(z.object({ id: ulid, account: z.string() })) }), refusals: ['member_unknown'],
  }),
} as const;
