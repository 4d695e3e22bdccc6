import { useQueryOp } from '../../../../api/use-operation.ts';
import { useNow } from '../../../../app/use-now.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import type { StoredDraft } from '../draft/stored-drafts.ts';

/** Minutes after which a vehicle in the yard is pointed out, unless the station chose others. */
export const usualWarnMinutes = 120;
const minuteMs = 60_000;

/** The station's own limit. */
export function useWarnMinutes(): number {
  const settings = useQueryOp('setting.get', {});
  const chosen = settings.data?.ok === true ? settings.data.data.values['yard.warn_minutes'] : undefined;
  return typeof chosen === 'number' && chosen > 0 ? chosen : usualWarnMinutes;
}

/** Vehicles in the yard, the one that waits longest first. */
export function inYard(drafts: readonly StoredDraft[]): readonly StoredDraft[] {
  const since = ({ draft, state }: StoredDraft): number => state?.yard?.since ?? draft.updatedAt;
  return drafts.filter(({ draft }) => draft.state === 'yard').toSorted((left, right) => since(left) - since(right));
}

/** How long a draft has waited, in words, and whether that is too long; null for what was only put aside. */
export function useWaited(): (stored: StoredDraft) => { readonly words: string; readonly late: boolean } | null {
  const t = useText('yard');
  const now = useNow(minuteMs / 2);
  const limit = useWarnMinutes();
  return ({ draft, state }) => {
    if (draft.state !== 'yard' || state === null || state.yard === null) return null;
    const minutes = Math.max(0, Math.floor((now - state.yard.since) / minuteMs));
    return { words: minutes < 60 ? t('waited.minutes', { minutes }) : t('waited.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }), late: minutes >= limit };
  };
}
