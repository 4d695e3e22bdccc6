import { toGrams } from '../../../../domain/mass.ts';
import type { Reading, ReadingStatus } from '../../../../domain/reading.ts';
import { isCountUnit, massUnitOf } from './unit-text.ts';

/** What a protocol found in a frame that carries a weight or a tare. */
export interface FoundWeight {
  readonly value: string;
  /** As sent, or the unit of the site; null when neither is known. */
  readonly unit: string | null;
  readonly stable: boolean | null;
  readonly net: boolean | null;
  readonly tare: string | null;
  readonly raw: string;
}

/** A frame that shows a weight. A unit that is no unit of mass makes it `bad_unit`, without a value. */
export function weightReading(found: FoundWeight): Reading {
  return massReading(found, 'ok');
}

/** A frame that names its unit: a count of pieces and a percentage are no weight. */
export function unitReading(found: FoundWeight & { readonly unit: string }): Reading {
  const { unit, stable, net, raw } = found;
  return isCountUnit(unit) ? otherReading('not_weight', raw, { unit, stable, net }) : weightReading(found);
}

/** A frame that shows the tare and no weight: its value stands in `value` and in `tare`, its status is never `ok`. */
export function tareReading(value: string, unit: string | null, raw: string): Reading {
  return massReading({ value, unit, stable: null, net: null, tare: value, raw }, 'tare');
}

/** A frame without a usable weight. */
export function otherReading(status: ReadingStatus, raw: string, known: Partial<Reading> = {}): Reading {
  return {
    value: null, unit: known.unit ?? null, grams: null, stable: known.stable ?? null, net: known.net ?? null, tare: known.tare ?? null, status, raw,
  };
}

function massReading(found: FoundWeight, status: 'ok' | 'tare'): Reading {
  const { value, stable, net, tare, raw } = found;
  if (found.unit === null) return { value, unit: null, grams: null, stable, net, tare, status, raw };
  const unit = massUnitOf(found.unit);
  const mass = unit === null ? null : toGrams(value, unit);
  if (mass === null) return otherReading('bad_unit', raw, { unit: found.unit, stable, net });
  return { value, unit, grams: mass.grams, stable, net, tare, status, raw };
}
