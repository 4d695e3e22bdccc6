import { z } from 'zod';
import { defineOperation } from './define.ts';
import { moment } from './fields.ts';

/** Slips whose looks a manager may change; the three copies of a weigh slip each have their own. */
export const slipPaper = z.enum(['receipt', 'receipt_station', 'receipt_accountant', 'reversal_slip', 'correction_slip', 'return_slip', 'crate_slip', 'queue_slip', 'voucher']);
export type SlipPaper = z.infer<typeof slipPaper>;

/** Slips that leave with the seller and may be lost on the way home; the station's own copies and vouchers, which are signed, say every name whole. */
export const takenHome: ReadonlySet<SlipPaper> = new Set(['receipt', 'reversal_slip', 'correction_slip', 'return_slip', 'crate_slip', 'queue_slip']);

/** Parts of slips. `end` is the feed and the cut, `copy` the place for the mark of a copy: neither is ever moved or left out. */
export const slipSection = z.enum([
  'logo', 'opening', 'heading', 'title', 'copy', 'number', 'party', 'product', 'reason', 'baskets', 'net', 'lines', 'total', 'words', 'correction', 'remarks', 'debts', 'owners',
  'figures', 'balance', 'queue', 'hints', 'staff', 'chain', 'signature', 'closing', 'end',
]);
export type SlipSection = z.infer<typeof slipSection>;

/** What proves the delivery: weights, money, number and chain always stand on the slip, and whose it is. */
const optional: ReadonlySet<SlipSection> = new Set(['logo', 'opening', 'heading', 'words', 'remarks', 'debts', 'balance', 'hints', 'staff', 'signature', 'closing']);
export const isRequired = (section: SlipSection): boolean => !optional.has(section);

const ticketSections = ['logo', 'opening', 'heading', 'title', 'number', 'party', 'product', 'reason', 'baskets', 'net', 'lines', 'total', 'words', 'correction', 'remarks', 'debts', 'owners', 'staff', 'chain', 'signature', 'closing'] as const;

/** The parts of each slip in the order in which they stand unless somebody moved them. */
export const sectionsOf: Readonly<Record<SlipPaper, readonly SlipSection[]>> = {
  receipt: ticketSections, receipt_station: ticketSections, receipt_accountant: ticketSections, reversal_slip: ticketSections,
  correction_slip: ['logo', 'opening', 'heading', 'title', 'number', 'party', 'reason', 'figures', 'words', 'staff', 'chain', 'signature', 'closing'],
  return_slip: ['logo', 'opening', 'heading', 'title', 'number', 'party', 'product', 'net', 'staff', 'chain', 'signature', 'closing'],
  crate_slip: ['logo', 'opening', 'heading', 'title', 'number', 'party', 'figures', 'balance', 'staff', 'chain', 'signature', 'closing'],
  voucher: ['logo', 'opening', 'heading', 'title', 'number', 'party', 'figures', 'total', 'words', 'remarks', 'balance', 'staff', 'chain', 'signature', 'closing'],
  queue_slip: ['logo', 'opening', 'heading', 'title', 'number', 'queue', 'party', 'product', 'hints', 'closing'],
};

/** A picture of dots: rows of whole bytes, 1 burns. At most as wide as paper of 58 mm. */
export const slipLogo = z.object({ widthDots: z.number().int().min(8).max(384), heightDots: z.number().int().min(1).max(240), bits: z.string().max(20_000) }).strict();
export type SlipLogo = z.infer<typeof slipLogo>;

const freeText = z.string().max(200).refine((text) => text.isWellFormed(), { message: 'control_character' });

/** What a picture for the top of slips may be at most; a photograph straight from a telephone is more. */
export const logoLimits = { bytes: 2_000_000, side: 3_000 } as const;

/** How a slip looks. `person`: the language of whoever prints it. */
export const slipLayout = z.object({
  language: z.enum(['person', 'zh', 'en', 'both']),
  sections: z.array(z.object({ name: slipSection, shown: z.boolean(), large: z.boolean() }).strict()).max(30),
  opening: freeText, closing: freeText, logo: slipLogo.nullable(),
}).strict();
export type SlipLayout = z.infer<typeof slipLayout>;

/** Parts that a copy need not carry unless somebody wants them: the office wants no debts, and what it files is signed on the station's copy. */
const leftOut: Partial<Record<SlipPaper, readonly SlipSection[]>> = { receipt_accountant: ['debts', 'remarks', 'signature'] };

/** The looks of a slip before anybody changed them. */
export const standardLayout = (paper: SlipPaper): SlipLayout => ({
  language: 'person', opening: '', closing: '', logo: null,
  sections: sectionsOf[paper].map((name) => ({ name, shown: leftOut[paper]?.includes(name) !== true, large: false })),
});

const which = { paper: slipPaper, printerId: z.string().min(1).max(32).nullable() };

export const slipLayoutOperations = {
  /** The looks of a slip: on one printer, or on every printer that has none of its own (`printerId` null). All versions are kept, the newest first; version 0 is the one nobody changed. */
  'slip.layout': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object(which).strict(),
    output: z.object({ version: z.number().int(), layout: slipLayout, versions: z.array(z.object({ version: z.number().int(), at: moment, byName: z.string(), layout: slipLayout })) }), refusals: ['printer_unknown'],
  }),
  /** Every save is a new version; going back is saving an older one again. `expectedVersion` is the one the person was looking at. */
  'slip.saveLayout': defineOperation({
    kind: 'command', permission: 'print.configure', input: z.object({ ...which, layout: slipLayout, expectedVersion: z.number().int().min(0) }).strict(), output: z.object({ version: z.number().int() }),
    refusals: ['printer_unknown', 'section_required', 'section_unknown', 'logo_broken', 'version_changed'],
  }),
  /** A sample slip in these looks, dot for dot as it would come out. */
  'slip.preview': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object({ ...which, layout: slipLayout, widthMm: z.union([z.literal(58), z.literal(80)]) }).strict(),
    output: z.object({ png: z.string(), widthDots: z.number().int(), heightDots: z.number().int(), substitutions: z.array(z.string()) }), refusals: ['printer_unknown', 'section_required', 'section_unknown', 'logo_broken'],
  }),
  /** Reduces a PNG or a JPEG, in base64, to black dots, no wider than narrow paper. */
  'slip.logo': defineOperation({
    kind: 'query', permission: 'print.configure', input: z.object({ picture: z.string().max(12_000_000) }).strict(), output: slipLogo, refusals: ['logo_wrong_kind', 'logo_too_large', 'logo_too_wide', 'logo_unreadable'],
  }),
} as const;
