import { randomBytes } from 'node:crypto';
import { asStorageError } from '../../../db/storage-error.ts';
import type { StorageKind } from '../../../db/storage-error.ts';
import { commonRefusals } from '../../contract/define.ts';
import type { Envelope } from '../../contract/envelope.ts';
import { RuleError } from '../../domain/rule-error.ts';
import type { FaultCode } from '../platform/fault.ts';
import { Fault } from '../platform/fault.ts';
import type { Station } from '../station.ts';
import { auditAside } from './audit.ts';
import { Refusal } from './refusal.ts';

const storageFaults: Readonly<Record<StorageKind, FaultCode>> = {
  locked: 'database_locked', full: 'disk_full', corrupt: 'database_corrupt', read_only: 'database_read_only', not_a_database: 'database_corrupt',
  from_future: 'database_from_future', migration_failed: 'migration_failed', unopenable: 'file_unreadable', io: 'disk_trouble',
};

/** The fault behind an error of the world, or null when the error is a refusal or a bug. */
export function asFault(error: unknown): Fault | null {
  if (error instanceof Fault) return error;
  const storage = asStorageError(error);
  return storage ? new Fault(storageFaults[storage.kind], {}, error) : null;
}

interface FailedCall { readonly op: string; readonly userId: number | null; readonly commandId: string | null; readonly declared: readonly string[]; readonly isQuestion: boolean }

function audit(station: Station, call: FailedCall, outcome: 'refused' | 'fault' | 'bug', code: string, correlationId: string | null): void {
  auditAside(station, { at: station.clock.now(), userId: call.userId, op: call.op, outcome, code, commandId: call.commandId, correlationId });
}

/** A question that cannot be answered as it was asked is no event, and windows ask all the time; that somebody may not ask is one. */
const isEvent = ({ isQuestion }: FailedCall, code: string): boolean => !isQuestion || (commonRefusals as readonly string[]).includes(code);

/** Turns whatever a handler threw into what the caller gets: a refusal, a fault, or a bug with a correlation id. The three are never mixed. */
export function failedEnvelope(station: Station, call: FailedCall, error: unknown): Envelope<never> {
  if (error instanceof RuleError) return failedEnvelope(station, call, call.declared.includes(error.code) ? new Refusal(error.code, { field: error.field }) : new Refusal('rule_broken', { rule: error.code, field: error.field }));
  if (error instanceof Refusal && call.declared.includes(error.code)) {
    if (isEvent(call, error.code)) audit(station, call, 'refused', error.code, null);
    return { ok: false, refusal: { code: error.code, params: error.params } };
  }
  const correlationId = randomBytes(4).toString('hex').toUpperCase();
  const fault = asFault(error);
  station.log.error({ op: call.op, correlationId, err: error, cause: fault?.cause }, fault ? 'fault' : 'bug');
  audit(station, call, fault ? 'fault' : 'bug', fault?.code ?? 'internal', correlationId);
  return { ok: false, fault: { code: fault?.code ?? 'internal', params: fault?.params ?? {}, correlationId } };
}
