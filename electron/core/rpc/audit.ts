import type { WriteHandle } from '../../../db/connection.ts';
import { insertRow } from '../../../db/insert.ts';
import type { Station } from '../station.ts';

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

/** Writes one line in a transaction of its own. What happened has happened: a disk that refuses the line does not undo it, and the log file is the second witness. */
export function auditAside(station: Station, line: AuditLine): void {
  try {
    station.db.transact((tx) => writeAudit(tx, line));
  } catch (error) {
    station.log.error({ op: line.op, outcome: line.outcome, code: line.code, correlationId: line.correlationId, cause: String(error) }, 'audit line could not be written');
  }
}
