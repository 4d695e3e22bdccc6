import type { ReadHandle } from '../../../../../db/connection.ts';
import { documentsOfBooks } from '../../../../../db/queries/verify.queries.ts';
import { numberCounters, settlementNumbers } from '../../../../../db/queries/verify-sums.queries.ts';
import { DOCUMENT_LETTERS, isReversalNumber, reversalNumber } from '../../../../domain/numbering.ts';
import type { FindingList } from './findings.ts';

/** One row of numbers: a desk, a letter, a year. */
interface Series { readonly name: string; readonly taken: number[] }

const pattern = /^(?:[A-Z0-9]{1,4}-)?[A-Z]{2,4}\d{2}([A-Z]{1,2})-([A-Z])-(\d{4})-(\d{6})$/;

/** Every number from 1 to the counter is there exactly once, for each desk, type and year; a reversal carries its original's number. */
export function checkNumbers(db: ReadHandle, findings: FindingList): void {
  const series = new Map<string, Series>();
  const take = (desk: string, letter: string, year: string, seq: number): void => {
    const name = `${desk}-${letter}-${year}`;
    const found = series.get(name) ?? { name, taken: [] };
    found.taken.push(seq);
    series.set(name, found);
  };
  for (const document of documentsOfBooks.each(db, {})) {
    if (document.originalNumber !== null || isReversalNumber(document.number)) {
      if (!isReversalOf(document.number, document.originalNumber)) findings.add('reversal_number', { number: document.number });
      continue;
    }
    const match = pattern.exec(document.number);
    if (!match || match[1] !== document.deskLetter) findings.add('number_malformed', { number: document.number });
    else take(match[1], match[2] ?? '', match[3] ?? '', Number(match[4]));
  }
  for (const run of settlementNumbers.each(db, {})) {
    for (let index = 0; index < run.settlements; index += 1) take(run.desk, DOCUMENT_LETTERS.settlement, run.businessDate.slice(0, 4), run.first + index);
  }
  compareWithCounters(db, series, findings);
}

/** Nothing reverses a reversal: a row that says so was changed. */
const isReversalOf = (number: string, original: string | null): boolean => original !== null && !isReversalNumber(original) && number === reversalNumber(original);

function compareWithCounters(db: ReadHandle, series: ReadonlyMap<string, Series>, findings: FindingList): void {
  const letters: Readonly<Record<string, string>> = DOCUMENT_LETTERS;
  const counted = new Map(numberCounters.all(db, {}).map((row) => [`${row.desk}-${letters[row.kind] ?? row.kind}-${row.year}`, row.last]));
  for (const { name, taken } of series.values()) {
    taken.sort((one, other) => one - other);
    const gap = taken.findIndex((seq, index) => seq !== index + 1);
    if (gap !== -1) findings.add(taken[gap] === taken[gap - 1] ? 'number_twice' : 'number_gap', { series: name, number: gap + 1 });
    if (gap === -1 && counted.get(name) !== taken.length) findings.add('counter_differs', { series: name, counted: counted.get(name) ?? 0, taken: taken.length });
  }
  for (const [name, last] of counted) if (!series.has(name)) findings.add('counter_differs', { series: name, counted: last, taken: 0 });
}
