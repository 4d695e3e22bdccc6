import type { ReadHandle } from '../../../../db/connection.ts';
import { containerByUlid, ownerOf, priceInForce, productByUlid, schemeRowInForce } from '../../../../db/queries/ticket.queries.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import type { PartyKind } from '../../../domain/ticket-owners.ts';
import { refuse } from '../../rpc/refusal.ts';
import { definitionOfScheme } from '../scheme-definition.ts';

export interface OwnerFound { readonly memberRowId: number; readonly memberId: string; readonly payeeRowId: number; readonly payeeId: string; readonly partyKind: PartyKind; readonly share: number; readonly hasTerms: boolean }

/** Looks up the owners; one ticket holds owners of one kind only, because members and others are accounted separately. */
export function findOwners(db: ReadHandle, owners: TicketInput['owners']): OwnerFound[] {
  if (new Set(owners.map((owner) => owner.memberId)).size !== owners.length) refuse('member_twice');
  const found = owners.map(({ memberId, share }) => {
    const row = ownerOf.first(db, { memberUlid: memberId }) ?? refuse('member_unknown');
    if (row.status !== 'active') refuse('member_left', { name: row.name });
    return { memberRowId: row.memberRowId, memberId, payeeRowId: row.payeeRowId, payeeId: row.payeeId, partyKind: row.kind as PartyKind, share, hasTerms: row.hasTerms === 1 };
  });
  if (new Set(found.map((owner) => owner.partyKind)).size > 1) refuse('party_kinds_mixed');
  return found;
}

/** The product with the scheme in force now; one that is no longer bought counts as unknown. */
export function findGoods(db: ReadHandle, productId: string, at: number) {
  const product = productByUlid.first(db, { ulid: productId });
  if (product?.active !== 1) refuse('product_unknown');
  const scheme = schemeRowInForce.first(db, { productId: product.id, at });
  return { product, scheme: scheme ?? null, definition: scheme ? definitionOfScheme(db, scheme.id) : null };
}

/** A kind of container still in use. */
export function findContainer(db: ReadHandle, ulid: string) {
  const container = containerByUlid.first(db, { ulid });
  return container?.active === 1 ? container : refuse('container_unknown');
}

export function findPrice(db: ReadHandle, productId: number, grade: string, at: number) {
  return priceInForce.first(db, { productId, grade, at }) ?? refuse('price_missing', { grade });
}
