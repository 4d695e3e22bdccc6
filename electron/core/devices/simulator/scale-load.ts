/** How long the platform swings after something was put on it or taken off. */
export const SWING_MS = 1_400;

/** The load on the platform over time: put on, swing, settle. Times are milliseconds of one clock. */
export class ScaleLoad {
  #from = 0;
  #to = 0;
  #changedAt = Number.NEGATIVE_INFINITY;

  /** Puts so many grams on the platform instead of what was there. */
  change(grams: number, at: number): void {
    this.#from = Math.round(this.gramsAt(at));
    this.#to = grams;
    this.#changedAt = at;
  }

  /** Grams that lie on the platform, whether it still swings or not. */
  get lying(): number {
    return this.#to;
  }

  hasSettled(at: number): boolean {
    return at - this.#changedAt >= SWING_MS;
  }

  /**
   * What the cell feels: a damped swing about the new load. It imitates a machine and no amount is computed from it, so
   * fractions are in order; once settled it is the whole number of grams that was put on.
   */
  gramsAt(at: number): number {
    const elapsed = at - this.#changedAt;
    if (elapsed >= SWING_MS) return this.#to;
    const swing = Math.exp(-elapsed / 260) * Math.cos(elapsed / 70);
    return this.#to + (this.#from - this.#to) * swing;
  }
}
