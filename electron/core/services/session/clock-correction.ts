import { openDocument } from '../books/documents.ts';
import type { CommandContext } from '../../rpc/handler.ts';

/** Books what the clock was found to be and that two people confirmed the time; numbering goes on once this document is committed. */
export function clockCorrectionRow(context: CommandContext, finding: string, reason: string): void {
  const { station, now } = context;
  const { clockGuard } = station;
  const lastEventAt = clockGuard.lastEventAt() ?? now;
  const believed: CommandContext = { ...context, station: { ...station, clockGuard: { ...clockGuard, finding: () => 'ok', quality: () => 'corrected' } } };
  context.afterCommit(() => clockGuard.confirm());
  const document = openDocument(believed, { type: 'clock_correction', reason });
  document.add('clock_correction', { document_id: document.id, finding, clock_said: now, last_event_at: lastEventAt });
  document.seal({ payload: { finding, clockSaid: now, lastEventAt } });
}
