import type { SheetKind } from '../../electron/contract/sheet.ts';
import type { DaySheetData } from '../../electron/core/documents/sheets/day-sheet.ts';
import { daySheet } from '../../electron/core/documents/sheets/day-sheet.ts';
import { gradingSheet, type GradingSheetData } from '../../electron/core/documents/sheets/grading-sheet.ts';
import { noticePack, type NoticePackData } from '../../electron/core/documents/sheets/notice-pack.ts';
import { payoutPage, type PayoutPageData } from '../../electron/core/documents/sheets/payout-page.ts';
import { priceBoardSheet, type PriceBoardData } from '../../electron/core/documents/sheets/price-board-sheet.ts';
import { purchaseNote, type PurchaseNoteData } from '../../electron/core/documents/sheets/purchase-note.ts';
import { scaleBookPage, type ScaleBookPageData } from '../../electron/core/documents/sheets/scale-book-page.ts';
import type { Sheet, SheetMade } from '../../electron/core/documents/sheets/sheet-page.ts';
import type { SheetWords } from '../../electron/core/documents/sheets/sheet-words.ts';
import { statementSheet, type StatementData } from '../../electron/core/documents/sheets/statement-sheet.ts';
import { signedCode } from '../../electron/core/documents/signed-code.ts';
import { createSigningKey } from '../../electron/core/platform/signing.ts';

/** 2026-11-22, 18:05 in Shanghai. */
export const drawnAt = Date.UTC(2026, 10, 22, 10, 5);
/** The key that signs the samples, made anew with each run. */
export const sampleKey = createSigningKey();
export const sampleNumber = 'GZ01A-X-2026-000001';
export const made: SheetMade = { at: drawnAt, code: (facts) => signedCode({ ...facts, number: sampleNumber }, sampleKey) };
const chain = { head: '3f2a9c0011223344556677889900aabbccddeeff00112233445566778899e9c1', seq: 417 };

/** Every field that a person can fill holds this text. */
const place = (text: string) => ({ cooperativeName: text, stationName: text, training: false });
const named = (text: string) => ({ nameZh: text, nameEn: `${text} en` });

export const dayWith = (text: string): DaySheetData => ({
  ...place(text), date: '2026-11-22', sellers: 2, returnedGrams: 9_700, reprints: 1, chain,
  tickets: [
    { at: Date.UTC(2026, 10, 22, 1, 12), number: 'GZ01A-T-2026-000101', seller: text, owners: 1, product: named(text), netGrams: 182_550, settlementGrams: 182_550, totalFen: 66_813, typed: true, overridden: false, fromPaper: false, reverses: false, reversed: false },
    { at: Date.UTC(2026, 10, 22, 2, 30), number: 'GZ01A-T-2026-000102', seller: text, owners: 3, product: named(text), netGrams: 10_000, settlementGrams: 9_500, totalFen: 2_000, typed: false, overridden: true, fromPaper: true, reverses: false, reversed: false },
  ],
  goods: [
    { product: named(text), grade: named(text), mode: 'outright', lines: 1, netGrams: 182_550, settlementGrams: 182_550, amountFen: 66_813 },
    { product: named(text), grade: named(text), mode: 'consignment', lines: 1, netGrams: 10_000, settlementGrams: 9_500, amountFen: 2_000 },
  ],
  voids: [{ at: Date.UTC(2026, 10, 22, 3), number: 'GZ01A-T-2026-000099-R', original: 'GZ01A-T-2026-000099', replacedBy: 'GZ01A-T-2026-000103', reason: text, by: text, approvedBy: text, totalFen: -5_000 }],
  typed: [{ number: 'GZ01A-T-2026-000101', basketNo: 2, grossGrams: 40_000, reason: text, by: text }],
  boxes: [{ name: text, openingFen: 100_000, inFen: 50_000, paidFen: -66_813, advancedFen: -20_000, otherFen: 0, closingFen: 63_187 }],
  payouts: [{ number: 'GZ01A-P-2026-000003', method: 'cash', lines: 1, totalFen: 66_813, by: text, approvedBy: text }],
  duties: [{ kind: 'scale', scale: text, due: 'dueZero' }, { kind: 'crates', members: 2, crates: 7 }, { kind: 'countersign', number: 'GZ01A-T-2026-000101', by: text, amountFen: 66_813 }],
});

