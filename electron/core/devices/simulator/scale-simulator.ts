import type { ScaleFault } from '../../../contract/scale.ts';
import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { scaleEncoders } from './scale-encoders.ts';
import { line } from '../scale/protocols/protocol.ts';
import { heardAs } from './heard-as.ts';
import { ScaleLoad } from './scale-load.ts';
import { ScaleNoise } from './scale-noise.ts';

export interface SimulatedScaleOptions {
  readonly protocol: string;
  /** Beyond it the display shows overload. */
  readonly capacityGrams: number;
  /** Step of the display. */
  readonly intervalGrams: number;
  readonly seed: number;
}

/** One frame in so many is spoilt while the noise is on. */
const NOISE_ONE_IN = 4;

/**
 * A scale made of nothing: what lies on it is set by hand, and it answers with frames of a real protocol. `cable_out` is the port's affair:
 * the scale goes on sending into the air; with `wrong_baud` it sends at half the speed it is heard at.
 */
export class SimulatedScale {
  readonly #encode: ScaleEncoder;
  readonly #options: SimulatedScaleOptions;
  readonly #load = new ScaleLoad();
  readonly #noise: ScaleNoise;
  readonly #faults = new Set<ScaleFault>();
  #tareGrams = 0;

  constructor(options: SimulatedScaleOptions) {
    const encode = scaleEncoders[options.protocol];
    if (encode === undefined) throw new Error(`the simulator does not speak ${options.protocol}`);
    this.#encode = encode;
    this.#options = options;
    this.#noise = new ScaleNoise(options.seed);
  }

  /** Puts goods of so many grams on the empty platform. `at` is the time in milliseconds. */
  put(grams: number, at: number): void {
    this.#load.change(grams, at);
  }

  remove(at: number): void {
    this.#load.change(0, at);
  }

  /** Grams on the platform. */
  get onGrams(): number {
    return this.#load.lying;
  }

  get faults(): readonly ScaleFault[] {
    return [...this.#faults];
  }

  /** Takes what lies on the platform as tare, as the key on the indicator does. */
  tare(at: number): void {
    this.#tareGrams = Math.round(this.#load.gramsAt(at));
  }

  setFault(fault: ScaleFault, on: boolean): void {
    if (on) this.#faults.add(fault);
    else this.#faults.delete(fault);
  }

  hasFault(fault: ScaleFault): boolean {
    return this.#faults.has(fault);
  }

  /** The bytes of the next frame; none where the real indicator would be silent. */
  frameAt(at: number): Uint8Array {
    const sent = this.#encode(this.#displayAt(at));
    const frame = this.#faults.has('wrong_baud') ? heardAs(sent, line(4_800), line(9_600)) : sent;
    return this.#faults.has('noise') && this.#noise.next(NOISE_ONE_IN) === 0 ? this.#noise.spoil(frame) : frame;
  }

  #displayAt(at: number): ScaleDisplay {
    const { intervalGrams, capacityGrams } = this.#options;
    const isRestless = this.#faults.has('unstable');
    const grams = this.#load.gramsAt(at) + (isRestless ? (this.#noise.next(41) - 20) * intervalGrams : 0);
    const steps = Math.round((grams - this.#tareGrams) / intervalGrams);
    return {
      digits: steps * intervalGrams / gramsPerDigit(intervalGrams), decimals: decimalsOf(intervalGrams), unit: 'kg',
      stable: !isRestless && this.#load.hasSettled(at), net: this.#tareGrams !== 0, tareDigits: Math.round(this.#tareGrams / gramsPerDigit(intervalGrams)),
      overload: this.#faults.has('overload') || grams > capacityGrams, underload: false,
    };
  }
}

/** A kilogram display with the decimals that its step needs: 5 g shows 0.005, 10 g shows 0.01. */
function decimalsOf(intervalGrams: number): number {
  if (intervalGrams % 1_000 === 0) return 0;
  if (intervalGrams % 100 === 0) return 1;
  return intervalGrams % 10 === 0 ? 2 : 3;
}

function gramsPerDigit(intervalGrams: number): number {
  return 10 ** (3 - decimalsOf(intervalGrams));
}
