import { z } from 'zod';
import { defineOperation } from './define.ts';
import { done, line, locale, nothing, ulid } from './fields.ts';
import { lineSettingsSchema, portIdentitySchema } from './scale-profile.ts';
import { liveWeightSchema } from './scale.ts';

/** Where the delivery stands that the farmer follows: nobody at the desk, weighing and grading, read it once more, posted, posted and paid. */
export const displayMoment = z.enum(['idle', 'open', 'confirm', 'posted', 'paid']);
export type DisplayMoment = z.infer<typeof displayMoment>;

/** A figure as the desk shows it: 43.75 公斤, ¥245.00. Never a weight to compute with. */
const words = line(60).nullable();

/** What the desk shows of the delivery: who and what by their ids, figures as words. The live weight is not among it: core has that from the scale itself. */
const shownSchema = z.strictObject({
  moment: displayMoment, locale, traded: z.enum(['kg', 'jin']), scaleId: z.string().min(1).max(32).nullable(),
  memberId: ulid.nullable(), productId: ulid.nullable(), grade: z.string().min(1).max(20).nullable(),
  baskets: z.number().int().min(0).max(200), price: words, tare: words, net: words, otherNet: words, amount: words,
});
export type ShownOnDisplay = z.infer<typeof shownSchema>;

const named = z.object({ zh: z.string(), en: z.string() }).nullable();

/** The same for the farmer's eyes; also the payload of the event `display.sheet`. The name is masked unless the station says otherwise. */
export const displaySheetSchema = shownSchema.omit({ memberId: true, productId: true, grade: true }).extend({ who: z.string().nullable(), product: named, grade: named });
export type DisplaySheet = z.infer<typeof displaySheetSchema>;

/** A pole display on a line of its own: two rows of twenty characters. */
export const poleProfileSchema = z.strictObject({
  port: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('serial'), path: line(200), identity: portIdentitySchema.nullable().default(null) }),
    z.strictObject({ kind: z.literal('tcp'), host: line(200), port: z.number().int().min(1).max(65_535) }),
  ]),
  line: lineSettingsSchema.default({ baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1 }),
  /** `ascii` for the displays that know figures and Latin letters; `gb18030` for those with Chinese characters. */
  charset: z.enum(['ascii', 'gb18030']).default('ascii'),
});
export type PoleProfile = z.infer<typeof poleProfileSchema>;

export const displayOperations = {
  /** All that the display needs when it begins; afterwards it lives on the events `display.sheet` and `scale.live`. */
  'display.state': defineOperation({
    kind: 'query', permission: 'public', input: nothing,
    output: z.object({
      cooperative: z.string().nullable(), station: z.string().nullable(), sheet: displaySheetSchema.nullable(),
      scales: z.array(z.object({ id: z.string(), ageLimitMs: z.number().int(), live: liveWeightSchema })),
    }), refusals: [],
  }),
  /** The desk tells what it shows; kept in memory only, the last one wins. */
  'display.show': defineOperation({ kind: 'command', permission: 'ticket.write', input: shownSchema, output: done, refusals: [] }),
  /** Opens or closes the display; null turns it over. Answers whether it is open now. */
  'display.turn': defineOperation({ kind: 'command', permission: 'scale.use', input: z.strictObject({ shown: z.boolean().nullable() }), output: z.object({ shown: z.boolean() }), refusals: [] }),
  /** Sets up the pole display; null takes it away. */
  'display.configurePole': defineOperation({ kind: 'command', permission: 'scale.configure', input: z.strictObject({ pole: poleProfileSchema.nullable() }), output: done, refusals: ['pole_port_is_a_scale'] }),
} as const;
