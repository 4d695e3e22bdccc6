import { lotsOfDocument } from '../../../../db/queries/print.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { PAPER_58, PAPER_80 } from '../../documents/receipt-document.ts';
import type { SlipCopy } from '../../documents/small-slip.ts';
import type { SlipLanguage } from '../../documents/paper-text.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import type { EscposProfile } from '../../devices/printer/escpos-profile.ts';
import { LABEL_LANGUAGES, standardLabelProfile, type LabelLanguage, type LabelProfile } from '../../devices/printer/label-profile.ts';
import { labelSizeOfWidth, type LabelSize } from '../../documents/label-size.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { labelLooksOf, looksOfLabel } from './label-looks.ts';
import { englishOfLabel, labelData, receiptData } from './paper-data.ts';
import { correctionSlipData } from './correction-data.ts';
import { asNamesAreShown } from './hide-names.ts';
import { looksOf } from './slip-looks.ts';
import { crateSlipData, queueSlipData, returnSlipData } from './slip-data.ts';
import { voucherData } from './voucher-data.ts';
import { languageOfLooks } from './versioned-looks.ts';

/** What is to be printed of a document, and for the how-manieth time. */
export interface PaperOrder {
  readonly documentId: number;
  readonly documentUlid: string;
  readonly paper: string;
  readonly lotCode: string | null;
  readonly locale: Locale;
  readonly copy: SlipCopy | null;
}

export const escposProfile = (printer: PrinterProfile | null): EscposProfile => ({
  paper: printer?.widthMm === 58 ? PAPER_58 : PAPER_80, mode: printer?.mode ?? 'text', charset: printer?.slip?.charset ?? 'gbk', invert: printer?.invert ?? false,
  qr: printer?.nativeQr === false ? 'raster' : 'native', barcode: printer?.slip?.nativeBarcode ? 'native' : 'raster', bandRows: 120,
  cut: printer?.slip?.cut ?? 'partial', density: printer?.slip?.density ?? 0, drawer: printer?.slip?.drawer ?? null, beeps: printer?.slip?.beeps ?? 0,
});

const isLabelLanguage = (language: string): language is LabelLanguage => (LABEL_LANGUAGES as readonly string[]).includes(language);

/** Whether a printer takes labels and not slips. */
export const printsLabels = (printer: PrinterProfile): boolean => isLabelLanguage(printer.language);

/** How a label printer was set up; TSPL as it comes out of its box while none is. */
export function labelProfile(printer: PrinterProfile | null): LabelProfile {
  const standard = standardLabelProfile(printer !== null && isLabelLanguage(printer.language) ? printer.language : 'tspl');
  const { dpi = standard.dpi, gapMm = standard.gapMillimetres, ...label } = printer?.label ?? {};
  return { ...standard, inverted: printer?.invert ?? false, codes: printer?.nativeQr ? 'native' : 'raster', ...label, dpi, gapMillimetres: gapMm };
}

/** The roll in a label printer; 60 × 40 mm while none is set up. */
export const labelSize = (printer: PrinterProfile | null): LabelSize => labelSizeOfWidth(printer?.widthMm ?? 60);

const partOf = { receipt: 'member', receipt_station: 'station', receipt_accountant: 'accountant' } as const;
const isWeighSlip = (paper: string): paper is keyof typeof partOf => Object.hasOwn(partOf, paper);

/** What every slip needs besides its data: language, copy, printer, and the looks a manager gave it. */
function slipFrame(context: QueryContext, order: Pick<PaperOrder, 'paper' | 'locale' | 'copy'>, printer: PrinterProfile | null) {
  const looks = looksOf(context.db, order.paper, printer?.id ?? null);
  const locale: SlipLanguage = looks === null ? order.locale : languageOfLooks(looks.layout, order.locale);
  return { locale, options: order.copy ? { copy: order.copy } : {}, profile: escposProfile(printer), ...(looks === null ? {} : { looks }) };
}

/** Builds a paper from stored rows, its names as the station wants them shown. Refuses `paper_not_for_document` when the document has no such paper. */
export const paperRequest = (context: QueryContext, order: PaperOrder, printer: PrinterProfile | null): PaperRequest => asNamesAreShown(context.db, order.paper, plainRequest(context, order, printer));

function plainRequest(context: QueryContext, order: PaperOrder, printer: PrinterProfile | null): PaperRequest {
  const { copy } = order;
  const slip = slipFrame(context, order, printer);
  const { locale } = slip;
  if (order.paper === 'crate_slip') return { kind: 'crateSlip', data: crateSlipData(context, order.documentUlid, locale), ...slip };
  if (order.paper === 'voucher') return { kind: 'voucherReceipt', data: voucherData(context, order.documentUlid, locale), ...slip };
  const ticket = ticketDetail(context, order.documentUlid);
  if (order.paper === 'return_slip') return { kind: 'returnSlip', data: returnSlipData(context, ticket, locale), ...slip };
  if (order.paper === 'correction_slip') return { kind: 'correctionSlip', data: correctionSlipData(context, ticket, locale), ...slip };
  if (order.paper === 'lot_label') {
    const code = order.lotCode ?? lotsOfDocument.all(context.db, { documentId: order.documentId })[0]?.code ?? null;
    const looks = labelLooksOf(context.db, 'lot_label', printer?.id ?? null);
    const language = languageOfLooks(looks, order.locale);
    const data = (code === null ? null : labelData(context, ticket, code, language)) ?? refuse('paper_not_for_document');
    return { kind: 'lotLabel', locale: language, ...englishOfLabel(ticket, data.lotCode, language), data, options: { maskName: false, size: labelSize(printer), ...looksOfLabel(looks), ...(copy === null ? {} : { copy }) }, profile: labelProfile(printer) };
  }
  const isReversal = ticket.reverses !== null;
  if (isReversal ? order.paper !== 'reversal_slip' : !isWeighSlip(order.paper)) refuse('paper_not_for_document');
  const part = isWeighSlip(order.paper) ? { part: partOf[order.paper] } : {};
  return { kind: 'ticketReceipt', data: receiptData(context, ticket, locale), ...slip, options: { maskName: false, ...slip.options, ...part } };
}

/** The slip of a number drawn on arrival, which belongs to no document. */
export function queueSlipRequest(context: QueryContext, { queueRowId, locale, copy }: { readonly queueRowId: number; readonly locale: Locale; readonly copy: SlipCopy | null }, printer: PrinterProfile | null): PaperRequest {
  const slip = slipFrame(context, { paper: 'queue_slip', locale, copy }, printer);
  return asNamesAreShown(context.db, 'queue_slip', { kind: 'queueSlip', data: queueSlipData(context, queueRowId, slip.locale), ...slip });
}
