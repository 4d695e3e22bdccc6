import { isBelowFloor } from '../../domain/farm-contract.ts';
import { kilogramText } from '../../domain/mass.ts';
import { priceText } from '../../domain/price.ts';
import type { PaperText } from './paper-text.ts';
import { percentText } from './paper-values.ts';
import type { ReceiptBlock } from './receipt-document.ts';
import type { ReceiptDeduction, ReceiptDiscount, ReceiptLine } from './ticket-receipt-data.ts';

type Cut = ReceiptDeduction | ReceiptDiscount;

const pair = (label: string, value: string): ReceiptBlock => ({ kind: 'pair', label, value, spread: true });
const said = (text: string): ReceiptBlock => ({ kind: 'text', text: `  ${text}` });

const headOf = (cut: Cut, text: PaperText): string => text('cutMeasured', { name: cut.name, measured: cut.measured, base: cut.base });

/** What a row takes, in the unit the table is in. */
function figureOf(cut: Cut, takes: number, text: PaperText): string {
  return 'acts' in cut && cut.acts === 'price_amount' ? text('pricePerKilogram', { price: priceText(takes) }) : percentText(takes);
}

/** How the deduction was found, as a person can work it out again: the steps, the nodes, or the dry matter. */
function methodWords(cut: Cut, text: PaperText): string[] {
  const figure = (takes: number): string => figureOf(cut, takes, text);
  if (cut.method === 'dry_matter') return [text('cutDryMatter', { base: cut.base })];
  if (cut.method === 'interpolated') return [...cut.rows.map((row) => text('cutNode', { at: row.atPct, takes: figure(row.takes) })), ...(cut.rows.length === 0 ? [] : [text('cutBetween')])];
  return cut.rows.map((row, index) => text(index === 0 ? 'cutStep' : 'cutStepAbove', { at: row.atPct, step: row.stepPct ?? '', takes: figure(row.takes) }));
}

/** Deductions in the printed order: factor, measured and base, what it took, and how. */
export function deductionBlocks(line: ReceiptLine, text: PaperText): ReceiptBlock[] {
  return [
    ...line.deductions.flatMap((cut) => [pair(` ${headOf(cut, text)}`, text('cutTaken', { sign: cut.takenGrams === 0 ? '' : cut.takenGrams > 0 ? '-' : '+', grams: kilogramText(Math.abs(cut.takenGrams)) })), ...methodWords(cut, text).map(said)]),
    ...(line.inTurn && line.deductions.length > 1 ? [said(text('cutInTurn'))] : []),
  ];
}

/** Discounts apart from the weight: the price before, what each factor made of it, and how. */
export function discountBlocks(line: ReceiptLine, text: PaperText): ReceiptBlock[] {
  const [first] = line.discounts;
  if (first === undefined) return [];
  return [
    pair(` ${text('priceBefore')}`, text('pricePerKilogram', { price: priceText(first.priceBeforeE4) })),
    ...line.discounts.flatMap((cut) => [pair(` ${headOf(cut, text)}`, `${cut.priceBeforeE4 === cut.priceAfterE4 ? '' : '-'}${text('pricePerKilogram', { price: priceText(cut.priceBeforeE4 - cut.priceAfterE4) })}`), ...methodWords(cut, text).map(said)]),
    ...(line.inTurn && line.discounts.length > 1 ? [said(text('cutInTurn'))] : []),
    ...(line.contract !== undefined && isBelowFloor(line.contract.part, line.contract.floorE4, line.priceE4) ? [said(text('belowFloor'))] : []),
  ];
}
