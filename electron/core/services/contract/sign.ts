import { documentById } from '../../../../db/queries/books.queries.ts';
import type { ListedContract } from '../../../../db/queries/contract.queries.ts';
import { contractByUlid, contractList, contractVersions } from '../../../../db/queries/contract.queries.ts';
import { ownerOf, productByUlid, schemeInForce } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { startOfDay } from '../../../domain/business-date.ts';
import { checkContract, windowsMeet } from '../../../domain/farm-contract.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { schemeDefinition } from '../scheme-definition.ts';
import { addTransition, openDocument } from '../books/documents.ts';

type Input = ParsedInputOf<'contract.sign'>;

/** The version that counts. Refuses `contract_unknown`, `contract_replaced`, `contract_ended`. */
function inForce(context: CommandContext, ulid: string): ListedContract {
  const contract = contractByUlid.first(context.tx, { ulid }) ?? refuse('contract_unknown');
  const [newest] = contractVersions.all(context.tx, { seriesId: contract.seriesId });
  if (newest !== undefined && newest.rowId !== contract.rowId) refuse('contract_replaced', { number: newest.number });
  if (contract.endedAt !== null) refuse('contract_ended', { number: contract.number });
  return contract;
}

function checkGoods(context: CommandContext, input: Input, before: ListedContract | null): { memberRowId: number; productRowId: number } {
  const member = ownerOf.first(context.tx, { memberUlid: input.memberId }) ?? refuse('member_unknown');
  if (member.status !== 'active') refuse('member_left', { name: member.name });
  const product = productByUlid.first(context.tx, { ulid: input.productId }) ?? refuse('product_unknown');
  if (before !== null && (before.memberId !== input.memberId || before.productId !== input.productId)) refuse('contract_other_goods', { number: before.number });
  const scheme = schemeInForce.first(context.tx, { productId: product.id, at: context.now });
  const grades = scheme === undefined ? null : schemeDefinition(scheme.definition).grades;
  if (input.grade !== null && grades !== null && !grades.some((grade) => grade.id === input.grade)) refuse('grade_unknown', { grade: input.grade });
  return { memberRowId: member.memberRowId, productRowId: product.id };
}

/** Two contracts of a member for the same goods on the same day would leave open which is filled. */
function checkAlone(context: CommandContext, input: Input, before: ListedContract | null): void {
  const other = contractList.all(context.tx, { memberUlid: input.memberId })
    .find((each) => each.productId === input.productId && each.grade === input.grade && each.endedAt === null && each.seriesId !== before?.seriesId && windowsMeet(each, input));
  if (other !== undefined) refuse('contract_overlaps', { number: other.number });
}

/** Signs a contract to deliver, or a new version of one, as a document. Refuses what the contract lists under `contract.sign`. */
export function signContract(context: CommandContext, input: Input): OutputOf<'contract.sign'> {
  const before = input.replacesId === undefined ? null : inForce(context, input.replacesId);
  for (const day of [input.validFrom, input.validTo, input.signedOn]) startOfDay(day);
  const { memberRowId, productRowId } = checkGoods(context, input, before);
  checkContract(input, before?.deliveredGrams ?? 0);
  checkAlone(context, input, before);
  const document = openDocument(context, { type: 'farm_contract', ...(before === null ? {} : { replacesId: before.rowId }) });
  document.add('farm_contract', {
    document_id: document.id, series_id: before?.seriesId ?? document.id, member_id: memberRowId, product_id: productRowId, grade: input.grade, valid_from: input.validFrom, valid_to: input.validTo,
    quota_g: input.quotaGrams, floor_e4: input.floorE4, paper_no: input.paperNo, signed_on: input.signedOn, note: input.note,
  });
  document.seal({ payload: { member: input.memberId, quotaGrams: input.quotaGrams, floorE4: input.floorE4, ...(before === null ? {} : { replaces: before.number }) } });
  return { id: document.ulid, number: document.number };
}

/** Ends a contract before its time, with the reason. Refuses `contract_unknown`, `contract_replaced`, `contract_ended`. */
export function endContract(context: CommandContext, input: ParsedInputOf<'contract.end'>): OutputOf<'contract.end'> {
  const contract = inForce(context, input.id);
  addTransition(context, documentById.one(context.tx, { id: contract.rowId }), 'closed', input.reason);
  return { number: contract.number };
}
