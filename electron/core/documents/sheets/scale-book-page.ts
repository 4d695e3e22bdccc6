import type { BookEntryRow } from '../../../contract/scale-book.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { kilogramText, type Grams } from '../../../domain/mass.ts';
import { html } from '../html-page.ts';
import { momentText } from '../paper-values.ts';
import { sheetFoot, sheetHead, sheetPart, sheetTable, signBoxes, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type SheetKey, type SheetWords } from './sheet-words.ts';

/** A line of a scale's book. */
export type PageEntry = Pick<BookEntryRow, 'number' | 'kind' | 'at' | 'by' | 'approvedBy' | 'reason' | 'nominalGrams' | 'shownGrams' | 'errorGrams' | 'toleranceGrams' | 'typed' | 'passed'>;
export interface PageCertificate { readonly number: string; readonly certificateNo: string; readonly issuedBy: string; readonly accuracyClass: string; readonly verifiedOn: BusinessDate; readonly dueOn: BusinessDate; readonly by: string }

/** A scale's book over a period, from stored rows. */
export interface ScaleBookPageData extends SheetPlace {
  readonly scaleId: string; readonly scaleName: string; readonly intervalGrams: Grams | null; readonly capacityGrams: Grams | null;
  readonly from: BusinessDate; readonly to: BusinessDate;
  /** In the order they were written. */
  readonly entries: readonly PageEntry[];
  /** Those written in the period, and before them the one in force when it began. */
  readonly certificates: readonly PageCertificate[];
  readonly dueOn: BusinessDate | null; readonly daysLeft: number | null;
  readonly chain: SheetChain | null;
}

const kindKeys: Readonly<Record<BookEntryRow['kind'], SheetKey>> = {
  zero_check: 'zeroCheck', test_weight: 'testWeight', certificate: 'certificate', out_of_service: 'outOfService', back_in_service: 'backInService', overdue_use: 'overdueUse',
};

const kilograms = (grams: Grams | null): string => (grams === null ? '' : kilogramText(grams));
const signed = (grams: Grams | null): string => (grams === null ? '' : grams > 0 ? `+${grams}` : String(grams));

function remark(entry: PageEntry, words: SheetWords): string {
  return [entry.typed ? words.say('typedShort') : '', entry.reason === null ? '' : typed(entry.reason)].filter((part) => part !== '').join(' · ');
}

function entries(data: ScaleBookPageData, words: SheetWords): string {
  const rows = data.entries.filter(({ kind }) => kind !== 'certificate');
  if (rows.length === 0) return `<p>${words.say('noEntries')}</p>`;
  return sheetTable(
    [
      { title: words.say('momentAndNumber'), form: 'whole' }, { title: words.say('what') }, { title: words.say('ought'), form: 'figure' }, { title: words.say('shown'), form: 'figure' }, { title: words.say('errorGrams'), form: 'figure' },
      { title: words.say('toleranceGrams'), form: 'figure' }, { title: words.say('result') }, { title: words.say('remark') }, { title: words.say('checkedBy') },
    ],
    rows.map((entry) => [
      `${momentText(entry.at)}<br><span class="small">${html(entry.number)}</span>`, words.say(kindKeys[entry.kind]), kilograms(entry.nominalGrams), kilograms(entry.shownGrams), signed(entry.errorGrams), entry.toleranceGrams === null ? '' : `±${entry.toleranceGrams}`,
      entry.passed === null ? '' : `<span class="good">${entry.passed ? '✓' : '×'}</span> ${words.say(entry.passed ? 'passed' : 'failed')}`, remark(entry, words), typed(entry.approvedBy === null ? entry.by : `${entry.by} + ${entry.approvedBy}`),
    ]),
  );
}

function certificates(data: ScaleBookPageData, words: SheetWords): string {
  if (data.certificates.length === 0) return `<p>${words.say('noCertificate')}</p>`;
  return sheetTable(
    [{ title: words.say('certificateNo') }, { title: words.say('issuedBy') }, { title: words.say('accuracyClass') }, { title: words.say('verifiedOn'), form: 'whole' }, { title: words.say('dueOn'), form: 'whole' }, { title: words.say('enteredBy') }, { title: words.say('number'), form: 'whole' }],
    data.certificates.map((one) => [typed(one.certificateNo), typed(one.issuedBy), html(one.accuracyClass), html(one.verifiedOn), `<b>${html(one.dueOn)}</b>`, typed(one.by), html(one.number)]),
  );
}

/** A page of the scale book (秤台账): checks and test weights of a period, certificates and until when they hold. */
export function scaleBookPage(data: ScaleBookPageData, words: SheetWords, made: SheetMade): Sheet {
  const due = data.dueOn === null || data.daysLeft === null ? words.say('noCertificate') : `${html(data.dueOn)} ${data.daysLeft < 0 ? words.say('overdueBy', { days: -data.daysLeft }) : words.say('daysLeft', { days: data.daysLeft })}`;
  const facts: readonly (readonly [string, string])[] = [
    [words.say('scale'), typed(data.scaleName)], [words.say('period'), words.say('fromTo', { from: data.from, to: data.to })],
    [words.say('interval'), data.intervalGrams === null ? '–' : `${data.intervalGrams} g`], [words.say('capacity'), data.capacityGrams === null ? '–' : `${kilogramText(data.capacityGrams)} kg`],
    [words.say('certificateDue'), due], [words.say('checksCount'), String(data.entries.filter(({ passed }) => passed !== null).length)],
  ];
  const body = sheetHead(data, words.say('scaleBookTitle'), facts) + sheetPart(words.say('certificates'), certificates(data, words)) + sheetPart(words.say('checks'), entries(data, words))
    + signBoxes([[words.say('signScaleKeeper'), ''], [words.say('signManager'), ''], [words.say('signInspector'), '']])
    + sheetFoot(words, made, { chain: data.chain, kind: 'scale_book', businessDate: data.to, grams: 0, fen: 0 }, [`${words.say('drawnAt')} ${momentText(made.at)}`]);
  return { title: `${words.plain('scaleBookTitle')} ${data.scaleName} ${data.from} ${data.to}`, size: 'A4', body, training: data.training };
}
