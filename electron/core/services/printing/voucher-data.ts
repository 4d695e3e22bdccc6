import { documentById, documentByUlid } from '../../../../db/queries/books.queries.ts';
import { repaymentOf } from '../../../../db/queries/debt.queries.ts';
import { openItemsOfMember } from '../../../../db/queries/member.queries.ts';
import { userById } from '../../../../db/queries/people.queries.ts';
import { recoveriesOfSettlement } from '../../../../db/queries/settlement.queries.ts';
import { cashOfDocument, cashPaidByPayout, debtOfDocument, debtPaidOn, paymentReturned } from '../../../../db/queries/voucher.queries.ts';
import { sumFen, type Fen } from '../../../domain/money.ts';
import { paperText, type SlipLanguage } from '../../documents/paper-text.ts';
import type { VoucherReceiptData } from '../../documents/voucher-receipt.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { chainFoot } from './chain-foot-data.ts';
import { memberOf, placeOf } from './slip-data.ts';

type Document = NonNullable<ReturnType<typeof documentByUlid.first>>;
type Told = Pick<VoucherReceiptData, 'kind' | 'party' | 'lines' | 'amountFen' | 'note' | 'owedAfterFen'>;

const owedBy = ({ db }: QueryContext, memberId: number): Fen => sumFen(openItemsOfMember.all(db, { memberId }).map((item) => item.leftFen));

function debtTold(context: QueryContext, document: Document, language: SlipLanguage): Told {
  const debt = debtOfDocument.one(context.db, { documentId: document.id });
  return {
    kind: debt.kind, party: memberOf(context, debt.memberUlid), lines: debt.goods === null ? [] : [{ name: debt.goods, fen: debt.amountFen }], amountFen: debt.amountFen,
    note: { label: paperText(language)('consent'), value: debt.consent }, owedAfterFen: owedBy(context, debt.memberId),
  };
}

function floatTold({ db }: QueryContext, document: Document, language: SlipLanguage): Told {
  const { amountFen, note } = cashOfDocument.first(db, { documentId: document.id }) ?? refuse('paper_not_for_document');
  return { kind: amountFen > 0 ? 'cash_in' : 'cash_out', lines: [], amountFen: Math.abs(amountFen), ...(note === null ? {} : { note: { label: paperText(language)('remark'), value: note } }) };
}

/** One person's payment; a payout to many is signed for on its payout sheet. */
function payoutTold(context: QueryContext, document: Document, language: SlipLanguage): Told {
  const [paid, ...others] = cashPaidByPayout.all(context.db, { documentId: document.id });
  if (paid === undefined || others.length > 0) return refuse('paper_not_for_document');
  const text = paperText(language);
  const kept = recoveriesOfSettlement.all(context.db, { settlementId: paid.settlementId }).map((row) => ({ name: row.goods ?? text(row.kind === 'cash_advance' ? 'debtAdvance' : 'debtInput'), fen: -row.amountFen }));
  return { kind: 'cash_payout', party: memberOf(context, paid.memberUlid), lines: kept.length === 0 ? [] : [{ name: text('dueBefore'), fen: paid.grossFen }, ...kept], amountFen: paid.paidFen, owedAfterFen: owedBy(context, paid.memberId) };
}

/** Money a member paid in, and which debt it went to. */
function repaymentTold(context: QueryContext, document: Document): Told {
  const { debtId, amountFen } = repaymentOf.one(context.db, { documentId: document.id });
  const { memberUlid, memberId, number } = debtPaidOn.one(context.db, { documentId: debtId });
  return { kind: 'repayment', party: memberOf(context, memberUlid), lines: [{ name: number, fen: amountFen }], amountFen: Math.abs(amountFen), owedAfterFen: owedBy(context, memberId) };
}

const because = (document: Document, language: SlipLanguage): Pick<Told, 'note'> => (document.reason === null ? {} : { note: { label: paperText(language)('reason'), value: document.reason } });

/** Money of one settlement that came back, and by which payout it had gone. */
function returnTold(context: QueryContext, document: Document, language: SlipLanguage): Told {
  const { memberUlid, payoutNumber, amountFen } = paymentReturned.one(context.db, { documentId: document.id });
  return { kind: 'payout_return', party: memberOf(context, memberUlid), lines: [{ name: payoutNumber, fen: amountFen }], amountFen, ...because(document, language) };
}

/** What was booked wrongly, as it was told then, with the reason for taking it back. */
function reversalTold(context: QueryContext, document: Document, reversedId: number, language: SlipLanguage): Told {
  const original = documentById.one(context.db, { id: reversedId });
  const { party, amountFen, owedAfterFen } = told(context, original, language);
  return { kind: 'reversal', ...(party === undefined ? {} : { party }), lines: [{ name: original.number, fen: amountFen }], amountFen, ...because(document, language), ...(owedAfterFen === undefined ? {} : { owedAfterFen }) };
}

function told(context: QueryContext, document: Document, language: SlipLanguage): Told {
  if (document.reverses_id !== null) return reversalTold(context, document, document.reverses_id, language);
  switch (document.type) {
    case 'cash_advance': case 'input_credit': return debtTold(context, document, language);
    case 'cash_movement': return floatTold(context, document, language);
    case 'payout': return payoutTold(context, document, language);
    case 'debt_repayment': return repaymentTold(context, document);
    case 'payout_return': return returnTold(context, document, language);
    default: return refuse('paper_not_for_document');
  }
}

/** What the voucher of a document shows, from stored rows. Refuses `paper_not_for_document` where no money was handed to one person or box. */
export function voucherData(context: QueryContext, documentUlid: string, language: SlipLanguage): VoucherReceiptData {
  const document = documentByUlid.one(context.db, { ulid: documentUlid });
  const facts = told(context, document, language);
  const code = facts.party === undefined ? {} : { memberCode: facts.party.code };
  return {
    ...placeOf(context, document.station_code), ...facts, number: document.number, businessDate: document.business_date, at: document.posted_at,
    clerkName: userById.one(context.db, { id: document.posted_by }).name, ...(document.approved_by === null ? {} : { approverName: userById.one(context.db, { id: document.approved_by }).name }),
    ...chainFoot(context, documentUlid, { kind: 'voucher', number: document.number, businessDate: document.business_date, ...code, grams: 0, fen: facts.amountFen }),
  };
}
