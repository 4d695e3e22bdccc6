import type { BusinessDate } from '../../domain/business-date.ts';
import type { SlipSection } from '../../contract/slip-layout.ts';
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

/** What is added to a slip when it is printed: which copy it is (0 is the original), when and by whom, and the number of the document that has voided it since. */
export interface SlipCopy { readonly number: number; readonly at: number; readonly byName: string; readonly voidedBy?: string }

/** A part that a layout may move, enlarge or leave out. */
export const section = (name: SlipSection, blocks: readonly ReceiptBlock[]): ReceiptBlock[] => [{ kind: 'mark', name }, ...blocks];

interface TitleOptions {
  readonly copy?: SlipCopy;
  /** Whose copy of a slip in several this is. */
  readonly whose?: string;
}

/** What is printed of a copy between the lines of the original. */
export function copyMark({ number, at, byName, voidedBy }: SlipCopy, text: PaperText): ReceiptBlock {
  const words = [...(number === 0 ? [] : [text('copyMark', { number })]), ...(voidedBy === undefined ? [] : [text('voidedWord')])];
  const [word = '', voided] = words;
  return { kind: 'copyMark', text: word, detail: `${momentText(at)} ${byName}`, ...(voided === undefined ? {} : { voided }), ...(voidedBy === undefined ? {} : { by: text('voidedSince', { number: voidedBy }) }) };
}

/** The head of any slip: whose it is, what it is, for whom, and which copy. */
export function slipTitle(place: Pick<SlipPlace, 'cooperativeName' | 'stationName'>, title: string, text: PaperText, options: TitleOptions): ReceiptBlock[] {
  return [
    ...section('heading', [
      { kind: 'text', text: place.cooperativeName, align: 'center', size: TALL, bold: true },
      { kind: 'text', text: place.stationName, align: 'center' },
    ]),
    ...section('title', [{ kind: 'title', text: title }, ...(options.whose === undefined ? [] : [{ kind: 'text', text: options.whose, align: 'center' } as const])]),
    ...section('copy', options.copy === undefined ? [] : [copyMark(options.copy, text)]),
  ];
}

/** The head of a small slip with its day. */
export function slipHead(place: SlipPlace, title: string, text: PaperText, copy?: SlipCopy): ReceiptBlock[] {
  return [
    ...slipTitle(place, title, text, copy === undefined ? {} : { copy }),
    ...section('number', [{ kind: 'rule' }, { kind: 'pair', label: `${text('date')} `, value: `${dateWithWeekday(place.businessDate, text)} ${timeOfDay(place.at)}` }]),
  ];
}

/** Who it is for: the name tall, code and group below. */
export function slipMember(member: { readonly code: string; readonly name: string; readonly groupName?: string }, text: PaperText): ReceiptBlock[] {
  return section('party', [
    { kind: 'pair', label: `${text('member')} `, value: member.name, size: TALL, bold: true },
    { kind: 'pair', label: `${text('memberCode')} `, value: member.groupName === undefined ? member.code : `${member.code}  ${member.groupName}` },
  ]);
}

/** A place to sign or to press a finger. */
export const signature = (text: PaperText): ReceiptBlock[] => section('signature', [{ kind: 'feed', lines: 1 }, { kind: 'pair', label: `${text('signHere')} `, value: '______________' }]);

/** The last lines of every slip; the drawer opens with them. */
export const slipEndWith = (drawer: boolean): ReceiptBlock[] => [{ kind: 'mark', name: 'end' }, ...(drawer ? [{ kind: 'drawer' } as const] : []), { kind: 'feed', lines: 1 }, { kind: 'cut' }];

export const slipEnd: readonly ReceiptBlock[] = slipEndWith(false);
