import { z } from 'zod';
import { defineOperation } from './define.ts';
import { businessDay, done, moment, nothing, ulid } from './fields.ts';
import { printerCondition } from './printing.ts';
import { bookDue } from './scale-book.ts';

const verdict = z.object({
  ok: z.boolean(), events: z.number().int(), documents: z.number().int(), firstBad: z.object({ device: z.string(), seq: z.number().int(), why: z.string() }).optional(),
  findings: z.array(z.object({ kind: z.string(), what: z.string() })), unknown: z.array(z.string()), head: z.object({ device: z.string(), seq: z.number().int(), hash: z.string() }).nullable(),
});
export type Verdict = z.infer<typeof verdict>;

const backupRow = z.object({ name: z.string(), at: moment, bytes: z.number().int(), sha256: z.string(), verified: z.boolean() });

/** Why a backup is not what it must be; each has a sentence in `settings.json`. */
export const backupFlaw = z.enum(['manifest_missing', 'manifest_damaged', 'signature_wrong', 'file_missing', 'content_changed', 'database_damaged', 'facts_differ', 'photos_flawed']);

export const systemOperations = {
  /** Feeds the pills of the top bar. */
  'system.status': defineOperation({
    kind: 'query', permission: 'public', input: nothing,
    output: z.object({
      scale: z.object({
        state: z.enum(['ok', 'trouble', 'none']), word: z.string(), name: z.string().nullable(),
        /** What the book of a scale asks for first; null while nothing is due. */
        book: z.object({ due: bookDue, name: z.string(), daysLeft: z.number().int().nullable(), enforced: z.boolean() }).nullable(),
      }),
      printer: z.object({ state: z.enum(['ok', 'trouble', 'none']), waiting: z.number().int(), failed: z.number().int(), unsure: z.number().int(), paused: z.number().int(), condition: printerCondition.nullable() }),
      network: z.object({ state: z.enum(['ok', 'trouble', 'none']), unsynced: z.number().int() }),
      backup: z.object({ state: z.enum(['ok', 'trouble', 'none']), lastAt: moment.nullable(), ageHours: z.number().int().nullable() }),
      clock: z.object({ state: z.enum(['ok', 'trouble']), finding: z.string(), now: moment, businessDate: businessDay }),
      disk: z.object({ freeBytes: z.number().int().nullable(), state: z.enum(['ok', 'trouble']) }),
      countersign: z.number().int(),
      /** What the last check of the books said; `none` before the first. */
      books: z.object({ state: z.enum(['ok', 'trouble', 'none']), checkedAt: moment.nullable(), firstFinding: z.string().nullable() }),
      /** A restored or moved folder whose new incarnation has not begun: nothing new is posted until a person has signed in and the key is here. */
      incarnationDue: z.enum(['restored', 'moved']).nullable(),
    }), refusals: [],
  }),
  'system.verify': defineOperation({ kind: 'query', permission: 'system.read', input: z.object({ full: z.boolean().default(true) }).strict(), output: verdict, refusals: [] }),
  'system.head': defineOperation({ kind: 'query', permission: 'signed_in', input: nothing, output: z.object({ device: z.string(), seq: z.number().int(), hash: z.string(), publicKey: z.string(), keyId: z.string() }), refusals: [] }),
  /** The public keys of this folder's devices as a file, for whoever checks the codes of slips without the books. */
  'system.publicKeys': defineOperation({ kind: 'query', permission: 'signed_in', input: nothing, output: z.object({ name: z.string(), base64: z.string(), sha256: z.string() }), refusals: [] }),
  'system.seal': defineOperation({ kind: 'command', permission: 'system.write', input: nothing, output: z.object({ seq: z.number().int(), hash: z.string(), signature: z.string() }), refusals: ['nothing_to_seal'] }),
  'backup.list': defineOperation({ kind: 'query', permission: 'system.read', input: nothing, output: z.object({ folder: z.string(), rows: z.array(backupRow) }), refusals: [] }),
  'backup.create': defineOperation({ kind: 'command', permission: 'system.read', input: z.object({ folder: z.string().max(400).optional() }).strict(), output: backupRow, refusals: [] }),
  'backup.verify': defineOperation({ kind: 'query', permission: 'system.read', input: z.object({ file: z.string().max(600) }).strict(), output: z.object({ ok: z.boolean(), why: backupFlaw.nullable(), at: moment.nullable(), seq: z.number().int().nullable(), documents: z.number().int(),
    /** Pictures that the tickets of the backup name, and those that are not beside it as they were sealed. */
    photos: z.number().int(), photoFlaws: z.array(z.object({ number: z.string(), id: ulid, flaw: z.enum(['missing', 'changed']) })) }), refusals: [] }),
  'countersign.list': defineOperation({
    kind: 'query', permission: 'signed_in', input: nothing,
    output: z.object({ rows: z.array(z.object({ documentId: ulid, number: z.string(), op: z.string(), requestedBy: z.string(), dueDate: businessDay, at: moment, amountFen: z.number().int() })) }), refusals: [],
  }),
  'countersign.sign': defineOperation({ kind: 'command', permission: 'approve.reversal', input: z.object({ documentId: ulid }).strict(), output: done, refusals: ['nothing_to_countersign', 'own_work'] }),
  'audit.list': defineOperation({
    kind: 'query', permission: 'report.read', input: z.object({ from: moment.optional(), outcome: z.enum(['ok', 'refused', 'fault', 'bug', 'pin_failed']).optional(), limit: z.number().int().min(1).max(500).default(200) }).strict(),
    output: z.object({ rows: z.array(z.object({ id: z.number().int(), at: moment, user: z.string().nullable(), op: z.string(), outcome: z.string(), code: z.string().nullable() })) }), refusals: [],
  }),
  'setting.get': defineOperation({ kind: 'query', permission: 'signed_in', input: nothing, output: z.object({ values: z.record(z.string(), z.unknown()) }), refusals: [] }),
  'setting.save': defineOperation({ kind: 'command', permission: 'system.write', input: z.object({ key: z.enum(['receipt.locale', 'receipt.mask_name', 'settlement.cap_bp', 'cooperative.motto', 'lock.minutes', 'display.mask_name', 'yard.warn_minutes', 'paper_book.days', 'print.copies.receipt', 'print.copies.correction_slip', 'print.copies.return_slip', 'print.copies.reversal_slip', 'print.copies.crate_slip', 'print.copies.voucher']), value: z.union([z.string().max(400), z.number(), z.boolean()]) }).strict(), output: done, refusals: [] }),
  /** On a new computer, or after the key was lost: opens the data key with the printed code and keeps it here. */
  'recovery.enter': defineOperation({ kind: 'command', permission: 'system.write', input: z.object({ code: z.string().min(1).max(80) }).strict(), output: done, refusals: ['recovery_code_wrong', 'recovery_code_mistyped', 'key_present'] }),
  'recovery.newCode': defineOperation({ kind: 'command', permission: 'system.write', input: nothing, output: z.object({ recoveryCode: z.string() }), refusals: ['key_missing'], approval: { permission: 'approve.system', required: true } }),
} as const;
