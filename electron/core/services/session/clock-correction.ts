import { openDocument } from '../books/documents.ts';
import type { CommandContext } from '../../rpc/handler.ts';

/** Books what the clock was found to be and that two people confirmed the time; numbering goes on from this document. */
export function clockCorrectionRow(context: CommandContext, finding: string, reason: string): void {
  const { station, now } = context;
  const lastEventAt = station.clockGuard.lastEventAt() ?? now;
  station.clockGuard.confirm();
  const document = openDocument(context, { type: 'clock_correction', reason });
  document.add('clock_correction', { document_id: document.id, finding, clock_said: now, last_event_at: lastEventAt });
  document.seal({ payload: { finding, clockSaid: now, lastEventAt } });
}
