/** A scale that nobody knows is asked about this often, however fast it speaks and however the question is answered. */
const askAgainMs = 1_000;

/** Remembers which scales spoke without being on the list. */
export interface UnlistedScales {
  /** True when the list is to be asked again because of this scale: at once the first time, then once a second while it stays unknown. `now` is milliseconds of a steady clock. */
  readonly asks: (scaleId: string, isListed: boolean, now: number) => boolean;
}

export function createUnlistedScales(): UnlistedScales {
  const askedAt = new Map<string, number>();
  return {
    asks: (scaleId, isListed, now) => {
      const before = askedAt.get(scaleId);
      if (isListed) askedAt.delete(scaleId);
      else if (before === undefined || now - before >= askAgainMs) askedAt.set(scaleId, now);
      else return false;
      return !isListed;
    },
  };
}
