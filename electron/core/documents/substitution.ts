/** A character that could not stand on the paper as it was stored; the person at the desk is told. */
export interface Substitution {
  /** `U+20BB7` */
  readonly codePoint: string;
  /** `boxed`: no font has it, the code point stands in a frame. `removed`: an invisible control or joining character. */
  readonly how: 'boxed' | 'removed';
}

/** Collects each substituted character once, in the order in which the paper meets them. */
export class SubstitutionList {
  readonly #found = new Map<string, Substitution>();

  add(codePoint: string, how: Substitution['how']): void {
    if (!this.#found.has(codePoint)) this.#found.set(codePoint, { codePoint, how });
  }

  list(): Substitution[] {
    return [...this.#found.values()];
  }

  /** The list so far, and begins a new one. */
  take(): Substitution[] {
    const taken = this.list();
    this.#found.clear();
    return taken;
  }
}
