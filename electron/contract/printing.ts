import { z } from 'zod';
import { defineOperation } from './define.ts';
import { done, line, locale, moment, nothing, ulid } from './fields.ts';

export const paperKind = z.enum(['receipt', 'reversal_slip', 'lot_label', 'statement', 'price_board', 'payout_sheet', 'test_page', 'queue_slip', 'return_slip', 'crate_slip', 'sample_label', 'crate_label', 'crate_tag', 'parcel_label', 'member_card', 'receipt_station', 'receipt_accountant', 'correction_slip', 'voucher', 'day_sheet', 'purchase_note', 'notice', 'scale_book', 'grading_sheet', 'grading_form']);
export type PaperKind = z.infer<typeof paperKind>;
/** Papers that come out of a label printer. */
export const labelPapers: readonly PaperKind[] = ['lot_label', 'sample_label', 'crate_label', 'crate_tag', 'parcel_label', 'member_card'];

/** Papers that are whole pages. */
export const pagePapers: readonly PaperKind[] = ['price_board', 'statement', 'payout_sheet', 'day_sheet', 'purchase_note', 'notice', 'scale_book', 'grading_sheet', 'grading_form'];

/** Labels that a person asks for. */
export const labelOrderSchema = z.discriminatedUnion('kind', [
  /** The card of a member, for the scale. */
  z.object({ kind: z.literal('member_card'), memberId: ulid }).strict(),
  /** Numbers for the cooperative's own crates; after the last ones where no first number is named. */
  z.object({ kind: z.literal('crate_tag'), containerId: ulid, count: z.number().int().min(1).max(100), firstNo: z.number().int().min(1).max(99_999).optional() }).strict(),
  /** One label for every basket of a lot. */
  z.object({ kind: z.literal('crate_label'), lotCode: line(40) }).strict(),
  /** One label for every piece of a consignment; of the telephone only the last four figures are kept. */
  z.object({
    kind: z.literal('parcel_label'), lotCode: line(40), receiverName: line(40), receiverPhone: z.string().regex(/^[0-9+ -]{5,20}$/), address: line(120), contents: line(60), parcelCount: z.number().int().min(1).max(50),
  }).strict(),
]);
export type LabelOrder = z.infer<typeof labelOrderSchema>;

