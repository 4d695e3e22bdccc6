import { agreedShares, splitRoundingText } from '../../domain/agreed-shares.ts';
import { kilogramText } from '../../domain/mass.ts';
import { maskedName } from './mask.ts';
import type { PaperText } from './paper-text.ts';
import { moneyText } from './paper-values.ts';
import type { ReceiptBlock, TableColumn } from './receipt-document.ts';
import type { TicketReceiptData } from './ticket-receipt-data.ts';

const COLUMNS: readonly TableColumn[] = [{ columns: 8, grow: 3, align: 'left' }, { columns: 9, grow: 1, align: 'right' }, { columns: 11, grow: 1, align: 'right' }];
const WAYS = { parts: 'sharedByParts', percent: 'sharedByPercent', weight: 'sharedByWeight' } as const;
const UNITS = { parts: 'shareParts', percent: 'sharePercent', weight: 'shareKilograms' } as const;

/**
 * Who owns how much, printed where the ticket has several owners: how they agreed to divide it, then for each the weight that is paid,
 * the amount, the agreed share and the fen that the split gave or took.
 */
export function ownerBlocks(data: TicketReceiptData, text: PaperText, maskName: boolean): ReceiptBlock[] {
  if (data.owners.length < 2) return [];
  const agreed = agreedShares(data.owners.map(({ share }) => share), Math.abs(data.netGrams) - Math.abs(data.returnedGrams));
  const ratio = agreed.way === 'parts' ? ` ${agreed.figures.join(' : ')}` : '';
  return [
    { kind: 'rule' },
    { kind: 'pair', label: `${text('sharing')} `, value: `${text(WAYS[agreed.way])}${ratio}` },
    ...data.owners.flatMap((owner, index): ReceiptBlock[] => {
      const rounding = splitRoundingText(owner.splitRoundingFen);
      return [
        {
          kind: 'table', columns: COLUMNS, ...(index === 0 ? { header: [text('owner'), text('paidKilograms'), text('amount')] } : {}),
          rows: [[`${owner.code} ${maskName ? maskedName(owner.name) : owner.name}`, kilogramText(owner.settlementGrams), moneyText(owner.amountFen)]],
        },
        { kind: 'pair', label: ` ${text(UNITS[agreed.way], { figure: agreed.figures[index] ?? '' })}`, value: rounding === null ? '' : text('splitRounding', { amount: rounding }), spread: true },
      ];
    }),
  ];
}
