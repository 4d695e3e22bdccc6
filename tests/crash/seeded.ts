/** A small seeded generator (mulberry32), so that a failing run can be repeated from the seed it printed. */
export interface Dice {
  /** Whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (below) => next() % below,
    pick(list) {
      const found = list[next() % list.length];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}
