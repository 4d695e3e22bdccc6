import type { Detection, Way } from '../../../../contract/scale-detection.ts';
import type { LineSettings, ScalePortAddress } from '../../../../contract/scale-profile.ts';
import type { Clock } from '../../../platform/clock.ts';
import { simulatedLine } from '../../simulator/simulated-line.ts';
import { SimulatedScale } from '../../simulator/scale-simulator.ts';
import type { PortParts } from '../port/open-port.ts';
import { openerOf } from '../port/open-port.ts';
import type { PortOpener } from '../port/scale-port.ts';
import type { ScaleProtocol } from '../protocols/protocol.ts';
import { line } from '../protocols/protocol.ts';
import { protocolOf, scaleProtocols } from '../protocols/protocol-table.ts';
import type { ScaleDesk } from '../scale-desk.ts';
import type { RecentFrame } from '../session/frame-ring.ts';
import { FrameRing } from '../session/frame-ring.ts';
import { ScaleDetection } from './scale-detection.ts';

export interface ScaleSearchParts extends PortParts {
  readonly desk: ScaleDesk;
  readonly clock: Clock;
  readonly emit: (detection: Detection) => void;
}

/** A search that nobody ends gives its port back by itself. */
const LONGEST_MS = 600_000;
/** What a trainee finds: the commonest indicator, at a speed that is not the first one tried. */
const PRACTICE = { protocol: 'yaohua-tf0', settings: line(1_200), grams: 12_340 } as const;
/** The practice load has lain there for a while. */
const SETTLED_MS = 10_000;

/** The search for what a scale speaks, one at a time. Scales set up on its port rest while it lasts. */
export class ScaleSearch {
  readonly #parts: ScaleSearchParts;
  #current: ScaleDetection | null = null;
  #cancelLimit: (() => void) | null = null;
  /** What came on the line that is listened to, and which line that is. */
  #ring = new FrameRing();
  #heardOn = '';

  constructor(parts: ScaleSearchParts) {
    this.#parts = parts;
  }

  /** How the last search stands; null when there was none. */
  view(): Detection | null {
    return this.#current?.view() ?? null;
  }

  /** The last frames of the way of reading that is watched, sound or not, oldest first. */
  recentFrames(): readonly RecentFrame[] {
    return this.#ring.list();
  }

  /** Ends the search before it and begins another; resolves as soon as it is under way. */
  async start(detectionId: string, port: ScalePortAddress, chosen: { readonly protocol: ScaleProtocol; readonly way: Way } | null): Promise<void> {
    await this.stop();
    const { desk, clock, timers, emit } = this.#parts;
    // Another pattern on the same line: what came before is read again with it.
    const heardOn = JSON.stringify([port, chosen === null ? detectionId : chosen.protocol.key, chosen?.way.line ?? null]);
    if (heardOn !== this.#heardOn) this.#ring = new FrameRing();
    this.#heardOn = heardOn;
    const resume = await desk.lend(port);
    const detection = new ScaleDetection({
      detectionId, chosen, protocols: scaleProtocols, hasLines: port.kind === 'serial' || port.kind === 'simulator', openAt: this.#openAt(port), clock, timers, onView: emit, ring: this.#ring,
    });
    this.#current = detection;
    this.#cancelLimit = timers.after(LONGEST_MS, () => void detection.stop());
    void detection.run().finally(resume);
  }

  /** Resolves when the port is free and the resting scales go on. */
  async stop(): Promise<void> {
    this.#cancelLimit?.();
    await this.#current?.stop();
  }

  #openAt(port: ScalePortAddress): (settings: LineSettings | null) => PortOpener {
    const { clock, timers } = this.#parts;
    if (port.kind !== 'simulator') return (settings) => openerOf(port, settings ?? line(9_600), {}, this.#parts);
    const protocol = protocolOf(PRACTICE.protocol);
    if (protocol === null) throw new Error('the practice scale needs its protocol');
    const scale = new SimulatedScale({ protocol: protocol.key, capacityGrams: 60_000, intervalGrams: 10, seed: 1 });
    scale.put(PRACTICE.grams, clock.monotonic() - SETTLED_MS);
    return simulatedLine({ scale, protocol, sends: PRACTICE.settings, speaks: 'by itself', clock, timers });
  }
}
