/** What the big display has to say. A weight that is not of this moment is `stale` and never looks like a live one. */
export type WeightView =
  /** `pressAgain`: the scale sends once on a key, and its key must be pressed once more. */
  | { readonly kind: 'live'; readonly grams: number; readonly stable: boolean | null; readonly pressAgain?: boolean }
  | { readonly kind: 'stale'; readonly grams: number; readonly ageSeconds: number }
  | { readonly kind: 'overload' | 'underload' | 'garbled' | 'waiting' | 'unplugged' | 'absent' };

/** May this weight be taken as a basket? Only a stable one of this moment; unknown stability counts as not stable. */
export function mayTake(view: WeightView): boolean {
  return view.kind === 'live' && view.stable === true && view.grams > 0;
}
