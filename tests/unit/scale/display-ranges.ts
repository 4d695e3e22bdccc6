import fc from 'fast-check';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';

/** What the frames of a protocol can show as a weight. */
interface DisplayRange {
  readonly least: number;
  readonly most: number;
  readonly leastDecimals: number;
  /** While the platform moves the scale sends no weight. */
  readonly onlyStable: boolean;
}

const usual: DisplayRange = { least: -99_999, most: 999_999, leastDecimals: 0, onlyStable: false };

/** Where the frames show less than six digits of either sign. */
const narrower: Readonly<Record<string, Partial<DisplayRange>>> = {
  'toledo-8217': { least: 0, most: 99_999, leastDecimals: 3, onlyStable: true },
  'stx-decimal-cr': { least: 0, leastDecimals: 1 },
  'cas-enq': { most: 99_999 },
  // Zero is what such a scale answers to an overload too.
  'dibal-tisa': { least: 1, most: 99_999, leastDecimals: 3, onlyStable: true },
};

export function rangeOf(encoder: string): DisplayRange {
  return { ...usual, ...narrower[encoder] };
}

/** Any display in kilograms that the frames of the protocol can show. */
export function displayOf(encoder: string): fc.Arbitrary<ScaleDisplay> {
  const { least, most, leastDecimals, onlyStable } = rangeOf(encoder);
  return fc.record({
    digits: fc.integer({ min: least, max: most }), decimals: fc.integer({ min: leastDecimals, max: 3 }), unit: fc.constant('kg' as const),
    stable: onlyStable ? fc.constant(true) : fc.boolean(), net: fc.boolean(), tareDigits: fc.integer({ min: 0, max: 99_999 }), overload: fc.constant(false), underload: fc.constant(false),
  });
}

/** The display in grams, by plain arithmetic of its own. */
export function gramsText({ digits, decimals }: ScaleDisplay): string {
  return String(digits * 10 ** (3 - decimals));
}
