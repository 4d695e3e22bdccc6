import type { BusinessDate } from '../../domain/business-date.ts';
import { amountWords } from '../../domain/amount-words.ts';
import type { Grams } from '../../domain/mass.ts';
import { jinText, kilogramText } from '../../domain/mass.ts';
import type { Fen } from '../../domain/money.ts';
import { chainBlocks, type ChainFoot } from './chain-foot.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { paperText, type PaperText, type SlipLanguage } from './paper-text.ts';
import { moneyText } from './paper-values.ts';
import type { ReceiptBlock, ReceiptDocument, TableColumn } from './receipt-document.ts';
import { section, signature, slipEnd, slipHead, slipMember, type SlipCopy, type SlipPlace } from './small-slip.ts';

/** One posting as the correction slip compares it. */
export interface CorrectedFigures {
  readonly number: string;
  readonly businessDate: BusinessDate;
  readonly memberName: string;
  readonly productName: string;
  readonly gradeNames: string;
  readonly grossGrams: Grams;
  readonly tareGrams: Grams;
  readonly netGrams: Grams;
  readonly settlementGrams: Grams;
  /** The standard and its version, as on the weigh slip. */
  readonly schemeVersion: string;
  /** The price sheets its lines were priced by. */
  readonly priceVersion: string;
  readonly totalFen: Fen;
}

/** A delivery that was taken back and posted anew. */
export interface CorrectionSlipData extends SlipPlace, ChainFoot {
  readonly member: { readonly code: string; readonly name: string; readonly groupName?: string };
  readonly before: CorrectedFigures;
  readonly after: CorrectedFigures;
  readonly reversal: { readonly number: string; readonly reason: string; readonly byName: string; readonly approverName: string };
  readonly clerkName: string;
}

/** Three figures of ten columns each fill narrow paper exactly; the name of the figure stands above them. */
const COLUMNS: readonly TableColumn[] = [{ columns: 10, grow: 1, align: 'right' }, { columns: 10, grow: 1, align: 'right' }, { columns: 10, grow: 1, align: 'right' }];

/** The correction slip (更正单): old and new figure beside each other with the difference, why, and who agreed, so that nobody learns of a change by chance. */
export function correctionSlip(data: CorrectionSlipData, language: SlipLanguage, options: { readonly copy?: SlipCopy }): ReceiptDocument {
  const text = paperText(language);
  const { before, after, reversal } = data;
  const blocks: ReceiptBlock[] = [
    ...slipHead(data, text('correctionTitle'), text, options.copy),
    { kind: 'pair', label: `${text('corrects')} `, value: before.number },
    { kind: 'pair', label: `${text('cancelledBy')} `, value: reversal.number },
    { kind: 'pair', label: `${text('nowCounts')} `, value: after.number, bold: true },
    ...slipMember(data.member, text),
    ...section('reason', [
      { kind: 'pair', label: `${text('reason')} `, value: reversal.reason },
      { kind: 'pair', label: `${text('cancelledWho')} `, value: reversal.byName },
      { kind: 'pair', label: `${text('approver')} `, value: reversal.approverName },
    ]),
    ...section('figures', figureBlocks(before, after, text)),
    ...section('words', [{ kind: 'pair', label: `${text('inWords')} `, value: amountWords(after.totalFen) }]),
    ...section('staff', [{ kind: 'rule' }, { kind: 'pair', label: `${text('clerk')} `, value: data.clerkName }]),
    ...section('chain', chainBlocks(data, text)),
    ...signature(text),
    ...slipEnd,
  ];
  return { layout: LAYOUT_VERSIONS.correctionSlip, watermark: data.training ? text('watermark') : null, blocks };
}

function figureBlocks(before: CorrectedFigures, after: CorrectedFigures, text: PaperText): ReceiptBlock[] {
  const rows = (label: string, figures: readonly string[][], bold = false): ReceiptBlock[] => [
    { kind: 'text', text: label, ...(bold ? { bold } : {}) },
    { kind: 'table', columns: COLUMNS, rows: figures },
  ];
  const weights = (label: string, of: (figures: CorrectedFigures) => Grams): ReceiptBlock[] => {
    const grams = [of(before), of(after), of(after) - of(before)];
    return rows(`${label} / ${text('jin')}`, [grams.map(kilogramText), grams.map(jinText)]);
  };
  const version = (label: string, old: string, now: string): ReceiptBlock[] => (old === now ? [{ kind: 'pair', label: `${label} `, value: now }] : words(label, old, now));
  const words = (label: string, old: string, now: string): ReceiptBlock[] => (old === now ? [] : [
    { kind: 'pair', label: `${label} `, value: `${text('oldFigure')} ${old}` },
    { kind: 'pair', label: '  ', value: `${text('newFigure')} ${now}` },
  ]);
  return [
    { kind: 'rule' },
    ...words(text('member'), before.memberName, after.memberName),
    ...words(text('product'), before.productName, after.productName),
    ...words(text('grade'), before.gradeNames, after.gradeNames),
    ...version(text('standard'), before.schemeVersion, after.schemeVersion),
    ...version(text('priceList'), before.priceVersion, after.priceVersion),
    { kind: 'table', columns: COLUMNS, header: [text('oldFigure'), text('newFigure'), text('difference')], rows: [[before.businessDate, after.businessDate, '']] },
    ...weights(text('grossKilograms'), (figures) => figures.grossGrams),
    ...weights(text('tareKilograms'), (figures) => figures.tareGrams),
    ...weights(text('netKilograms'), (figures) => figures.netGrams),
    ...weights(text('paidKilograms'), (figures) => figures.settlementGrams),
    { kind: 'rule', heavy: true },
    ...rows(text('amount'), [[before.totalFen, after.totalFen, after.totalFen - before.totalFen].map(moneyText)], true),
  ];
}
