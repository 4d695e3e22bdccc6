import { insertRow } from '../../../../db/insert.ts';
import { debtorByUlid } from '../../../../db/queries/debt.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { Fen } from '../../../domain/money.ts';
import type { PostedParty } from '../../../domain/posting.ts';
import { postCashAdvance, postInputCreditSale } from '../../../domain/posting.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { openDocument } from '../books/documents.ts';
import { writeJournal } from '../books/journal.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { findCashBox, moveCash } from './boxes.ts';

type Debtor = NonNullable<ReturnType<typeof debtorByUlid.first>>;
interface NewDebt { readonly kind: 'cash_advance' | 'input_credit'; readonly fen: Fen; readonly goods: string | null; readonly consent: string }

/** The debt, its open item and the journal lines that name it. The debt stands on the side of the books the member is on today. */
function writeDebt(context: CommandContext, document: OpenDocument, debtor: Debtor, debt: NewDebt, entry: (party: PostedParty) => ReturnType<typeof postCashAdvance>): void {
  const partyKind = debtor.kind as 'member' | 'non_member';
  const shared = { document_id: document.id, kind: debt.kind, payee_id: debtor.payeeRowId, member_id: debtor.memberRowId, party_kind: partyKind };
  document.add('debt', { ...shared, amount_fen: debt.fen, goods: debt.goods, consent: debt.consent });
  insertRow(context.tx, 'open_item', { ...shared, business_date: context.businessDate, original_fen: debt.fen, left_fen: debt.fen });
  writeJournal(context, document, entry({ partyId: debtor.memberId, partyKind, openItem: document.ulid }), { memberRowId: () => debtor.memberRowId, openItemRowId: () => document.id });
}

/** Who has left brings nothing from which a new debt could be taken back. Refuses `member_unknown`, `member_left`. */
function findDebtor(context: CommandContext, memberId: string): Debtor {
  const debtor = debtorByUlid.first(context.tx, { ulid: memberId }) ?? refuse('member_unknown');
  if (debtor.status !== 'active') refuse('member_left', { name: debtor.name });
  return debtor;
}

/** Hands cash to a member before the harvest, with the member's consent to its recovery, a second person, and a voucher to sign. Refuses `member_unknown`, `member_left`, `cash_box_unknown`, `cash_short`. */
export function giveAdvance(context: CommandContext, input: ParsedInputOf<'debt.advance'>): OutputOf<'debt.advance'> {
  const debtor = findDebtor(context, input.memberId);
  const box = findCashBox(context.tx, input.cashBoxId);
  const document = openDocument(context, { type: 'cash_advance' });
  writeDebt(context, document, debtor, { kind: 'cash_advance', fen: input.amountFen, goods: null, consent: input.consent }, (party) => postCashAdvance(party, input.amountFen));
  moveCash(context, document, { box, fen: -input.amountFen, purpose: 'advance', note: null });
  document.seal({ payload: { member: debtor.memberId, amountFen: input.amountFen } });
  queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  return { id: document.ulid, number: document.number };
}

/** Seed, film or fertiliser handed out on account, with the member's consent to its recovery, a second person, and a voucher to sign. Refuses `member_unknown`, `member_left`. */
export function sellOnCredit(context: CommandContext, input: ParsedInputOf<'debt.inputCredit'>): OutputOf<'debt.inputCredit'> {
  const debtor = findDebtor(context, input.memberId);
  const document = openDocument(context, { type: 'input_credit' });
  writeDebt(context, document, debtor, { kind: 'input_credit', fen: input.amountFen, goods: input.goods, consent: input.consent }, (party) => postInputCreditSale(party, input.amountFen));
  document.seal({ payload: { member: debtor.memberId, amountFen: input.amountFen } });
  queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  return { id: document.ulid, number: document.number };
}
