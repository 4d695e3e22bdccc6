import type { PriceE4 } from '../../domain/price.ts';
import { priceText, pricePerJinText } from '../../domain/price.ts';
import { maskedName } from './mask.ts';
import type { PaperText } from './paper-text.ts';
import type { ReceiptBlock } from './receipt-document.ts';
import type { ReceiptLine } from './ticket-receipt-data.ts';

const PARTS = { inside: 'insideContract', beyond: 'beyondContract' } as const;
const KINDS = { green: 'premiumGreen', organic: 'premiumOrganic', gi: 'premiumGi', gap: 'premiumGap' } as const;

const pair = (label: string, value: string): ReceiptBlock => ({ kind: 'pair', label, value, spread: true });

function unitPrice(line: ReceiptLine, priceE4: PriceE4, text: PaperText): string {
  return line.tradedUnit === 'jin' ? text('pricePerJin', { price: pricePerJinText(priceE4) }) : text('pricePerKilogram', { price: priceText(priceE4) });
}

/** Whose goods the line is, where it is not everybody's, and which part of a contract. */
export function scheduleBlocks(line: ReceiptLine, text: PaperText, maskName: boolean): ReceiptBlock[] {
  const owners = (line.owners ?? []).map((name) => (maskName ? maskedName(name) : name)).join(' ');
  return [
    ...(owners === '' ? [] : [pair(` ${text('goodsOf')}`, owners)]),
    ...(line.contract === undefined ? [] : [pair(` ${text(PARTS[line.contract.part])}`, line.contract.number)]),
  ];
}

/** What the price is made of, above the price itself: board price and floor inside a contract, base and premium of certified goods. */
export function priceSourceBlocks(line: ReceiptLine, text: PaperText): ReceiptBlock[] {
  const { contract, premium } = line;
  return [
    ...(contract?.part === 'inside' ? [pair(` ${text('boardPrice')}`, unitPrice(line, contract.boardE4, text)), pair(` ${text('floorPrice')}`, unitPrice(line, contract.floorE4, text))] : []),
    ...(premium === undefined ? [] : [
      pair(` ${text('basePrice')}`, unitPrice(line, premium.baseE4, text)),
      pair(` ${text(KINDS[premium.kind])}`, `+${unitPrice(line, premium.premiumE4, text)}`),
      { kind: 'pair', label: ` ${text('certificateNo')} `, value: premium.number } as const,
    ]),
  ];
}
