import type { ReadHandle } from '../../../../../db/connection.ts';
import {
  documentsOfBooks, eventsAbout, eventsWithoutRow, laterTransitions, masterVersionsMade, rowsOutsideDocuments, transitionGaps,
} from '../../../../../db/queries/verify.queries.ts';
import { checkBirths } from './birth-check.ts';
import { digestOfDocument } from '../../books/canonical-rows.ts';
import { documentTables } from '../../books/document-tables.ts';
import { parseJson } from '../../../platform/json-text.ts';
import { digestOf, sha256Hex } from '../../../platform/digest.ts';
import type { FindingKind, FindingList } from './findings.ts';

type EventOf = ReturnType<typeof eventsAbout.all>[number];

/** True where a partial check need not look: the event lies before the last seal. */
const isSealed = (from: ReadonlyMap<string, number>, event: EventOf): boolean => event.seq <= (from.get(event.device) ?? 0);

/** Compares a row's digest with the one event that must prove it. */
function compare(events: readonly EventOf[], digest: () => string | null, from: ReadonlyMap<string, number>, say: (kind: 'none' | 'twice' | 'changed', event: EventOf | null) => void): void {
  const [event, second] = events;
  if (!event) return say('none', null);
  if (second) say('twice', second);
  if (!isSealed(from, event) && event.docHash !== digest()) say('changed', event);
}

const kinds = (none: FindingKind, twice: FindingKind, changed: FindingKind): Record<'none' | 'twice' | 'changed', FindingKind> => ({ none, twice, changed });
const ofDocument = kinds('document_without_event', 'event_twice', 'document_changed');
const ofTransition = kinds('transition_without_event', 'event_twice', 'transition_changed');
const ofMaster = kinds('master_without_event', 'event_twice', 'master_changed');

/** Compares every document, transition and version of master data with its event, and every event with its row. */
export function checkRows(db: ReadHandle, from: ReadonlyMap<string, number>, findings: FindingList): number {
  const documents = checkDocuments(db, from, findings);
  for (const { ulid, number, ...row } of laterTransitions.all(db, {})) {
    const events = eventsAbout.all(db, { docId: `${ulid}#${row.ordinal}` });
    compare(events, () => digestOf(row), from, (kind, event) => findings.add(ofTransition[kind], { number, state: row.state }, event));
  }
  for (const { number } of transitionGaps.all(db, {})) findings.add('transition_gap', { number });
  for (const { entity, ulid, version, payload, at, userRow, user } of masterVersionsMade.each(db, {})) {
    const events = eventsAbout.all(db, { docId: `${entity}:${ulid}@${version}` });
    // Moment and person of a version stand in its event itself.
    const isSaid = events.every((event) => event.at === at && event.user === user && (userRow === null) === (user === null));
    compare(events, () => (isSaid ? sha256Hex(payload) : null), from, (kind, event) => findings.add(ofMaster[kind], { entity, ulid, version }, event));
  }
  for (const event of eventsWithoutRow.all(db, {})) findings.add('event_without_row', { what: numberIn(event.payload) ?? event.docId, seq: event.seq }, event);
  checkForeignRows(db, findings);
  checkBirths(db, findings);
  return documents;
}

function checkDocuments(db: ReadHandle, from: ReadonlyMap<string, number>, findings: FindingList): number {
  let count = 0;
  for (const document of documentsOfBooks.each(db, {})) {
    count += 1;
    const events = eventsAbout.all(db, { docId: document.ulid });
    compare(events, () => digestOfDocument(db, document.id), from, (kind, event) => findings.add(ofDocument[kind], { number: document.number }, event));
  }
  return count;
}

/** A row hung on a document of another type would move value without any digest noticing. */
function checkForeignRows(db: ReadHandle, findings: FindingList): void {
  const typesOf = new Map<string, string[]>();
  for (const [type, tables] of Object.entries(documentTables)) for (const table of tables) typesOf.set(table, [...(typesOf.get(table) ?? []), type]);
  for (const [table, types] of typesOf) for (const { number } of rowsOutsideDocuments(db, table, types)) findings.add('row_outside_document', { table, number });
}

function numberIn(payload: string): string | null {
  const value = parseJson(payload);
  return typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string' ? value.number : null;
}
