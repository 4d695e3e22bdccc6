import type { WriteHandle } from '../../../db/connection.ts';
import { insertRow } from '../../../db/insert.ts';

export interface AuditLine {
  readonly at: number;
  readonly userId: number | null;
  readonly op: string;
  readonly outcome: 'ok' | 'refused' | 'fault' | 'bug' | 'pin_failed';
  readonly code: string | null;
  readonly commandId: string | null;
  readonly correlationId: string | null;
}

/** Writes one line of the audit log. Refusals and faults are written outside the transaction that was rolled back. */
export function writeAudit(tx: WriteHandle, line: AuditLine): void {
  insertRow(tx, 'audit', {
    at: line.at, user_id: line.userId, op: line.op, outcome: line.outcome, code: line.code, command_id: line.commandId, correlation_id: line.correlationId,
  });
}
