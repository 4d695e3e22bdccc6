import { z } from 'zod';
import { ulid } from '../../../../../electron/contract/fields.ts';
import type { AgreedShares } from '../../../../../electron/domain/agreed-shares.ts';
import { parseKilograms, type Grams } from '../../../../../electron/domain/mass.ts';
import { ownerShares, sharingWays, type OwnerShares, type SharingWay } from '../../../../../electron/domain/owner-shares.ts';
import { longestTyped, readNumberText, type NumberRules } from '../../../../ui/fields/number-text.ts';

/** How the households of one cart divide it, as typed; kept in the draft, so that nothing half-typed is lost. */
export const sharingSchema = z.object({ way: z.enum(sharingWays), typed: z.record(ulid, z.string().max(longestTyped)) }).strict();
export type Sharing = z.infer<typeof sharingSchema>;

/** Equal parts, until somebody says otherwise. */
export const equalParts: Sharing = { way: 'parts', typed: {} };

/** What may be typed for a share: whole parts, percent to the hundredth, kilograms to the gram. */
export const shareRules: Readonly<Record<SharingWay, NumberRules>> = {
  parts: { decimals: 0, wholeDigits: 6 },
  percent: { decimals: 2, wholeDigits: 3, ownUnits: ['%'] },
  weight: { decimals: 3, wholeDigits: 5, ownUnits: ['公斤', 'kg'] },
};

interface SharingState {
  readonly owners: ReadonlyArray<{ readonly memberId: string; readonly share: number }>;
  readonly sharing: Sharing;
}

/** The text of an owner's field; parts that were never typed stand as they are. */
export function shareText({ sharing }: SharingState, owner: SharingState['owners'][number]): string {
  return sharing.typed[owner.memberId] ?? (sharing.way === 'parts' ? String(owner.share) : '');
}

/** Two decimals are hundredths, three are thousandths: the digits after the point are filled up, never rounded. */
function hundredths(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.');
  return Number(whole + fraction.padEnd(2, '0'));
}

function entered(way: SharingWay, text: string): number | null {
  const read = readNumberText(text, shareRules[way]);
  if (!read.ok) return read.reason === 'empty' ? null : 0;
  if (way === 'weight') return parseKilograms(read.text);
  return way === 'percent' ? hundredths(read.text) : Number(read.text);
}

/** The shares of the owners in their order; one owner has everything, whatever was typed. */
export function sharesOf(state: SharingState, acceptedGrams: Grams): OwnerShares {
  if (state.owners.length < 2) return { shares: state.owners.map(() => 1), problem: null, left: 0 };
  return ownerShares(state.sharing.way, state.owners.map((owner) => entered(state.sharing.way, shareText(state, owner))), acceptedGrams);
}

/** Another way of dividing starts with nothing typed. */
export const sharedBy = (way: SharingWay): Sharing => ({ way, typed: {} });

/**
 * The division of an earlier ticket, as if it had been typed again. Kilograms were those of the earlier weighing, so the last household
 * is left open and takes what the new one leaves.
 */
export function sharedAsBefore({ way, figures }: AgreedShares, memberIds: readonly string[]): Sharing {
  const kept = way === 'weight' ? memberIds.slice(0, -1) : memberIds;
  return { way, typed: Object.fromEntries(kept.map((id, index) => [id, figures[index] ?? ''])) };
}

/** The next way, for one key that goes round. */
export const nextWay = (way: SharingWay): SharingWay => sharingWays[(sharingWays.indexOf(way) + 1) % sharingWays.length] ?? 'parts';

/** What was typed for those who still stand on the ticket. */
export function keptFor(sharing: Sharing, owners: SharingState['owners']): Sharing {
  return { ...sharing, typed: Object.fromEntries(Object.entries(sharing.typed).filter(([id]) => owners.some((owner) => owner.memberId === id))) };
}
