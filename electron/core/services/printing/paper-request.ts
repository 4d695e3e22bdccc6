import { lotsOfDocument } from '../../../../db/queries/print.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { PAPER_58, PAPER_80 } from '../../documents/receipt-document.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import type { EscposProfile } from '../../devices/printer/escpos-profile.ts';
import type { TsplProfile } from '../../devices/printer/tspl-writer.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { labelData, receiptData } from './paper-data.ts';
import { crateSlipData, queueSlipData, returnSlipData } from './slip-data.ts';

/** What is to be printed of a document, and for the how-manieth time. */
export interface PaperOrder {
  readonly documentId: number;
  readonly documentUlid: string;
  readonly paper: string;
  readonly lotCode: string | null;
  readonly locale: Locale;
  readonly copy: { readonly number: number; readonly at: number; readonly byName: string } | null;
}

export const escposProfile = (printer: PrinterProfile | null): EscposProfile => ({
  paper: printer?.widthMm === 58 ? PAPER_58 : PAPER_80, mode: printer?.mode ?? 'text', charset: printer?.slip?.charset ?? 'gbk', invert: printer?.invert ?? false,
  qr: printer?.nativeQr === false ? 'raster' : 'native', barcode: printer?.slip?.nativeBarcode ? 'native' : 'raster', bandRows: 120,
  cut: printer?.slip?.cut ?? 'partial', density: printer?.slip?.density ?? 0, drawer: printer?.slip?.drawer ?? null, beeps: printer?.slip?.beeps ?? 0,
});

export const tsplProfile = (printer: PrinterProfile | null): TsplProfile => ({
  polarity: printer?.invert ? 'one_burns' : 'zero_burns', qr: printer?.nativeQr ? 'native' : 'raster', gapMillimetres: 2, direction: 1,
});

/** Builds a paper from stored rows. Refuses `paper_not_for_document` when the document has no such paper. */
export function paperRequest(context: QueryContext, order: PaperOrder, printer: PrinterProfile | null): PaperRequest {
  const { locale, copy } = order;
  const slip = { options: copy ? { copy } : {}, profile: escposProfile(printer) };
  if (order.paper === 'crate_slip') return { kind: 'crateSlip', locale, data: crateSlipData(context, order.documentUlid, locale), ...slip };
  const ticket = ticketDetail(context, order.documentUlid);
  if (order.paper === 'return_slip') return { kind: 'returnSlip', locale, data: returnSlipData(context, ticket, locale), ...slip };
  if (order.paper === 'lot_label') {
    const code = order.lotCode ?? lotsOfDocument.all(context.db, { documentId: order.documentId })[0]?.code ?? null;
    const data = (code === null ? null : labelData(context, ticket, code, locale)) ?? refuse('paper_not_for_document');
    return { kind: 'lotLabel', locale, data: copy ? { ...data, copyNumber: copy.number } : data, options: { maskName: false }, profile: tsplProfile(printer) };
  }
  const isReversal = ticket.reverses !== null;
  if ((order.paper === 'reversal_slip') !== isReversal || !['receipt', 'reversal_slip'].includes(order.paper)) refuse('paper_not_for_document');
  return { kind: 'ticketReceipt', locale, data: receiptData(context, ticket, locale), options: { maskName: false, ...(copy ? { copy } : {}) }, profile: escposProfile(printer) };
}

/** The slip of a number drawn on arrival, which belongs to no document. */
export const queueSlipRequest = (context: QueryContext, queueRowId: number, locale: Locale, printer: PrinterProfile | null): PaperRequest =>
  ({ kind: 'queueSlip', locale, data: queueSlipData(context, queueRowId, locale), profile: escposProfile(printer) });
