import type { DisplaySheet, PoleProfile } from '../../../contract/display.ts';
import type { LiveWeight } from '../../../contract/scale.ts';
import type { PoleLine } from '../../devices/display/pole-line.ts';
import { poleRows } from '../../devices/display/pole-rows.ts';

export interface CustomerDisplayParts {
  readonly emit: (sheet: DisplaySheet | null) => void;
  readonly openPole: (profile: PoleProfile) => PoleLine;
}

/** What the farmer sees, in a window or on a pole: the last sheet of the desk, kept in memory only, and the live weight beside it. */
export class CustomerDisplay {
  readonly #parts: CustomerDisplayParts;
  readonly #weights = new Map<string, LiveWeight>();
  #sheet: DisplaySheet | null = null;
  #pole: PoleLine | null = null;

  constructor(parts: CustomerDisplayParts) {
    this.#parts = parts;
  }

  get sheet(): DisplaySheet | null {
    return this.#sheet;
  }

  show(sheet: DisplaySheet): void {
    this.#put(sheet);
  }

  /** Nobody is at the desk any more: nothing of the last delivery stays in sight. */
  clear(): void {
    if (this.#sheet !== null) this.#put(null);
  }

  heard(live: LiveWeight): void {
    this.#weights.set(live.scaleId, live);
    if (live.scaleId === this.#scaleId()) this.#writePole();
  }

  /** Opens the pole display, another one, or none. */
  async configurePole(profile: PoleProfile | null): Promise<void> {
    const former = this.#pole;
    this.#pole = null;
    await former?.stop();
    if (profile === null) return;
    this.#pole = this.#parts.openPole(profile);
    this.#writePole();
  }

  async stop(): Promise<void> {
    await this.#pole?.stop();
    this.#pole = null;
  }

  #put(sheet: DisplaySheet | null): void {
    this.#sheet = sheet;
    this.#parts.emit(sheet);
    this.#writePole();
  }

  /** The scale the desk looks at; before it looks at one, the first that was heard. */
  #scaleId(): string | undefined {
    return this.#sheet?.scaleId ?? this.#weights.keys().next().value;
  }

  #writePole(): void {
    const scaleId = this.#scaleId();
    this.#pole?.show(poleRows(this.#sheet, scaleId === undefined ? null : this.#weights.get(scaleId) ?? null, this.#pole.charset));
  }
}
