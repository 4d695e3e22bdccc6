import type { FullRow } from '../../../../db/insert.ts';
import { insertRow } from '../../../../db/insert.ts';
import { lastTransition, takeNumber } from '../../../../db/queries/books.queries.ts';
import type { Tables } from '../../../../db/schema.ts';
import type { DocumentKind } from '../../../domain/numbering.ts';
import { documentNumber, reversalNumber } from '../../../domain/numbering.ts';
import { digestOf } from '../../platform/digest.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { appendEvent } from './event-log.ts';
import type { documentTables } from './document-tables.ts';
import { tablesWithRowId } from './document-tables.ts';

export type DocumentType = keyof typeof documentTables;

/** The letter group of the number each type of document takes. */
const numberKinds: Record<DocumentType, DocumentKind> = {
  ticket: 'ticket', price_sheet: 'price_sheet', settlement_batch: 'settlement_batch', payout: 'payout', cash_movement: 'cash', cash_advance: 'advance',
  input_credit: 'input_sale', stock_movement: 'movement', price_adjustment: 'price_adjustment', clock_correction: 'voucher', settlement_role: 'voucher',
  incarnation: 'voucher', day_close: 'day_close', certificate: 'certificate', scale_book: 'scale_book', crate_move: 'crate_move', farm_contract: 'farm_contract', deduction_terms: 'deduction_terms', settlement_release: 'voucher', debt_repayment: 'voucher', payout_return: 'voucher',
};

export interface NewDocument {
  readonly type: DocumentType;
  readonly reverses?: { readonly id: number; readonly number: string };
  readonly replacesId?: number;
  readonly reason?: string;
}

export interface OpenDocument {
  readonly id: number;
  readonly ulid: string;
  readonly number: string;
  /** Writes one row of the document; every row becomes part of its digest as it stands when the document is sealed. Returns the row id. */
  add<T extends keyof Tables>(table: T, row: FullRow<T>): number;
  /** Takes rows written earlier (a scale's readings) into the document's digest. */
  prove(table: 'reading', row: object): void;
  /** Ends the document: first transition and event with the digest over all its rows. */
  seal(event: { readonly state?: FullRow<'transition'>['state']; readonly payload: Readonly<Record<string, unknown>> }): { seq: number; hash: string };
}

function nextNumber(context: CommandContext, type: DocumentType): string {
  const { station, tx, businessDate } = context;
  const device = station.device ?? refuse('setup_needed');
  const kind = numberKinds[type];
  const year = Number(businessDate.slice(0, 4));
  const { last } = takeNumber.one(tx, { desk: device.deskLetter, kind, year });
  return documentNumber({ station: device.stationCode, desk: device.deskLetter, kind, year, seq: last, training: station.kind === 'training' });
}

/** What carries a date or a number of the day is not written while the clock cannot be trusted. Refuses `clock_stopped` and `clock_confirm`. */
export function trustTheClock({ station }: CommandContext): void {
  const finding = station.clockGuard.finding();
  if (finding === 'rested_confirm') refuse('clock_confirm');
  if (finding !== 'ok') refuse('clock_stopped', { finding });
}

/**
 * Opens a document: takes its number (a reversal takes the original's with -R) and writes its head.
 * Refuses `setup_needed`, `clock_stopped`, `clock_confirm`. The caller adds rows and seals it in the same transaction.
 */
export function openDocument(context: CommandContext, spec: NewDocument): OpenDocument {
  const { station, tx, now, businessDate } = context;
  trustTheClock(context);
  const number = spec.reverses ? reversalNumber(spec.reverses.number) : nextNumber(context, spec.type);
  const device = station.device;
  if (!device) refuse('setup_needed');
  const ulid = station.ids.ulid();
  const head: FullRow<'document'> = {
    ulid, type: spec.type, number, reverses_id: spec.reverses?.id ?? null, replaces_id: spec.replacesId ?? null,
    station_code: device.stationCode, desk_letter: device.deskLetter, device: device.ulid, business_date: businessDate, posted_at: now,
    clock: station.clockGuard.quality(), posted_by: signedIn(context).rowId, approved_by: context.approver?.rowId ?? null, reason: spec.reason ?? null,
  };
  const id = insertRow(tx, 'document', head);
  const rows: Record<string, object[]> = { document: [{ id, ...head }] };
  return {
    id, ulid, number,
    add(table, row) {
      const rowId = insertRow(tx, table, row);
      (rows[table] ??= []).push(tablesWithRowId.has(table) ? { id: rowId, ...row } : row);
      return rowId;
    },
    prove(table, row) {
      (rows[table] ??= []).push(row);
    },
    seal({ state = 'posted', payload }) {
      const first: FullRow<'transition'> = { document_id: id, ordinal: 1, state, at: now, user_id: head.posted_by, approved_by: head.approved_by, reason: head.reason };
      insertRow(tx, 'transition', first);
      rows.transition = [first];
      return appendEvent(context, { type: `${spec.type}.${spec.reverses ? 'reversed' : 'posted'}`, docType: 'document', docId: ulid, docHash: digestOf(rows), payload: { number, ...payload } });
    },
  };
}

/** Appends a state to a document; the event proves the new transition row. */
export function addTransition(context: CommandContext, document: { readonly id: number; readonly ulid: string; readonly number: string; readonly type: string }, state: FullRow<'transition'>['state'], reason: string | null = null): void {
  const { tx, now } = context;
  const ordinal = (lastTransition.first(tx, { documentId: document.id })?.ordinal ?? 0) + 1;
  const row: FullRow<'transition'> = { document_id: document.id, ordinal, state, at: now, user_id: signedIn(context).rowId, approved_by: context.approver?.rowId ?? null, reason };
  insertRow(tx, 'transition', row);
  appendEvent(context, { type: `${document.type}.${state}`, docType: 'transition', docId: `${document.ulid}#${ordinal}`, docHash: digestOf(row), payload: { number: document.number } });
}
