import type { ContractRow } from '../../../electron/contract/contract.ts';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { Product } from '../../../electron/contract/product.ts';
import { kilogramText, parseKilograms } from '../../../electron/domain/mass.ts';
import { parsePricePerJin, parsePricePerKilogram, pricePerJinText, priceText } from '../../../electron/domain/price.ts';

/** A contract as it is typed; the floor in the unit the product is traded in. */
export interface SignDraft {
  readonly memberId: string | null;
  readonly productId: string | null;
  readonly grade: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly quota: string;
  readonly floor: string;
  readonly paperNo: string;
  readonly signedOn: string | null;
  readonly note: string;
}

/** A new contract is signed today; a new version begins as the one it replaces. */
export function newSignDraft(before: ContractRow | null, memberId: string | null, today: string): SignDraft {
  if (before === null) return { memberId, productId: null, grade: null, validFrom: today, validTo: null, quota: '', floor: '', paperNo: '', signedOn: today, note: '' };
  return {
    memberId: before.memberId, productId: before.productId, grade: before.grade, validFrom: before.validFrom, validTo: before.validTo, quota: kilogramText(before.quotaGrams),
    floor: before.tradedUnit === 'jin' ? pricePerJinText(before.floorE4) : priceText(before.floorE4), paperNo: before.paperNo ?? '', signedOn: today, note: before.note ?? '',
  };
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is sent; null while something is missing or cannot be read. */
export function signInput(draft: SignDraft, product: Product | null, replacesId: string | null): InputOf<'contract.sign'> | null {
  const { memberId, grade, validFrom, validTo, signedOn } = draft;
  const quotaGrams = parseKilograms(draft.quota);
  const floorE4 = product?.tradedUnit === 'jin' ? parsePricePerJin(draft.floor) : parsePricePerKilogram(draft.floor);
  if (memberId === null || product === null || validFrom === null || validTo === null || signedOn === null || quotaGrams === null || floorE4 === null || quotaGrams <= 0 || floorE4 <= 0) return null;
  return { ...(replacesId === null ? {} : { replacesId }), memberId, productId: product.id, grade, validFrom, validTo, quotaGrams, floorE4, paperNo: textOrNull(draft.paperNo), signedOn, note: textOrNull(draft.note) };
}
