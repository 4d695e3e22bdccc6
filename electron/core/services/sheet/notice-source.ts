import { headBefore } from '../../../../db/queries/day-sheet.queries.ts';
import { noticePayouts, noticePeople, noticePrices, type NoticePersonRow } from '../../../../db/queries/notice.queries.ts';
import { cooperativeFacts } from '../../../../db/queries/purchase-note.queries.ts';
import type { SheetOrder } from '../../../contract/sheet.ts';
import { startOfDay } from '../../../domain/business-date.ts';
import { maskedName } from '../../documents/mask.ts';
import { noticePack, type NoticePackData, type NoticePerson } from '../../documents/sheets/notice-pack.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { checkPeriod } from './period.ts';
import { gradeNamed } from './grade-name.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

const dayMs = 86_400_000;
const shownDigits = 4;

/** On a village board even the masked form of the desk says too much: only the last four characters stand there. */
const tail = (masked: string | null): string => (masked === null ? '' : `****${masked.replace(/[^\dX*]/gi, '').slice(-shownDigits)}`);

function person({ name, phoneMasked, residentMasked, accountMasked, partyKind: _partyKind, ...row }: NoticePersonRow): NoticePerson {
  return { ...row, maskedName: maskedName(name), phoneTail: tail(phoneMasked), residentTail: tail(residentMasked), accountTail: tail(accountMasked) };
}

type NoticeOrder = Extract<SheetOrder, { kind: 'notice' }>;

/** What a period came to, person by person, masked. */
export function noticeData(context: QueryContext, order: Omit<NoticeOrder, 'kind' | 'language'>): NoticePackData {
  const { db, station } = context;
  const period = { from: order.from, to: order.to };
  const rows = noticePeople.all(db, period);
  const { phone } = cooperativeFacts.first(db, {}) ?? { phone: null };
  return {
    ...sheetPlace(context), ...period, place: order.place, postedOn: order.postedOn, objectionUntil: order.objectionUntil, phone,
    members: rows.filter((row) => row.partyKind === 'member').map(person), others: rows.filter((row) => row.partyKind === 'non_member').map(person),
    prices: noticePrices.all(db, period).map(({ productZh, productEn, schemeDefinition, grade, ...row }) => ({ ...row, product: { nameZh: productZh, nameEn: productEn }, grade: gradeNamed(grade, schemeDefinition) })),
    payouts: noticePayouts.all(db, period), chain: headBefore.first(db, { device: station.device?.ulid ?? '', before: startOfDay(order.to) + dayMs }) ?? null,
  };
}

/** The notice of a period; refuses a period that is no period or has not ended (`period_invalid`), and objections that end before it hangs. */
export function noticeSource(context: QueryContext, order: NoticeOrder): SheetSource {
  checkPeriod(context, order);
  if (order.objectionUntil < order.postedOn) refuse('objection_before_posting');
  const data = noticeData(context, order);
  return { subject: `${context.station.device?.stationCode ?? ''} ${order.from} ${order.to}`, data, ofDocument: false, voidedBy: null, draw: (words, made) => noticePack(data, words, made) };
}
