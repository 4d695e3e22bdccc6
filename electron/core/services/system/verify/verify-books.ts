import type { ReadHandle } from '../../../../../db/connection.ts';
import { brokenReferences, pageComplaint, schemaDifferences } from '../../../../../db/file-check.ts';
import { devicesMet } from '../../../../../db/queries/verify.queries.ts';
import { asStorageError } from '../../../../../db/storage-error.ts';
import type { Verdict } from '../../../../contract/system.ts';
import { checkChains } from './chain-check.ts';
import type { ChainCheck, KnownHead } from './chain-check.ts';
import { findingList, findingWords, unknownWords } from './findings.ts';
import type { Finding, FindingList } from './findings.ts';
import { checkNumbers } from './number-check.ts';
import { checkPapers } from './paper-check.ts';
import { checkPhotos } from './photo-check.ts';
import { checkRows } from './row-check.ts';
import { checkRuns } from './run-check.ts';
import { checkProjections, checkSums } from './sum-check.ts';

export interface VerifyOrder {
  /** False: only what has happened since each device's last seal. */
  readonly full: boolean;
  /** Heads written down outside the file. */
  readonly known: readonly KnownHead[];
  readonly locale: 'zh' | 'en';
  /** Where the sealed pictures lie. */
  readonly photos: string;
}

/**
 * `db verify`: does the file say what was written into it? Reads only. Compares events with their hashes, seals and heads known from
 * elsewhere, rows with events and events with rows; a full check also looks at the pages, adds up and rebuilds everything.
 */
export function verifyBooks(db: ReadHandle, order: VerifyOrder): Verdict {
  const findings = findingList();
  const checked = checkDamagedFileToo(findings, () => check(db, order, findings));
  const first = order.full || findings.count > 0 ? firstBadEvent(db, findings.kept, findings) : null;
  return {
    ok: findings.count === 0, events: checked?.chain.events ?? 0, documents: checked?.documents ?? 0,
    ...(first ? { firstBad: first } : {}),
    findings: findings.kept.map(({ kind, params }) => ({ kind, what: findingWords(order.locale, kind, params) })),
    unknown: limits(order, checked), head: checked?.chain.head ?? null,
  };
}

interface Checked { readonly chain: ChainCheck; readonly documents: number; readonly unsignedPapers: number }

function check(db: ReadHandle, order: VerifyOrder, findings: FindingList): Checked {
  if (order.full) checkFile(db, findings);
  const chain = checkChains(db, order.full, order.known, findings);
  const each = (part: string, work: () => number | void): number => goOnAfter(findings, part, work);
  const documents = each('rows', () => checkRows(db, chain.from, findings));
  each('runs', () => checkRuns(db, chain.from, findings));
  let unsignedPapers = 0;
  if (order.full) {
    each('numbers', () => checkNumbers(db, findings));
    each('sums', () => checkSums(db, findings));
    each('projections', () => checkProjections(db, findings));
    each('photos', () => checkPhotos(db, order.photos, findings));
    unsignedPapers = each('papers', () => checkPapers(db, findings));
  }
  return { chain, documents, unsignedPapers };
}

function checkFile(db: ReadHandle, findings: FindingList): void {
  const complaint = pageComplaint(db);
  if (complaint !== null) findings.add('pages_damaged', { detail: complaint });
  for (const name of schemaDifferences(db)) findings.add('schema_differs', { name });
  for (const table of brokenReferences(db)) findings.add('reference_broken', { table });
}

/** A part that stumbles over what nobody foresaw is a finding, and the other parts are checked all the same. Answers what the part counted. */
function goOnAfter(findings: FindingList, part: string, work: () => number | void): number {
  try {
    return work() ?? 0;
  } catch (error) {
    if (asStorageError(error) !== null) throw error;
    findings.add('part_stumbled', { part, detail: error instanceof Error ? error.message : String(error) });
    return 0;
  }
}

/** Pages that cannot be read end the check, but the finding is the answer. */
function checkDamagedFileToo<T>(findings: FindingList, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    const storage = asStorageError(error);
    if (storage?.kind !== 'corrupt' && storage?.kind !== 'not_a_database') throw error;
    findings.add('pages_damaged', { detail: storage.message });
    return null;
  }
}

/** The earliest event that a finding points at: the oldest device first, then its lowest number. */
function firstBadEvent(db: ReadHandle, kept: readonly Finding[], findings: FindingList): Verdict['firstBad'] | null {
  const order = new Map((checkDamagedFileToo(findings, () => devicesMet.all(db, {})) ?? []).map((row, index) => [row.device, index]));
  const place = (finding: Finding): number => (finding.event ? (order.get(finding.event.device) ?? order.size) : Infinity);
  const [first] = kept.filter((finding) => finding.event !== null).sort((one, other) => place(one) - place(other) || (one.event?.seq ?? 0) - (other.event?.seq ?? 0));
  return first?.event ? { device: first.event.device, seq: first.event.seq, why: first.kind } : null;
}

/** Says what this check could not know, so that nobody takes its yes for more than it is. */
function limits(order: VerifyOrder, checked: Checked | null): string[] {
  const words: string[] = [];
  const note = order.known.find((head) => head.source === 'note');
  const backup = order.known.find((head) => head.source === 'backup');
  if (!note && !backup) words.push(unknownWords(order.locale, 'no_outside_head'));
  else words.push(unknownWords(order.locale, 'after_known_head', { seq: Math.max(...order.known.map((head) => head.seq)) }));
  if (!order.full) words.push(unknownWords(order.locale, 'since_seal_only', { seq: Math.max(0, ...(checked?.chain.from.values() ?? [])) }));
  if (checked && checked.unsignedPapers > 0) words.push(unknownWords(order.locale, 'papers_unsigned', { count: checked.unsignedPapers }));
  words.push(unknownWords(order.locale, 'whole_rewrite'), unknownWords(order.locale, 'working_state'));
  return words;
}