export const printJobSchema = z.object({
  id: ulid, paper: paperKind, documentNumber: z.string().nullable(), copyNo: z.number().int(), printer: z.string().nullable(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled']), attempts: z.number().int(), lastError: z.string().nullable(), createdAt: moment, createdBy: z.string(), sentAt: moment.nullable(),
  /** Code points that stand boxed on the paper, because no font has the character; empty while nothing was drawn. */
  boxed: z.array(z.string()),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** What only slip printers have; left out, a printer is taken for a plain one that cuts and answers nothing. */
export const slipOptionsSchema = z.object({
  /** Characters the printer's own font has. */
  charset: z.enum(['gb2312', 'gbk', 'gb18030']),
  /** Darker or lighter than the printer is set to; 0 leaves it alone. */
  density: z.number().int().min(-6).max(8), cut: z.enum(['partial', 'full', 'none']),
  /** Which pin of the drawer socket is pulsed and for how long, on and off in milliseconds; null where no drawer hangs on the printer. */
  drawer: z.object({ pin: z.union([z.literal(2), z.literal(5)]), onMs: z.number().int().min(2).max(510), offMs: z.number().int().min(2).max(510) }).strict().nullable(),
  /** Short tones after a slip. */
  beeps: z.number().int().min(0).max(9),
  /** Whether the printer draws Code 128 itself. */
  nativeBarcode: z.boolean(),
  /** Whether it answers when asked for paper and cover. */
  answers: z.boolean(),
}).strict();
export type SlipOptions = z.infer<typeof slipOptionsSchema>;

/** How a printer says it is, or how it behaves while it takes a paper; `held` is a printer that has stopped taking bytes. */
export const printerCondition = z.enum(['well', 'paper_low', 'paper_out', 'cover_open', 'cutter', 'too_hot', 'error', 'held', 'ribbon_out', 'jam', 'paused']);
export type PrinterCondition = z.infer<typeof printerCondition>;
/** What a trainer may break on a simulated printer: it does not answer the call, says nothing, has no paper, or dies in the middle of a paper. */
export const printerFault = z.enum(['refused', 'silent', 'paper_out', 'dies_midway']);

/** How a label printer finds the next label, how dark and how fast it burns; as it comes out of its box where nothing is said. */
export const labelSettings = z.object({
  media: z.enum(['gap', 'mark', 'continuous']), darkness: z.enum(['light', 'usual', 'dark']), speed: z.enum(['usual', 'slow']), transfer: z.enum(['hex', 'binary']),
  /** 203 where nothing is said. */
  dpi: z.union([z.literal(203), z.literal(300)]).optional(),
  /** Between two labels, or the height of the mark; 2 mm where nothing is said. */
  gapMm: z.number().int().min(1).max(10).optional(),
  /** Whether it answers when asked for paper and head; not where nothing is said. */
  answers: z.boolean().optional(),
}).strict();

export const printerProfileSchema = z.object({
  id: z.string().min(1).max(32), name: line(40), papers: z.array(paperKind), /** `page`: whole A4 pages for a printer of the system. */
  language: z.enum(['escpos', 'tspl', 'zpl', 'epl2', 'cpcl', 'page']),
  /** Of the paper. A roll of labels is known by its width: 30 × 20, 40 × 30, 60 × 40 or 100 × 100 mm. */
  widthMm: z.union([z.literal(58), z.literal(80), z.literal(30), z.literal(40), z.literal(60), z.literal(100), z.literal(210)]),
  port: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tcp'), host: line(200), port: z.number().int().min(1).max(65_535) }).strict(),
    z.object({ kind: z.literal('serial'), path: line(200), baud: z.number().int(), flow: z.enum(['none', 'hardware', 'software']).optional() }).strict(),
    z.object({ kind: z.literal('file'), path: line(400) }).strict(),
    /** A printer that Windows or CUPS knows by this name; only pages go to it. */
    z.object({ kind: z.literal('system'), name: line(200) }).strict(),
    z.object({ kind: z.literal('simulator') }).strict(),
  ]),
  mode: z.enum(['text', 'raster']), invert: z.boolean(), nativeQr: z.boolean(), slip: slipOptionsSchema.optional(), label: labelSettings.optional(),
}).strict();
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

export const printOperations = {
  'print.jobs': defineOperation({ kind: 'query', permission: 'print.use', input: z.object({ open: z.boolean().default(true) }).strict(), output: z.object({ rows: z.array(printJobSchema) }), refusals: [] }),
  /** A copy, marked COPY n with time and person, and else the same as the first print; a paper that was not printed when its document was posted comes out as the original (copy 0). */
  'print.again': defineOperation({
    kind: 'command', permission: 'print.use', input: z.object({ documentId: ulid, paper: paperKind, lotCode: z.string().max(40).optional(), locale: locale.optional() }).strict(),
    output: z.object({ jobId: ulid, copyNo: z.number().int() }), refusals: ['document_unknown', 'paper_not_for_document'],
  }),
  /** Queues labels of one kind as one job. A card or the labels of a lot's crates printed before are marked as copies. */
  'print.label': defineOperation({
    kind: 'command', permission: 'print.use', input: z.object({ order: labelOrderSchema, locale: locale.optional() }).strict(), output: z.object({ jobId: ulid, code: z.string(), copyNo: z.number().int(), labels: z.number().int() }),
    refusals: ['member_unknown', 'member_left', 'container_unknown', 'container_not_returnable', 'lot_unknown', 'crates_of_several_lots'],
  }),
  /** The first label of such an order as it will come out; `shortened` are texts that do not fit and end in `…` on the label. */
  'print.labelPreview': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object({ order: labelOrderSchema, locale: locale.optional() }).strict(),
    output: z.object({ png: z.string(), widthMm: z.number(), widthDots: z.number().int(), heightDots: z.number().int(), substitutions: z.array(z.string()), shortened: z.array(z.string()), labels: z.number().int() }),
    refusals: ['member_unknown', 'member_left', 'container_unknown', 'container_not_returnable', 'lot_unknown', 'crates_of_several_lots'],
  }),
  /** The paper as it will come out, from the same source, as PNG in base64 at printer dots; `shortened` are texts of a label that do not fit and end in `…`. */
  'print.preview': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object({ documentId: ulid, paper: paperKind, lotCode: z.string().max(40).optional(), locale: locale.optional() }).strict(),
    output: z.object({ png: z.string(), widthMm: z.number(), widthDots: z.number().int(), heightDots: z.number().int(), substitutions: z.array(z.string()), shortened: z.array(z.string()) }), refusals: ['document_unknown', 'paper_not_for_document'],
  }),
  /** The paper of a job of the queue as it came out or will come out; whole pages have their own screen. */
  'print.look': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object({ jobId: ulid }).strict(),
    output: z.object({ png: z.string(), widthMm: z.number() }), refusals: ['job_unknown', 'paper_not_drawn_here'],
  }),
  'print.retry': defineOperation({ kind: 'command', permission: 'print.use', input: z.object({ jobId: ulid }).strict(), output: done, refusals: ['job_unknown', 'job_not_failed'] }),
  'print.cancel': defineOperation({ kind: 'command', permission: 'print.use', input: z.object({ jobId: ulid, reason: line(200) }).strict(), output: done, refusals: ['job_unknown', 'job_sent'] }),
  /** The paper comes out of another printer; only what certainly did not go out may be moved. Answers the job that takes its place. */
  'print.move': defineOperation({
    kind: 'command', permission: 'print.use', input: z.object({ jobId: ulid, printerId: z.string().max(32) }).strict(), output: z.object({ jobId: ulid }),
    refusals: ['job_unknown', 'job_not_movable', 'printer_unknown', 'printer_wrong_kind'],
  }),
  /** The person has looked: was the paper of an `unsure` job there? */
  'print.resolve': defineOperation({ kind: 'command', permission: 'print.use', input: z.object({ jobId: ulid, printed: z.boolean() }).strict(), output: done, refusals: ['job_unknown', 'job_not_unsure'] }),
  'printer.list': defineOperation({
    kind: 'query', permission: 'print.use', input: nothing,
    output: z.object({ rows: z.array(printerProfileSchema.extend({ state: z.enum(['ready', 'trouble', 'unknown']), waiting: z.number().int(), lastError: z.string().nullable(), paused: z.boolean(), condition: printerCondition.nullable() })) }), refusals: [],
  }),
  /** The printers that the operating system knows; null where no window is there to ask it. */
  'printer.system': defineOperation({ kind: 'query', permission: 'print.use', input: nothing, output: z.object({ printers: z.array(z.object({ name: z.string(), shownName: z.string(), isDefault: z.boolean() })).nullable() }), refusals: [] }),
  /** Papers of a paused printer wait until it is resumed, also after a restart. */
  'printer.pause': defineOperation({ kind: 'command', permission: 'print.use', input: z.object({ printerId: z.string().max(32), paused: z.boolean() }).strict(), output: done, refusals: ['printer_unknown'] }),
  /** Asks a printer for paper, cover and errors; null where it does not answer. */
  'printer.ask': defineOperation({ kind: 'query', permission: 'print.use', input: z.object({ printerId: z.string().max(32) }).strict(), output: z.object({ condition: printerCondition.nullable() }), refusals: ['printer_unknown'] }),
  'printer.configure': defineOperation({ kind: 'command', permission: 'print.configure', input: z.object({ printers: z.array(printerProfileSchema).max(8) }).strict(), output: done, refusals: ['printer_twice', 'printer_wrong_kind'] }),
  /** Sends the test page of a printer that may not be saved yet, and says whether the printer answers questions. */
  'printer.try': defineOperation({
    kind: 'command', permission: 'print.configure', input: z.object({ printer: printerProfileSchema }).strict(), output: z.object({ bytes: z.number().int(), condition: printerCondition.nullable() }), refusals: [],
  }),
  /** The simulated printers and what is broken; none outside training. */
  'printer.simulated': defineOperation({
    kind: 'query', permission: 'print.use', input: nothing, output: z.object({ rows: z.array(z.object({ id: z.string(), name: z.string(), fault: printerFault.nullable() })) }), refusals: [],
  }),
  /** Breaks a simulated printer, or mends it with null. */
  'printer.simulate': defineOperation({
    kind: 'command', permission: 'print.use', input: z.object({ printerId: z.string().max(32), fault: printerFault.nullable() }).strict(), output: done, refusals: ['printer_unknown', 'printer_not_simulated'],
  }),
  'printer.test': defineOperation({ kind: 'command', permission: 'print.configure', input: z.object({ printerId: z.string() }).strict(), output: z.object({ bytes: z.number().int() }), refusals: ['printer_unknown'] }),
} as const;
