import en from '../../../../resources/locales/en/scale_book.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh/scale_book.json' with { type: 'json' };
import { documentById } from '../../../../db/queries/books.queries.ts';
import { detailWeighings } from '../../../../db/queries/ticket-detail.queries.ts';
import { ticketRow } from '../../../../db/queries/ticket.queries.ts';
import { devicesMet, eventsOfDocument } from '../../../../db/queries/verify.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { canonicalText } from '../../platform/canonical-text.ts';
import { digestOf, sha256Hex } from '../../platform/digest.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { rowsOfWholeDocument } from '../books/canonical-rows.ts';
import type { CheckedReading } from './evidence.ts';
import { checkReadings, weighedTicket } from './evidence.ts';

const format = 'village-station-weight-proof-1';

function weightProof({ basketNo, part, row, config, recheck }: CheckedReading): object {
  return {
    basketNo, part, readingId: row.ulid, scale: { id: row.scale_id, name: row.scale_name, port: row.port, protocol: row.protocol, decoderConfig: config, simulated: row.simulated === 1 },
    written: { value: row.value, unit: row.unit, grams: row.grams, roundedToGram: row.sub_gram === 1, net: row.net === null ? null : row.net === 1 },
    stableRule: row.stable_rule, at: new Date(row.at).toISOString(), atMs: row.at, monotonicMs: row.monotonic, clock: row.clock, device: row.device,
    frames: (JSON.parse(row.raw) as string[]).map((hex, index) => ({ hex, decoded: recheck.frames[index] ?? null })), outcome: recheck.outcome,
  };
}

const withoutNote = (row: object): object => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'note'));

/** The rows whose digest stands in the event, and the event itself, so that both can be computed again by anybody. */
function documentProof({ db }: CommandContext, documentId: number, withheld: boolean): object {
  const head = documentById.one(db, { id: documentId });
  const sealed = rowsOfWholeDocument(db, documentId);
  const rows = withheld && sealed !== null ? { ...sealed, ticket: sealed['ticket']?.map(withoutNote) } : sealed;
  const events = eventsOfDocument.all(db, { ulid: head.ulid }).map(({ payloadText, ...event }) => ({ ...event, payload: JSON.parse(payloadText) as unknown }));
  return { number: head.number, businessDate: head.business_date, rows, docHash: digestOf(sealed), events };
}

/**
 * The proof of a ticket's weights as one file of canonical JSON (RFC 8785): every kept frame with what the decoder makes of it, port, protocol,
 * stable rule, clock and device, the rows of the ticket and the events that seal them. Members stand in it by row only. The note, where a plate
 * or anything else about people may stand, is left out unless `withNote` asks for it: `withheld` then says that the digest is computed over one
 * field more than the file shows. Each export is in the audit, by the ticket's number.
 * Refuses `ticket_unknown`.
 */
export function exportProof(context: CommandContext, { id, withNote }: ParsedInputOf<'ticket.exportProof'>): OutputOf<'ticket.exportProof'> {
  const { db, tx, now } = context;
  const documentId = weighedTicket(db, id);
  const { number } = documentById.one(db, { id: documentId });
  const withheld = !withNote && ticketRow.one(db, { documentId }).note !== null;
  const text = canonicalText({
    format, withheld: withheld ? ['ticket.note'] : [], madeAt: new Date(now).toISOString(), howToCheck: { zh: zh.proof.howToCheck, en: en.proof.howToCheck },
    devices: devicesMet.all(db, {}),
    weighings: detailWeighings.all(db, { documentId }).map(({ grossReadingId: _gross, tareReadingId: _tare, ...weighing }) => weighing),
    weights: checkReadings(context, documentId).map(weightProof), document: documentProof(context, documentId, withheld),
  });
  writeAudit(tx, { at: now, userId: signedIn(context).rowId, op: 'ticket.exportProof', outcome: 'ok', code: withNote ? `${number} +note` : number, commandId: null, correlationId: null });
  return { name: `${number}-proof.json`, base64: Buffer.from(text, 'utf8').toString('base64'), sha256: sha256Hex(text) };
}
