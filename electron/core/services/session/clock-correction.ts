import { openDocument } from '../books/documents.ts';
import type { CommandContext } from '../../rpc/handler.ts';

/** The context of what confirms the clock itself: it is written as believed, and believed for good only once it is committed. */
export function believing(context: CommandContext): CommandContext {
  const { clockGuard } = context.station;
  const quality = clockGuard.finding() === 'rested_confirm' ? 'ok' : 'corrected';
  return { ...context, station: { ...context.station, clockGuard: { ...clockGuard, finding: () => 'ok', quality: () => quality } } };
}

/** Books what the clock was found to be and that two people confirmed the time; numbering goes on once this document is committed. */
export function clockCorrectionRow(context: CommandContext, finding: string, reason: string): void {
  const { station, now } = context;
  const { clockGuard } = station;
  const lastEventAt = clockGuard.lastEventAt() ?? now;
  context.afterCommit(() => clockGuard.confirm());
  const document = openDocument(believing(context), { type: 'clock_correction', reason });
  document.add('clock_correction', { document_id: document.id, finding, clock_said: now, last_event_at: lastEventAt });
  document.seal({ payload: { finding, clockSaid: now, lastEventAt } });
}
