import { z } from 'zod';
import { defineOperation } from './define.ts';
import { moment } from './fields.ts';

/** Labels whose looks a manager may change. */
export const labelPaper = z.enum(['lot_label', 'crate_label', 'parcel_label', 'sample_label', 'member_card', 'crate_tag']);
export type LabelPaper = z.infer<typeof labelPaper>;

/** What may be left out of a label. Goods, grade, weights, codes and marks always stand on it: by them a lot is known and followed. */
export const labelBlock = z.enum(['member', 'group', 'weekday', 'station', 'cooperative', 'bars', 'phone', 'contents', 'sender', 'day', 'title', 'taken', 'please']);
export type LabelBlock = z.infer<typeof labelBlock>;

/** What may be left out of each label, in the order in which a smaller roll leaves it out by itself, the last first. */
export const leavable: Readonly<Record<LabelPaper, readonly LabelBlock[]>> = {
  lot_label: ['member', 'weekday', 'station', 'cooperative', 'group', 'bars'],
  crate_label: ['member', 'weekday', 'station', 'cooperative', 'group', 'bars'],
  parcel_label: ['phone', 'contents', 'sender', 'day', 'bars'],
  sample_label: ['title', 'taken', 'station'],
  member_card: ['title', 'group', 'cooperative', 'station', 'bars'],
  crate_tag: ['cooperative', 'please', 'station', 'bars'],
};

/** Labels on which the cooperative is named and may say something else in that line. */
export const speaksForItself: ReadonlySet<LabelPaper> = new Set(['lot_label', 'crate_label', 'parcel_label', 'member_card', 'crate_tag']);

/** How a label looks. `person`: the language of whoever prints it. `words` stand in the line of the cooperative; empty for its name. */
export const labelLayout = z.object({
  language: z.enum(['person', 'zh', 'en', 'both']),
  hidden: z.array(labelBlock).max(labelBlock.options.length).refine((blocks) => new Set(blocks).size === blocks.length, { message: 'block_twice' }),
  words: z.string().max(40).refine((text) => text.isWellFormed(), { message: 'control_character' }),
}).strict();
export type LabelLayout = z.infer<typeof labelLayout>;

/** The looks of every label before anybody changed them. */
export const standardLabelLayout: LabelLayout = { language: 'person', hidden: [], words: '' };

/** The rolls that are sold everywhere, by their width in millimetres. */
export const rollWidths = [30, 40, 60, 100] as const;

const which = { paper: labelPaper, printerId: z.string().min(1).max(32).nullable() };

export const labelLayoutOperations = {
  /** The looks of a label: on one printer, or on every printer that has none of its own (`printerId` null). All versions are kept, the newest first; version 0 is the one nobody changed. */
  'labels.layout': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object(which).strict(),
    output: z.object({ version: z.number().int(), layout: labelLayout, versions: z.array(z.object({ version: z.number().int(), at: moment, byName: z.string(), layout: labelLayout })) }), refusals: ['printer_unknown'],
  }),
  /** Every save is a new version; labels that were printed before keep theirs. `expectedVersion` is the one the person was looking at. */
  'labels.saveLayout': defineOperation({
    kind: 'command', permission: 'print.configure', input: z.object({ ...which, layout: labelLayout, expectedVersion: z.number().int().min(0) }).strict(), output: z.object({ version: z.number().int() }),
    refusals: ['printer_unknown', 'block_required', 'version_changed'],
  }),
  /** A sample label in these looks on a roll of this width, dot for dot. */
  'labels.preview': defineOperation({
    kind: 'query', permission: 'print.use', input: z.object({ ...which, layout: labelLayout, widthMm: z.union([z.literal(30), z.literal(40), z.literal(60), z.literal(100)]) }).strict(),
    output: z.object({ png: z.string(), widthDots: z.number().int(), heightDots: z.number().int(), substitutions: z.array(z.string()) }), refusals: ['printer_unknown', 'block_required'],
  }),
} as const;
