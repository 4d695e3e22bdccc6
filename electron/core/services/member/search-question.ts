import { normaliseIdentifier } from '../../../domain/identifiers.ts';
import type { FieldProtection } from '../../platform/protected-field.ts';

/** What the one search box means; null means no limit. */
export interface MemberQuestion {
  /** Compacted: lower case, without blanks and name dots. */
  readonly text: string;
  /** Latin letters and digits only: it may be the beginning of a sound or a code. */
  readonly isPlain: boolean;
  readonly phoneHash: string | null;
  readonly phoneTail: string | null;
  readonly residentTail: string | null;
  readonly kind: 'member' | 'non_member' | null;
  readonly status: 'active' | 'left' | null;
  readonly houseGroup: string | null;
}

/** Lower case and half width, without blanks and the dots inside names: what is typed and what is stored meet in this form. */
export const compact = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s·•・‧'’-]/g, '');

/** What stands before the code in the QR of a member's card. */
const cardMark = /^vsm1\|/;

interface Limits { readonly kind?: MemberQuestion['kind'] | undefined; readonly status?: MemberQuestion['status'] | undefined; readonly houseGroup?: string | undefined }

/** Reads the search box. Phone numbers and last digits are looked up by keyed hash, so without the folder's keys they find nothing. */
export function memberQuestion(fields: FieldProtection | null, typed: string, limits: Limits = {}): MemberQuestion {
  const text = compact(typed).replace(cardMark, '');
  const phone = normaliseIdentifier('mobile', text);
  const isTail = /^\d{3}[\dx]$/.test(text);
  return {
    text, isPlain: /^[a-z0-9]+$/.test(text),
    phoneHash: fields && /^\d{10,12}$/.test(phone) ? fields.lookupHash('phone', phone) : null,
    phoneTail: fields && isTail ? fields.lookupHash('phone_last4', text) : null,
    residentTail: fields && isTail ? fields.lookupHash('resident_id_last4', text.toUpperCase()) : null,
    kind: limits.kind ?? null, status: limits.status ?? null, houseGroup: limits.houseGroup ?? null,
  };
}
