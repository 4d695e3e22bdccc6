import type { Operation } from '../../contract/define.ts';
import type { Approval } from '../../contract/envelope.ts';
import { mayRole } from '../../contract/permission.ts';
import type { Station } from '../station.ts';
import { checkPin } from './people.ts';
import { refuse } from './refusal.ts';
import type { SessionUser } from './session.ts';

/** Checks the second person before any transaction begins. Null when the operation takes no consent or none was given where it may be left out. */
export async function checkApproval(station: Station, op: string, operation: Operation, user: SessionUser | null, approval: Approval | undefined): Promise<SessionUser | null> {
  const rule = operation.approval;
  if (!rule) return null;
  if (!approval) return rule.required ? refuse('approval_required', { permission: rule.permission }) : null;
  const outcome = await checkPin(station, approval.user, approval.pin, `approval:${op}`);
  if (!outcome.ok) refuse(outcome.why === 'pin_locked' ? 'approval_locked' : 'approval_wrong_pin', { seconds: outcome.waitSeconds });
  if (user && outcome.user.rowId === user.rowId) refuse('approval_same_person');
  if (!mayRole(outcome.user.role, rule.permission)) refuse('approval_not_permitted', { name: outcome.user.name });
  return outcome.user;
}
