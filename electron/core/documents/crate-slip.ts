import type { Fen } from '../../domain/money.ts';
import { chainBlocks, type ChainFoot } from './chain-foot.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { paperText, type PaperKey, type SlipLanguage } from './paper-text.ts';
import { moneyText } from './paper-values.ts';
import type { ReceiptBlock, ReceiptDocument } from './receipt-document.ts';
import { section, signature, slipEnd, slipHead, slipMember, type SlipCopy, type SlipPlace } from './small-slip.ts';

/** Crates lent or taken back. */
export interface CrateSlipData extends SlipPlace, ChainFoot {
  readonly number: string;
  readonly member: { readonly code: string; readonly name: string; readonly groupName?: string };
  /** `kept`: the crates are lost, and so is what was left for them. Counts and deposits of a reversal are below those of its original by as much. */
  readonly lines: readonly { readonly name: string; readonly outCount: number; readonly inCount: number; readonly depositFen: Fen; readonly kept: boolean }[];
  /** The slip that this one takes back, and why. */
  readonly reverses?: { readonly number: string; readonly reason: string };
  /** What the member has after all that is written. */
  readonly balance: readonly { readonly name: string; readonly count: number }[];
  readonly clerkName: string;
  readonly approverName?: string;
}

/** What became of the money: left, given back, kept for lost crates, or put back to where it was before. */
function depositWord({ depositFen, kept }: CrateSlipData['lines'][number], isReversal: boolean): PaperKey {
  if (isReversal) return depositFen > 0 ? 'depositStandsAgain' : 'depositBack';
  return depositFen > 0 ? 'depositLeft' : kept ? 'depositKept' : 'depositBack';
}

/** The slip of crates that went out or came back, with what the member now has. */
export function crateSlip(data: CrateSlipData, language: SlipLanguage, options: { readonly copy?: SlipCopy }): ReceiptDocument {
  const text = paperText(language);
  const deposits = data.lines.filter((line) => line.depositFen !== 0);
  const blocks: ReceiptBlock[] = [
    ...slipHead(data, text('crateTitle'), text, options.copy),
    { kind: 'pair', label: `${text('number')} `, value: data.number },
    ...(data.reverses === undefined ? [] : [{ kind: 'pair', label: `${text('reverses')} `, value: data.reverses.number, bold: true }, { kind: 'pair', label: `${text('crateReversedFor')} `, value: data.reverses.reason }] satisfies ReceiptBlock[]),
    ...slipMember(data.member, text),
    { kind: 'mark', name: 'figures' },
    {
      kind: 'table', columns: [{ columns: 12, grow: 3, align: 'left' }, { columns: 8, grow: 1, align: 'right' }, { columns: 8, grow: 1, align: 'right' }],
      header: [text('crateKind'), text('crateOut'), text('crateIn')], rows: data.lines.map((line) => [line.name, String(line.outCount), String(line.inCount)]),
    },
    ...deposits.map((line): ReceiptBlock => ({ kind: 'pair', label: `${text(depositWord(line, data.reverses !== undefined))} ${line.name}`, value: moneyText(Math.abs(line.depositFen)), spread: true, bold: true })),
    ...section('balance', [{ kind: 'rule' }, ...data.balance.map((line): ReceiptBlock => ({ kind: 'pair', label: text('cratesNow', { name: line.name }), value: String(line.count), spread: true, bold: true }))]),
    ...section('staff', [
      { kind: 'pair', label: `${text('handledBy')} `, value: data.clerkName },
      ...(data.approverName === undefined ? [] : [{ kind: 'pair', label: `${text('approvedBy')} `, value: data.approverName } as const]),
    ]),
    ...section('chain', chainBlocks(data, text)),
    ...signature(text),
    ...slipEnd,
  ];
  return { layout: LAYOUT_VERSIONS.crateSlip, watermark: data.training ? text('watermark') : null, blocks };
}
