import type { BusinessDate } from '../../domain/business-date.ts';
import type { PaperText } from './paper-text.ts';
import { dateWithWeekday, momentText, timeOfDay } from './paper-values.ts';
import { TALL, type ReceiptBlock } from './receipt-document.ts';

/** What every small slip of the yard says about where and when. */
export interface SlipPlace {
  readonly cooperativeName: string;
  readonly stationName: string;
  readonly training: boolean;
  readonly businessDate: BusinessDate;
  readonly at: number;
}

export interface SlipCopy { readonly number: number; readonly at: number; readonly byName: string }

/** The head of a small slip: whose it is, what it is, which copy, which day. */
export function slipHead(place: SlipPlace, title: string, text: PaperText, copy?: SlipCopy): ReceiptBlock[] {
  return [
    { kind: 'text', text: place.cooperativeName, align: 'center', size: TALL, bold: true },
    { kind: 'text', text: place.stationName, align: 'center' },
    { kind: 'title', text: title },
    ...(copy === undefined ? [] : [{ kind: 'copyMark', text: text('copyMark', { number: copy.number }), detail: `${momentText(copy.at)} ${copy.byName}` } as const]),
    { kind: 'rule' },
    { kind: 'pair', label: `${text('date')} `, value: `${dateWithWeekday(place.businessDate, text)} ${timeOfDay(place.at)}` },
  ];
}

/** Who it is for: the name tall, code and group below. */
export function slipMember(member: { readonly code: string; readonly name: string; readonly groupName?: string }, text: PaperText): ReceiptBlock[] {
  return [
    { kind: 'pair', label: `${text('member')} `, value: member.name, size: TALL, bold: true },
    { kind: 'pair', label: `${text('memberCode')} `, value: member.groupName === undefined ? member.code : `${member.code}  ${member.groupName}` },
  ];
}

export const slipEnd: readonly ReceiptBlock[] = [{ kind: 'feed', lines: 1 }, { kind: 'cut' }];
