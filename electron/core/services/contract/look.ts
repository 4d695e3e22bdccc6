import type { ReadHandle } from '../../../../db/connection.ts';
import type { ListedContract } from '../../../../db/queries/contract.queries.ts';
import { contractByUlid, contractDeliveries, contractList, contractVersions } from '../../../../db/queries/contract.queries.ts';
import { productByUlid, schemeInForce } from '../../../../db/queries/ticket.queries.ts';
import type { ContractRow } from '../../../contract/contract.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { SchemeDefinition } from '../../../contract/product.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { schemeDefinition } from '../scheme-definition.ts';

function stateOf(row: ListedContract, day: string): ContractRow['state'] {
  if (row.endedAt !== null) return 'ended';
  if (day < row.validFrom) return 'coming';
  if (day > row.validTo) return 'over';
  return row.deliveredGrams >= row.quotaGrams ? 'full' : 'open';
}

function gradesOf(db: ReadHandle, productUlid: string, at: number): SchemeDefinition['grades'] {
  const scheme = schemeInForce.first(db, { productId: productByUlid.one(db, { ulid: productUlid }).id, at });
  return scheme === undefined ? [] : schemeDefinition(scheme.definition).grades;
}

function toRow({ db, now, businessDate }: QueryContext, row: ListedContract): ContractRow {
  const { rowId: _rowId, seriesId: _seriesId, ...shown } = row;
  const grade = row.grade === null ? undefined : gradesOf(db, row.productId, now).find((each) => each.id === row.grade);
  return { ...shown, gradeNameZh: grade?.nameZh ?? row.grade, gradeNameEn: grade?.nameEn ?? row.grade, state: stateOf(row, businessDate) };
}

export function listContracts(context: QueryContext, input: { readonly memberId?: string | undefined }): OutputOf<'contract.list'> {
  return { rows: contractList.all(context.db, { memberUlid: input.memberId ?? null }).map((row) => toRow(context, row)) };
}

/** One contract with its versions and the lines behind what was delivered. Refuses `contract_unknown`. */
export function contractDetail(context: QueryContext, { id }: { readonly id: string }): OutputOf<'contract.get'> {
  const contract = contractByUlid.first(context.db, { ulid: id }) ?? refuse('contract_unknown');
  return {
    contract: toRow(context, contract), versions: contractVersions.all(context.db, { seriesId: contract.seriesId }).map((row) => toRow(context, row)),
    deliveries: contractDeliveries.all(context.db, { seriesId: contract.seriesId }).map((row) => ({ ...row, inside: row.inside === 1, reversed: row.reversed === 1 })),
  };
}
