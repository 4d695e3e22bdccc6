import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { SILENCE, bytesOf, isBeyondRange, shownGrams, shownText } from './shown-text.ts';

const MOST_COUNTER_GRAMS = 99_999;

/** An 8217 shows kilograms with three decimals, and answers with a status byte while it cannot weigh. */
const encode8217: ScaleEncoder = (display) => {
  const grams = shownGrams(display);
  if (grams === null) return SILENCE;
  const bits = counterBits(display, grams);
  if (bits !== 0) return Uint8Array.of(0x02, 0x3f, 0x40 + bits + (display.net ? 0x20 : 0), 0x0d);
  return bytesOf(`\u0002${shownText({ ...display, digits: grams, decimals: 3 }).padStart(6, '0')}${display.net ? 'N' : ''}\r`);
};

function counterBits(display: ScaleDisplay, grams: number): number {
  if (display.overload || grams > MOST_COUNTER_GRAMS) return 2;
  if (display.underload || grams < 0) return 4;
  return display.stable ? 0 : 1;
}

/** Always with a point; without a sign the scale has nothing to say below zero. */
const encodeStxDecimal: ScaleEncoder = (display) => {
  if (isBeyondRange(display) || display.digits < 0) return SILENCE;
  const shown = shownText(display);
  return bytesOf(`\u0002${(display.decimals === 0 ? `${shown}.0` : shown).padStart(7, '0')}\r`);
};

const encodeRicelake485: ScaleEncoder = (display) => {
  if (isBeyondRange(display)) return SILENCE;
  const shown = `${display.digits < 0 ? '-' : ''}${shownText(display)}`;
  return bytesOf(`\u00021${shown.padStart(8)} ${display.unit}\r\n\u0003\r`);
};

/** The Toledo counter scale and its small relatives. */
export const stxEncoders: Readonly<Record<string, ScaleEncoder>> = {
  'toledo-8217': encode8217,
  'stx-decimal-cr': encodeStxDecimal,
  'ricelake-485': encodeRicelake485,
};