export const noteWith = (text: string): PurchaseNoteData => ({
  ...place(text), creditCode: text, phone: text, number: 'GZ01A-T-2026-000101', date: '2026-11-22', postedAt: Date.UTC(2026, 10, 22, 1, 12), product: named(text), mode: 'outright', grossGrams: 186_450, tareGrams: 3_900, netGrams: 182_550, typed: true,
  scheme: { title: named(text), number: 4 }, clerkName: text, chain,
  sellers: [{
    name: text, code: text, houseGroup: text, partyKind: 'member', ownGrown: true, residentMasked: '522401********1234', phoneMasked: '139****4321', channel: 'bank', accountMasked: '****8888', amountFen: 66_813,
    lines: [{ grade: named(text), settlementGrams: 182_550, priceE4: 36_600, amountFen: 66_813, priceSheet: 'GZ01A-E-2026-000012' }],
  }],
});

const person = (text: string) => ({ code: 'M0012', maskedName: text, houseGroup: text, phoneTail: '****4321', residentTail: '****1234', accountTail: '****8888', tickets: 2, settlementGrams: 192_050, amountFen: 68_813, recoveredFen: 10_000, paidFen: 50_000, openFen: 8_813 });
export const noticeWith = (text: string): NoticePackData => ({
  ...place(text), from: '2026-11-01', to: '2026-11-22', place: text, postedOn: '2026-11-23', objectionUntil: '2026-11-30', phone: text, members: [person(text), person(text)], others: [person(text)], chain,
  prices: [{ product: named(text), grade: named(text), priceE4: 36_600, priceSheet: 'GZ01A-E-2026-000012', from: '2026-11-02', to: '2026-11-20', settlementGrams: 182_550, amountFen: 66_813 }],
  payouts: [{ number: 'GZ01A-P-2026-000003', date: '2026-11-22', method: 'bank', lines: 3, totalFen: 150_000 }],
});

export const bookWith = (text: string): ScaleBookPageData => ({
  ...place(text), scaleId: 'scale-1', scaleName: text, intervalGrams: 50, capacityGrams: 150_000, from: '2026-11-01', to: '2026-11-22', dueOn: '2026-12-10', daysLeft: 18, chain,
  entries: [
    { number: 'GZ01A-W-2026-000001', kind: 'zero_check', at: Date.UTC(2026, 10, 22, 0, 5), by: text, approvedBy: null, reason: null, nominalGrams: 0, shownGrams: 0, errorGrams: 0, toleranceGrams: 50, typed: false, passed: true },
    { number: 'GZ01A-W-2026-000002', kind: 'test_weight', at: Date.UTC(2026, 10, 22, 0, 9), by: text, approvedBy: text, reason: text, nominalGrams: 20_000, shownGrams: 20_100, errorGrams: 100, toleranceGrams: 50, typed: true, passed: false },
  ],
  certificates: [{ number: 'GZ01A-W-2026-000000', certificateNo: text, issuedBy: text, accuracyClass: 'III', verifiedOn: '2025-12-11', dueOn: '2026-12-10', by: text }],
});

export const gradingWith = (text: string, filled = true): GradingSheetData => ({
  ...place(text),
  scheme: {
    product: named(text), title: named(text), number: 4,
    definition: {
      attributes: [
        { id: 'moisture', ...named(text), unit: '%', type: 'number', choices: [], measuredAt: 'station', decimals: 1, method: text }, { id: 'mould', ...named(text), unit: 'bool', type: 'bool', choices: [], measuredAt: 'station', decimals: null, method: null },
        { id: 'season', ...named(text), unit: 'enum', type: 'enum', choices: ['spring', text], measuredAt: 'station', decimals: null, method: null },
        { id: 'picked', ...named(text), unit: '', type: 'date', choices: [], measuredAt: 'station', decimals: null, method: null },
      ],
      baseRequirements: [{ attr: 'mould', min: null, minInclusive: true, max: null, maxInclusive: false, equals: false, confidence: null, note: null }],
      grades: [
        { id: 'G1', ...named(text), rank: 1, sellable: true, confidence: '', note: null, localNames: [text], criteria: [{ attr: 'moisture', min: '8', minInclusive: true, max: '14.0', maxInclusive: false, equals: null, confidence: null, note: null }, { attr: 'picked', min: null, minInclusive: true, max: '4', maxInclusive: false, equals: null, confidence: null, note: null }] },
        { id: 'G2', ...named(text), rank: 2, sellable: true, confidence: '', note: null, criteria: [] },
      ],
    },
  },
  goods: !filled ? null : {
    number: 'GZ01A-T-2026-000101', date: '2026-11-22', seller: text, sellerCode: 'M0012', netGrams: 182_550, returnedGrams: 9_700, word: text, machine: { name: text, grade: named(text) }, sample: '2345-6789', chain,
    measures: [{ attribute: 'moisture', value: '15.3', ageDays: null, device: text, implausible: true }, { attribute: 'mould', value: 'false', ageDays: null, device: null, implausible: false }, { attribute: 'picked', value: '2026-11-19', ageDays: 3, device: null, implausible: false }], lines: [{ grade: named(text), netGrams: 182_550, proposed: named(text), reason: text, gradedBy: text }],
  },
});

