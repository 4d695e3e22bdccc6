import type { LineTerms } from '../../../domain/price-schedule.ts';
import type { OpenDocument } from '../books/documents.ts';

/** Writes how the price of a line came about, for good: later versions of the contract, the certificate or the premium change nothing of it. */
export function writeTerms(document: OpenDocument, lineNo: number, terms: LineTerms | null, rowIds: ReadonlyMap<string, number>): void {
  if (terms === null) return;
  const { contract, premium } = terms;
  const rowOf = (ulid: string | undefined): number | null => (ulid === undefined ? null : rowIds.get(ulid) ?? null);
  document.add('ticket_line_terms', {
    document_id: document.id, line_no: lineNo, board_e4: terms.boardE4, base_e4: terms.baseE4, contract_id: rowOf(contract?.contractId), floor_e4: contract?.floorE4 ?? null,
    certificate_id: rowOf(premium?.certificateId), certificate_kind: premium?.kind ?? null, certificate_no: premium?.number ?? null, premium_id: rowOf(premium?.premiumId), premium_e4: premium?.premiumE4 ?? 0,
  });
}
