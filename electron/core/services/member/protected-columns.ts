import type { FullRow } from '../../../../db/insert.ts';
import { checkIdentifier, isLandline, normaliseIdentifier } from '../../../domain/identifiers.ts';
import { Fault } from '../../platform/fault.ts';
import { maskAccount, maskPhone, maskResidentId } from '../../platform/masking.ts';
import type { FieldProtection } from '../../platform/protected-field.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';

export type PhoneColumns = Pick<FullRow<'member'>, 'phone_sealed' | 'phone_hash' | 'phone_tail_hash' | 'phone_masked'>;
export type ResidentColumns = Pick<FullRow<'member'>, 'resident_sealed' | 'resident_hash' | 'resident_tail_hash' | 'resident_masked'>;
export type AccountColumns = Pick<FullRow<'payee_account'>, 'account_sealed' | 'account_hash' | 'account_masked'>;

export const noPhone: PhoneColumns = { phone_sealed: null, phone_hash: null, phone_tail_hash: null, phone_masked: null };
export const noResident: ResidentColumns = { resident_sealed: null, resident_hash: null, resident_tail_hash: null, resident_masked: null };

/** The folder's field keys. Without them nothing protected can be written or opened: fault `key_missing`. */
export function fieldKeys(station: Station): FieldProtection {
  return station.keys?.fields ?? raiseMissing();
}

function raiseMissing(): never {
  throw new Fault('key_missing');
}

/** A mobile number, or a landline with its area code; refuses anything else as `phone_invalid`. */
export function checkedPhone(text: string): string {
  if (checkIdentifier('mobile', text).valid) return normaliseIdentifier('mobile', text);
  return isLandline(text) ? text.replace(/[\s-]/g, '') : refuse('phone_invalid');
}

/** A resident id that keeps GB 11643; refuses `resident_id_invalid` with what is wrong with it. */
export function checkedResidentId(text: string): string {
  const { valid, reason } = checkIdentifier('resident_id', text);
  return valid ? normaliseIdentifier('resident_id', text) : refuse('resident_id_invalid', { reason: reason ?? 'format' });
}

/** Sealed, masked and findable by keyed hash; the ULID of the row ties the sealed text to it. */
export function phoneColumns(fields: FieldProtection, phone: string, row: string): PhoneColumns {
  return {
    phone_sealed: fields.sealText('phone', phone, row), phone_hash: fields.lookupHash('phone', phone), phone_tail_hash: fields.lookupHash('phone_last4', phone.slice(-4)), phone_masked: maskPhone(phone),
  };
}

/** See {@link phoneColumns}. */
export function residentColumns(fields: FieldProtection, residentId: string, row: string): ResidentColumns {
  return {
    resident_sealed: fields.sealText('resident_id', residentId, row), resident_hash: fields.lookupHash('resident_id', residentId),
    resident_tail_hash: fields.lookupHash('resident_id_last4', residentId.slice(-4)), resident_masked: maskResidentId(residentId),
  };
}

/** See {@link phoneColumns}; `row` is the ULID of the account, not of the member. */
export function accountColumns(fields: FieldProtection, account: string, row: string): AccountColumns {
  return { account_sealed: fields.sealText('account', account, row), account_hash: fields.lookupHash('account', account), account_masked: maskAccount(account) };
}
