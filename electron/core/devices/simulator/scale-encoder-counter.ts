import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { SILENCE, bytesOf, isBeyondRange, shownGrams, shownText, xorOfText } from './shown-text.ts';

const encodeShuangjie14: ScaleEncoder = (display) => {
  const shown = shownText(display).padStart(8);
  if (isBeyondRange(display) || shown.length > 8) return SILENCE;
  return bytesOf(`${display.digits < 0 ? '-' : '+'}${shown}${display.unit.padStart(3)}\r\n`);
};

/** Decimals counted from 0. */
const encodeBcdFf6: ScaleEncoder = (display) => {
  if (display.unit === 'g') return SILENCE;
  const shown = Math.abs(display.digits).toString().padStart(6, '0');
  const isBeyond = isBeyondRange(display) || shown.length > 6;
  const packed = Buffer.from(shown.slice(-6), 'hex').reverse();
  return Buffer.concat([Buffer.of(0xff, bcdStatus(display, isBeyond)), packed, Buffer.of(display.unit === 'kg' ? 0 : 1)]);
};

function bcdStatus(display: ScaleDisplay, isBeyond: boolean): number {
  return display.decimals + (display.digits < 0 || display.underload ? 0x20 : 0) + (display.stable ? 0x40 : 0) + (isBeyond ? 0x80 : 0);
}

/** Whole grams without a price; zero for whatever cannot be shown, blanks while the platform moves. */
const encodeDibalTisa: ScaleEncoder = (display) => {
  const grams = shownGrams(display);
  if (grams === null) return SILENCE;
  const cannotShow = isBeyondRange(display) || grams < 0 || grams > 99_999;
  const field = cannotShow ? '00000' : display.stable ? grams.toString().padStart(5, '0') : '     ';
  const payload = `990${field}0000000`;
  return bytesOf(`${payload}${String.fromCharCode(xorOfText(payload))}\r\n`);
};

export const counterEncoders: Readonly<Record<string, ScaleEncoder>> = {
  'shuangjie-14': encodeShuangjie14,
  'bcd-ff6': encodeBcdFf6,
  'dibal-tisa': encodeDibalTisa,
};