/** The settlement of example E4 of the rules: 5,238.47 due, 2,619.23 recovered under a cap of one half, 2,619.24 paid, 1,407.27 left. */
export const statementWith = (text: string): StatementData => ({
  ...place(text), number: 'GZ01A-S-2026-000007', date: '2026-11-22', from: '2026-11-11', to: '2026-11-20', payee: { code: text, name: text, houseGroup: text, partyKind: 'member', accountMasked: '****8888' }, method: 'bank', capBasisPoints: 5_000,
  lines: [
    { ticketNumber: 'GZ01A-T-2026-000101', date: '2026-11-12', product: named(text), grade: named(text), settlementGrams: 182_550, amountFen: 66_813, kind: 'line', priceE4: 36_600, priceSheet: 'GZ01A-E-2026-000012', schemeNumber: 4 },
    { ticketNumber: 'GZ01A-T-2026-000118', date: '2026-11-16', product: named(text), grade: named(text), settlementGrams: 196_982, amountFen: 456_998, kind: 'line', priceE4: 232_000, priceSheet: 'GZ01A-E-2026-000012', schemeNumber: 2 },
    { ticketNumber: 'GZ01A-T-2026-000060', date: '2026-11-18', product: named(text), grade: named(text), settlementGrams: 0, amountFen: 36, kind: 'price_adjustment', priceE4: null, priceSheet: null, schemeNumber: null },
  ],
  recoveries: [
    { kind: 'input_credit', goods: text, number: 'GZ01A-V-2026-000003', date: '2026-03-20', openFen: 64_000, recoveredFen: 64_000, leftFen: 0 }, { kind: 'input_credit', goods: text, number: 'GZ01A-V-2026-000009', date: '2026-04-02', openFen: 138_650, recoveredFen: 138_650, leftFen: 0 },
    { kind: 'cash_advance', goods: null, number: 'GZ01A-V-2026-000015', date: '2026-05-10', openFen: 200_000, recoveredFen: 59_273, leftFen: 140_727 },
  ],
  totalFen: 523_847, paidFen: 261_924, preparedByName: text, approvedByName: text, chain,
});

export const payoutWith = (text: string): PayoutPageData => ({
  ...place(text), number: 'GZ01A-P-2026-000003', batchNumber: 'GZ01A-B-2026-000002', date: '2026-11-22', method: 'bank', preparedByName: text, approvedByName: text, chain,
  lines: [{ sequence: 1, code: text, name: text, settlementNumber: 'GZ01A-S-2026-000007', bankName: text, accountMasked: '****8888', amountFen: 261_924 }, { sequence: 2, code: text, name: text, settlementNumber: 'GZ01A-S-2026-000008', bankName: null, accountMasked: null, amountFen: 10 }],
});

export const boardWith = (text: string): PriceBoardData => ({
  ...place(text), date: '2026-11-22', priceSheet: 'GZ01A-E-2026-000012', effectiveAt: Date.UTC(2026, 10, 22, 0, 30), chain,
  products: [
    { name: named(text), tradedUnit: 'jin', grades: [{ name: named(text), priceE4: 36_600, next: { at: Date.UTC(2026, 10, 22, 8), priceE4: 35_000 } }, { name: named(text), priceE4: 21_200, next: null }] },
    { name: named(text), tradedUnit: 'kg', grades: [{ name: named(text), priceE4: 1_600_000, next: null }] },
  ],
});

/** Every sheet with one text in every field, by its kind. */
export const sheetsByKind = (text: string, words: SheetWords, how: SheetMade): Readonly<Record<SheetKind, Sheet>> => ({
  day: daySheet(dayWith(text), words, how), purchase_note: purchaseNote(noteWith(text), words, how, 'A5'), notice: noticePack(noticeWith(text), words, how), scale_book: scaleBookPage(bookWith(text), words, how),
  grading: gradingSheet(gradingWith(text), words, how, 'A5'), grading_form: gradingSheet(gradingWith(text, false), words, how, 'A4'), statement: statementSheet(statementWith(text), words, how), payout: payoutPage(payoutWith(text), words, how),
  price_board: priceBoardSheet(boardWith(text), words, how),
});

/** The same in a row. */
export const everySheet = (text: string, words: SheetWords): readonly Sheet[] => Object.values(sheetsByKind(text, words, made));
