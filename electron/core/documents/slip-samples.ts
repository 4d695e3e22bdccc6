import type { SlipPaper } from '../../contract/slip-layout.ts';
import type { EscposProfile } from '../devices/printer/escpos-profile.ts';
import type { Looks, PaperRequest } from '../devices/printer/paper-job.ts';
import { paperText, type SlipLanguage } from './paper-text.ts';
import type { TicketReceiptData } from './ticket-receipt-data.ts';

/** A code of the length of a real one, so that the sample is as long as the slip will be. */
const sampleCode = `VS2|ticket|GZ01A-T-0000-000000|2026-11-22|*0012|43750|24763|${'0'.repeat(32)}|${'0'.repeat(12)}|${'A'.repeat(86)}`;
const foot = { chainHead: '0'.repeat(64), qrText: sampleCode };
const at = Date.UTC(2026, 10, 22, 6, 5);
const number = 'GZ01A-T-2026-000123';

function sampleTicket(place: { readonly cooperativeName: string; readonly stationName: string }, language: SlipLanguage): TicketReceiptData {
  const text = paperText(language);
  const product = text('sampleProduct');
  return {
    ...place, ...foot, stationPhone: '0851-00000000', number, businessDate: '2026-11-22', postedAt: at, training: true, member: { code: 'M0012', name: text('sampleName'), groupName: text('sampleGroup'), partyKind: 'member' }, owners: [], productName: product,
    baskets: [1, 2].map((sequence) => ({ sequence, grossGrams: 22_775, tareGrams: 900, netGrams: 21_875, tareMethod: 'container', typed: false })), netGrams: 43_750, returnedGrams: 0, sortingLossGrams: 0,
    lines: [{
      productName: product, gradeName: text('sampleGrade'), gradeRank: 1, gradeCount: 3, gradeOverridden: false, schemeName: product, schemeVersion: '1', priceVersion: 'GZ01A-J-2026-000001', priceE4: 56_600, tradedUnit: 'jin', netGrams: 43_750,
      deductions: [], discounts: [], inTurn: false, termsVersion: null, settlementGrams: 43_750, amountFen: 24_763,
    }],
    totalFen: 24_763, debts: [{ name: text('debtAdvance'), fen: 10_000 }], remarks: [{ label: text('fromPaper'), value: text('paperPage', { page: 12, at: '2026-11-22 14:05' }) }], clerkName: text('sampleName'),
  };
}

/** A slip with invented figures, marked as practice, to show what looks do to it. */
export function sampleSlip(paper: SlipPaper, place: { readonly cooperativeName: string; readonly stationName: string }, language: SlipLanguage, looks: Looks, profile: EscposProfile): PaperRequest {
  const text = paperText(language);
  const shared = { locale: language, looks, profile } as const;
  const member = { code: 'M0012', name: text('sampleName'), groupName: text('sampleGroup') };
  const slip = { ...place, ...foot, training: true, businessDate: '2026-11-22', at, number, member, clerkName: text('sampleName') };
  const ticket = sampleTicket(place, language);
  switch (paper) {
    case 'receipt': return { kind: 'ticketReceipt', data: ticket, options: { maskName: false, part: 'member' }, ...shared };
    case 'receipt_station': return { kind: 'ticketReceipt', data: ticket, options: { maskName: false, part: 'station' }, ...shared };
    case 'receipt_accountant': return { kind: 'ticketReceipt', data: ticket, options: { maskName: false, part: 'accountant' }, ...shared };
    case 'reversal_slip': return { kind: 'ticketReceipt', data: { ...ticket, number: `${number}-R`, netGrams: -43_750, totalFen: -24_763, debts: [], reversal: { originalNumber: number, reason: text('sampleReason'), approverName: text('sampleName') } }, options: { maskName: false }, ...shared };
    case 'correction_slip': {
      const figures = { number, businessDate: '2026-11-22', memberName: member.name, productName: ticket.productName, gradeNames: text('sampleGrade'), grossGrams: 45_550, tareGrams: 1_800, netGrams: 43_750, settlementGrams: 43_750, totalFen: 24_763, schemeVersion: `${ticket.productName} 1`, priceVersion: 'GZ01A-J-2026-000001' } as const;
      const reversal = { number: `${number}-R`, reason: text('sampleReason'), byName: text('sampleName'), approverName: text('sampleName') };
      return { kind: 'correctionSlip', data: { ...slip, before: { ...figures, grossGrams: 46_050, netGrams: 44_250, settlementGrams: 44_250, totalFen: 25_046 }, after: figures, reversal }, options: {}, ...shared };
    }
    case 'return_slip': return { kind: 'returnSlip', data: { ...slip, productName: ticket.productName, netGrams: 43_750, returnedGrams: 1_250, returns: [{ grams: 1_250, reason: text('sampleReason') }] }, options: {}, ...shared };
    case 'crate_slip': {
      const name = text('sampleCrate');
      return { kind: 'crateSlip', data: { ...slip, lines: [{ name, outCount: 4, inCount: 0, depositFen: 2_000, kept: false }], balance: [{ name, count: 4 }] }, options: {}, ...shared };
    }
    case 'voucher': {
      const lines = [{ name: text('dueBefore'), fen: 24_763 }, { name: text('debtAdvance'), fen: -10_000 }];
      return { kind: 'voucherReceipt', data: { ...slip, kind: 'cash_payout', party: member, lines, amountFen: 14_763, owedAfterFen: 0, approverName: text('sampleName') }, options: {}, ...shared };
    }
    case 'queue_slip': return { kind: 'queueSlip', data: { ...slip, label: 'A012', productName: ticket.productName, before: 3 }, options: {}, ...shared };
  }
}
