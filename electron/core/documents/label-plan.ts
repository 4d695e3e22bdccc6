import type { LabelDocument, LabelElement, LabelText } from './label-document.ts';
import { LABEL_SIZES, type LabelSize } from './label-size.ts';

/** Left, top, width and height in dots. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** Shown only while another block is there, or only while none of these is. */
interface Condition<Block extends string> {
  readonly when?: Block;
  readonly unless?: readonly Block[];
}

interface TextLook {
  readonly sizeDots: number;
  readonly leastDots: number;
  readonly bold?: boolean;
  readonly lines?: number;
  readonly align?: LabelText['align'];
}

/** Where one block of a label stands and how it is drawn. */
export type LabelCell<Block extends string> = Condition<Block> & { readonly box: Box } & (
  | ({ readonly kind: 'text'; readonly block: Block } & TextLook)
  | { readonly kind: 'band'; readonly block: Block; readonly sizeDots: number }
  | { readonly kind: 'qr' | 'code128'; readonly block: Block }
  | { readonly kind: 'rule' }
);

/** One size of one label as data: places that never overlap, so that no text runs into another however long it is. */
export type LabelPlan<Block extends string> = readonly LabelCell<Block>[];
export type LabelPlans<Block extends string> = Readonly<Record<LabelSize, LabelPlan<Block>>>;

/** What is to be said; an empty or missing block leaves its place white. */
export type LabelContent<Block extends string> = Readonly<Partial<Record<Block, string>>>;

/** Puts what is to be said in the places of the plan. */
export function plannedLabel<Block extends string>(layout: string, size: LabelSize, plans: LabelPlans<Block>, content: LabelContent<Block>): LabelDocument {
  const said = (block: Block): boolean => (content[block] ?? '') !== '';
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
export function plannedBlocks<Block extends string>(plan: LabelPlan<Block>): ReadonlySet<Block> {
  return new Set(plan.flatMap((cell) => (cell.kind === 'rule' ? [] : [cell.block])));
}
