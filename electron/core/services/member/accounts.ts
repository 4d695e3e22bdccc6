import { accountsOfPayee, memberByUlid, payeeOfMember } from '../../../../db/queries/member.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { checkIdentifier } from '../../../domain/identifiers.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { MasterFields } from '../books/masters.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { accountColumns, fieldKeys } from './protected-columns.ts';
import { storedFields } from './save.ts';

type Account = ReturnType<typeof accountsOfPayee.all>[number];

function accountFields(account: Account): MasterFields<'payee_account'> {
  const { id: _id, ulid: _ulid, version: _version, ...fields } = account;
  return fields;
}

/**
 * Makes this the account the payee is paid to; the one before stays in the books, no longer active. A card number that breaks its check
 * digit is warned of as `account_check_failed` until it was typed twice: passbooks and company accounts need not keep that rule.
 * Where there is an account already, a second person agrees: an exchanged account takes all the money that is still to come. Refuses
 * `approval_required`.
 */
export function saveAccount(context: CommandContext, input: ParsedInputOf<'member.saveAccount'>): { id: string } {
  const member = memberByUlid.first(context.tx, { ulid: input.memberId }) ?? refuse('member_unknown');
  const account = input.account.replaceAll('-', '').toUpperCase();
  if (input.kind === 'card' && !input.typedTwice && !checkIdentifier('bank_card', account).valid) refuse('account_check_failed');
  const keys = fieldKeys(context.station);
  const payee = payeeOfMember.one(context.tx, { memberId: member.id });
  const known = accountsOfPayee.all(context.tx, { payeeId: payee.id });
  if (context.approver === null && known.some((row) => row.active === 1)) refuse('approval_required', { permission: 'approve.money' });
  const same = known.find((row) => row.account_hash === keys.lookupHash('account', account));
  for (const row of known) if (row.active === 1 && row !== same) reviseMaster(context, 'payee_account', row.ulid, { ...accountFields(row), active: 0 });
  const ulid = same?.ulid ?? context.station.ids.ulid();
  const fields: MasterFields<'payee_account'> = {
    payee_id: payee.id, bank_name: input.bankName, cnaps_code: input.cnapsCode, kind: input.kind, active: 1,
    ...(same ? { account_sealed: same.account_sealed, account_hash: same.account_hash, account_masked: same.account_masked } : accountColumns(keys, account, ulid)),
  };
  if (same) reviseMaster(context, 'payee_account', ulid, fields);
  else createMaster(context, 'payee_account', fields, ulid);
  reviseMaster(context, 'member', member.ulid, storedFields(member));
  return { id: ulid };
}

/** Opens the protected fields of one member. The audit log names the member: a look is an event of its own, however often it happens. */
export function revealMember(context: CommandContext, input: { id: string }): OutputOf<'member.reveal'> {
  const member = memberByUlid.first(context.tx, { ulid: input.id }) ?? refuse('member_unknown');
  const keys = fieldKeys(context.station);
  const payee = payeeOfMember.one(context.tx, { memberId: member.id });
  writeAudit(context.tx, { at: context.now, userId: context.user?.rowId ?? null, op: 'member.reveal', outcome: 'ok', code: member.code, commandId: null, correlationId: null });
  return {
    phone: member.phone_sealed === null ? null : keys.openText('phone', member.phone_sealed, member.ulid),
    residentId: member.resident_sealed === null ? null : keys.openText('resident_id', member.resident_sealed, member.ulid),
    accounts: accountsOfPayee.all(context.tx, { payeeId: payee.id }).map((account) => ({ id: account.ulid, account: keys.openText('account', account.account_sealed, account.ulid) })),
  };
}
