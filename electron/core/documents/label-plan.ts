import type { LabelDocument, LabelElement, LabelText } from './label-document.ts';
import { LABEL_SIZES, type LabelSize } from './label-size.ts';

/** Left, top, width and height in dots. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** The marks that any label may bear; what each says stands in label-marks.ts. */
export type MarkBlock = 'training' | 'copy' | 'voided' | 'voidedBy' | 'printed';

/** Shown only while a mark is there, or only while none of these is. */
export interface Condition {
  readonly when?: MarkBlock;
  readonly unless?: readonly MarkBlock[];
}

interface TextLook {
  readonly bold?: boolean;
  readonly lines?: number;
  readonly align?: LabelText['align'];
}

/** Where something stands on a label and how it is drawn there. */
export type Place = Condition & { readonly box: Box } & (
  | ({ readonly kind: 'text'; readonly sizeDots: number; readonly leastDots: number } & TextLook)
  | { readonly kind: 'band'; readonly sizeDots: number }
  | { readonly kind: 'qr' | 'code128' }
);

/** One block in its place, or a rule. */
export type LabelCell<Block extends string> = (Place & { readonly block: Block | MarkBlock }) | (Condition & { readonly kind: 'rule'; readonly box: Box });

/** A place for text: as large as `sizeDots`, down to `leastDots` where the words ask for it. */
export const textPlace = (box: Box, sizeDots: number, leastDots: number, look: TextLook & Condition = {}) => ({ kind: 'text', box, sizeDots, leastDots, ...look }) as const;

/** A place for white letters on black. */
export const bandPlace = (box: Box, sizeDots: number) => ({ kind: 'band', box, sizeDots }) as const;

/** The same places with a block in them. */
export const text = <Block extends string>(block: Block, ...place: Parameters<typeof textPlace>) => ({ block, ...textPlace(...place) });
export const band = <Block extends string>(block: Block, ...place: Parameters<typeof bandPlace>) => ({ block, ...bandPlace(...place) });
export const bars = (box: Box) => ({ block: 'bars', kind: 'code128', box }) as const;
export const rule = (box: Box) => ({ kind: 'rule', box }) as const;

/** One size of one label as data: places that never overlap, so that no text runs into another however long it is. */
export type LabelPlan<Block extends string> = readonly LabelCell<Block>[];
export type LabelPlans<Block extends string> = Readonly<Record<LabelSize, LabelPlan<Block>>>;

/** What is to be said; an empty or missing block leaves its place white. */
export type LabelContent<Block extends string> = Readonly<Partial<Record<Block | MarkBlock, string>>>;

/** What a manager made of a label: parts left out, and words in the line of the cooperative. */
export interface LabelLooks {
  readonly hidden: readonly string[];
  readonly words: string;
}

/** Lines in which the cooperative is named. */
const OWN_LINES: ReadonlySet<string> = new Set(['cooperative', 'sender']);

function inLooks<Block extends string>(content: LabelContent<Block>, { hidden, words }: LabelLooks): LabelContent<Block> {
  const said = Object.entries<string | undefined>(content).filter(([block]) => !hidden.includes(block));
  return Object.fromEntries(said.map(([block, text]) => [block, words.trim() !== '' && OWN_LINES.has(block) ? words.trim() : text])) as LabelContent<Block>;
}

/** Puts what is to be said in the places of the plan; `looks` say what is left out. */
export function plannedLabel<Block extends string>(layout: string, size: LabelSize, plans: LabelPlans<Block>, whole: LabelContent<Block>, looks?: LabelLooks): LabelDocument {
  const content = looks === undefined ? whole : inLooks(whole, looks);
  const said = (mark: MarkBlock): boolean => (content[mark] ?? '') !== '';
  const shown = plans[size].filter(({ when, unless = [] }) => (when === undefined || said(when)) && !unless.some(said));
  return { layout, ...LABEL_SIZES[size], dotsPerMillimetre: 8, elements: shown.flatMap((cell) => elementOf(cell, content)) };
}

function elementOf<Block extends string>(cell: LabelCell<Block>, content: LabelContent<Block>): LabelElement[] {
  const [leftDots, topDots, widthDots, heightDots] = cell.box;
  if (cell.kind === 'rule') return [{ kind: 'rule', leftDots, topDots, widthDots, heightDots }];
  const text = content[cell.block] ?? '';
  if (text === '') return [];
  switch (cell.kind) {
    case 'text': return [{ kind: 'text', text, leftDots, topDots, widthDots, sizeDots: cell.sizeDots, leastDots: cell.leastDots, bold: cell.bold ?? false, lines: cell.lines ?? 1, align: cell.align ?? 'left' }];
    case 'band': return [{ kind: 'band', text, leftDots, topDots, widthDots, heightDots, sizeDots: cell.sizeDots }];
    case 'qr': return [{ kind: 'qr', text, level: 'M', leftDots, topDots, sideDots: widthDots }];
    case 'code128': return [{ kind: 'code128', text, leftDots, topDots, widthDots, heightDots }];
  }
}

/** Blocks that a plan has a place for. */
export function plannedBlocks<Block extends string>(plan: LabelPlan<Block>): ReadonlySet<Block | MarkBlock> {
  return new Set(plan.flatMap((cell) => (cell.kind === 'rule' ? [] : [cell.block])));
}
