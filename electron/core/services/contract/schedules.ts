import type { ReadHandle } from '../../../../db/connection.ts';
import { contractsForPricing, premiumsForPricing } from '../../../../db/queries/contract.queries.ts';
import { documentById } from '../../../../db/queries/books.queries.ts';
import { ownerOf, productByUlid } from '../../../../db/queries/ticket.queries.ts';
import type { Schedules } from '../../../contract/contract.ts';
import type { ParsedInputOf } from '../../../contract/operations.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { CertificateKind } from '../../../domain/certified-premium.ts';
import { leftOfQuota } from '../../../domain/farm-contract.ts';
import type { PriceSchedules } from '../../../domain/price-schedule.ts';
import { boardOnly } from '../../../domain/price-schedule.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/** Contracts and premiums of a ticket's owners, with the rows they stand for. */
export interface FoundSchedules {
  readonly schedules: PriceSchedules;
  /** Row ids by ULID, for contracts, certificates and premiums. */
  readonly rowIds: ReadonlyMap<string, number>;
}

interface OwnerRow { readonly memberRowId: number; readonly hasTerms: boolean }

/**
 * What the goods of these owners are priced by besides the board at a moment, read in the transaction that posts them, so that the same
 * grams of a quota are never used twice. Nothing is asked where no owner ever had a contract or a certificate.
 */
export function findSchedules(db: ReadHandle, owners: readonly OwnerRow[], productId: number, at: number): FoundSchedules {
  const members = owners.filter((owner) => owner.hasTerms).map((owner) => owner.memberRowId);
  if (members.length === 0) return { schedules: boardOnly, rowIds: new Map() };
  const asked = { members: JSON.stringify(members), productId, day: businessDate(at), at };
  const contracts = contractsForPricing.all(db, asked);
  const premiums = premiumsForPricing.all(db, asked);
  return {
    schedules: {
      contracts: contracts.map(({ contractId, ownerId, grade, floorE4, quotaGrams, deliveredGrams }) => ({ contractId, ownerId, grade, floorE4, leftGrams: leftOfQuota(quotaGrams, deliveredGrams) })),
      premiums: premiums.map(({ ownerId, certificateId, kind, number, premiumId, premiumE4 }) => ({ ownerId, certificateId, kind: kind as CertificateKind, number, premiumId, premiumE4 })),
    },
    rowIds: new Map([...contracts.map((row) => [row.contractId, row.rowId] as const), ...premiums.flatMap((row) => [[row.certificateId, row.certificateRowId], [row.premiumId, row.premiumRowId]] as const)]),
  };
}

/** The same for the desk, which shows the split before it is posted. Refuses `member_unknown`, `product_unknown`. */
export function deskSchedules({ db, now }: QueryContext, input: ParsedInputOf<'contract.schedules'>): Schedules {
  const product = productByUlid.first(db, { ulid: input.productId }) ?? refuse('product_unknown');
  const owners = input.memberIds.map((memberUlid) => {
    const row = ownerOf.first(db, { memberUlid }) ?? refuse('member_unknown');
    return { memberRowId: row.memberRowId, hasTerms: row.hasTerms === 1 };
  });
  const at = input.at ?? now;
  const { schedules, rowIds } = findSchedules(db, owners, product.id, at);
  return {
    contracts: schedules.contracts.map((contract) => ({ ...contract, number: documentById.one(db, { id: rowIds.get(contract.contractId) ?? 0 }).number })),
    premiums: [...schedules.premiums],
  };
}
