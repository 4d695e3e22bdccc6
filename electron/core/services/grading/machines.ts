import { gradeMachine, gradeMachineNamed, gradeMachines } from '../../../../db/queries/grading.queries.ts';
import type { ReadHandle } from '../../../../db/connection.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { isMachineSecret, machineSecretHash, newMachineSecret } from '../../platform/machine-secret.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';

export const listMachines = ({ db }: QueryContext): OutputOf<'grading.machines'> =>
  ({ rows: gradeMachines.all(db, {}).map(({ ulid, version, name, active }) => ({ id: ulid, version, name, active: active === 1 })) });

/**
 * Keeps a machine; a new one always gets a secret. The reply holds it in clear and is therefore not stored, so the audit line is written here.
 * Refuses `machine_unknown` and `machine_twice`.
 */
export function saveMachine(context: CommandContext, input: ParsedInputOf<'grading.saveMachine'>): OutputOf<'grading.saveMachine'> {
  const stored = input.id === null ? undefined : gradeMachine.first(context.tx, { ulid: input.id }) ?? refuse('machine_unknown');
  const namesake = gradeMachineNamed.first(context.tx, { name: input.name });
  if (namesake && namesake.ulid !== input.id) refuse('machine_twice');
  const secret = stored === undefined || input.newSecret ? newMachineSecret() : null;
  const fields = { name: input.name, active: input.active ? 1 : 0, secret_hash: secret === null ? stored?.secret_hash ?? '' : machineSecretHash(secret) };
  if (stored) reviseMaster(context, 'grade_machine', stored.ulid, fields);
  const id = stored?.ulid ?? createMaster(context, 'grade_machine', fields).ulid;
  writeAudit(context.tx, { at: context.now, userId: signedIn(context).rowId, op: 'grading.saveMachine', outcome: 'ok', code: id, commandId: null, correlationId: null });
  return { id, secret };
}

/** The machine that proves itself by its secret. Refuses `machine_unknown` (also one out of use) and `machine_secret_wrong`. */
export function provenMachine(db: ReadHandle, { machineId, secret }: { readonly machineId: string; readonly secret: string }) {
  const machine = gradeMachine.first(db, { ulid: machineId });
  if (machine?.active !== 1) refuse('machine_unknown');
  return isMachineSecret(secret, machine.secret_hash) ? machine : refuse('machine_secret_wrong');
}
