import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { SILENCE, bytesOf, isBeyondRange, shownText, xorPair } from './shown-text.ts';

/** Replies of address 1 to `B` or `D`, sent as if somebody kept asking. */
const encodeCmdReply: ScaleEncoder = (display) => {
  const shown = Math.abs(display.digits).toString().padStart(6, '0');
  if (isBeyondRange(display) || shown.length > 6) return SILENCE;
  const payload = `A${display.net ? 'D' : 'B'}${display.digits < 0 ? '-' : '+'}${shown}${display.decimals}`;
  return bytesOf(`\u0002${payload}${xorPair(payload)}\u0003`);
};

/** Sign place and seven characters, zeros in front; null where the number does not fit or is beyond the range. */
function signedSeven(display: ScaleDisplay): string | null {
  const shown = shownText(display).padStart(7, '0');
  return isBeyondRange(display) || shown.length > 7 ? null : `${display.digits < 0 ? '-' : '0'}${shown}`;
}

const encodeEqMsb: ScaleEncoder = (display) => {
  const shown = signedSeven(display);
  return shown === null ? SILENCE : bytesOf(`=${shown}`);
};

const encodeEqLsb: ScaleEncoder = (display) => {
  const shown = signedSeven(display);
  return shown === null ? SILENCE : bytesOf(`=${[...shown].reverse().join('')}`);
};

/** Nobody has entered a price. */
const encodeEqPrice: ScaleEncoder = (display) => {
  const shown = signedSeven(display);
  return shown === null || display.unit === 'g' ? SILENCE : bytesOf(`=${shown}${display.unit};0000.00;0000.00`);
};

/** Seven characters with the sign in the first; without a point the last is blank. */
function narrowSeven(display: ScaleDisplay): string | null {
  const width = (display.decimals === 0 ? 6 : 7) - (display.digits < 0 ? 1 : 0);
  const shown = shownText(display).padStart(width, '0');
  return shown.length > width ? null : `${display.digits < 0 ? '-' : ''}${shown}`.padEnd(7);
}

const encodeA12eWg: ScaleEncoder = (display) => {
  const shown = narrowSeven(display);
  const payload = display.underload ? '         LO' : display.overload || shown === null ? '         OL' : `W${display.net ? 'N' : 'G'}${shown}${display.unit}`;
  return display.unit === 'g' ? SILENCE : bytesOf(`${payload}${xorPair(payload)}\r\n`);
};

const encodeA12Ww: ScaleEncoder = (display) => {
  const shown = narrowSeven(display);
  if (shown === null || isBeyondRange(display) || display.unit === 'g') return SILENCE;
  return bytesOf(`w${display.net ? 'n' : 'w'}${shown}${display.unit}\r\n`);
};

/** What Yaohua indicators send beside tF0; where nothing is known of an overload they fall silent. */
export const yaohuaEncoders: Readonly<Record<string, ScaleEncoder>> = {
  'yaohua-cmd-reply': encodeCmdReply,
  'yaohua-eq-lsb': encodeEqLsb,
  'yaohua-eq-msb': encodeEqMsb,
  'yaohua-eq-price': encodeEqPrice,
  'yaohua-a12e-wg': encodeA12eWg,
  'yaohua-a12-ww': encodeA12Ww,
};
