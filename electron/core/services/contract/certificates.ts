import { certificateByUlid, certificatesOf } from '../../../../db/queries/contract.queries.ts';
import { ownerOf, productByUlid } from '../../../../db/queries/ticket.queries.ts';
import type { CertificateRow } from '../../../contract/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { startOfDay } from '../../../domain/business-date.ts';
import type { CertificateKind } from '../../../domain/certified-premium.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';

function stateOf(row: { readonly active: number; readonly validFrom: string; readonly validTo: string }, day: string): CertificateRow['state'] {
  if (row.active === 0) return 'withdrawn';
  if (day < row.validFrom) return 'coming';
  return day > row.validTo ? 'expired' : 'valid';
}

/** A member's certificates, those that count in front. */
export function listCertificates({ db, businessDate }: QueryContext, { memberId }: { readonly memberId: string }): OutputOf<'contract.certificates'> {
  return { rows: certificatesOf.all(db, { memberUlid: memberId }).map((row) => ({ ...row, kind: row.kind as CertificateKind, active: row.active === 1, state: stateOf(row, businessDate) })) };
}

/** Writes a certificate down or corrects it; lines priced by an earlier version keep what they were priced by. Refuses what the contract lists. */
export function saveCertificate(context: CommandContext, input: ParsedInputOf<'contract.saveCertificate'>): OutputOf<'contract.saveCertificate'> {
  const member = ownerOf.first(context.tx, { memberUlid: input.memberId }) ?? refuse('member_unknown');
  const product = input.productId === null ? null : productByUlid.first(context.tx, { ulid: input.productId }) ?? refuse('product_unknown');
  if (startOfDay(input.validTo) < startOfDay(input.validFrom)) refuse('window_reversed');
  const fields = { member_id: member.memberRowId, product_id: product?.id ?? null, kind: input.kind, number: input.number, valid_from: input.validFrom, valid_to: input.validTo, active: input.active ? 1 : 0 };
  if (input.id === undefined) return { id: createMaster(context, 'member_certificate', fields).ulid };
  const current = certificateByUlid.first(context.tx, { ulid: input.id }) ?? refuse('certificate_unknown');
  if (current.member_id !== member.memberRowId) refuse('certificate_other_member');
  reviseMaster(context, 'member_certificate', input.id, fields, input.expectedVersion);
  return { id: input.id };
}
