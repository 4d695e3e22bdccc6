import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { signedText } from './scale-encoder-sics.ts';
import { bytesOf, shownText } from './shown-text.ts';

const encodeDiniArgeo: ScaleEncoder = (display) => {
  const state = display.overload ? 'OL' : display.underload ? 'UL' : display.stable ? 'ST' : 'US';
  return bytesOf(`${state},${display.net ? 'NT' : 'GS'},${signedText(display).padStart(8)},${display.unit.padEnd(2)}\r\n`);
};

const encodeCondec: ScaleEncoder = (display) => {
  const state = display.overload || display.underload ? 'O' : display.stable ? ' ' : 'M';
  return bytesOf(`\u0002${minus(display)}${shownText(display).padStart(7)}${display.unit.slice(0, 1).toUpperCase()}${display.net ? 'N' : 'G'}${state}\r\n`);
};

/** The second format, whose unit is blank while the weight moves. */
const encodePt200: ScaleEncoder = (display) => {
  const state = display.overload ? 'O' : display.underload ? 'U' : display.net ? 'N' : 'G';
  const rest = `${display.stable ? ' ' : 'M'}${display.digits === 0 ? 'Z' : ' '}1${(display.stable ? display.unit : '').padEnd(3)}`;
  return bytesOf(`\u0002${minus(display)}${shownText(display).padStart(7)}${state}${rest}\u0003`);
};

const encodeGramPc0: ScaleEncoder = (display) => {
  const bits = (display.net ? 2 : 1) + (display.digits === 0 ? 8 : 0) + (display.stable ? 64 : 0);
  const field = display.overload ? '^^^^^^^' : display.underload ? '_______' : shownText(display).padStart(7);
  return bytesOf(`\u0002${String.fromCharCode(0x20 + bits)}${minus(display)}${field}${display.unit.padEnd(2)}\r\u0003`);
};

function minus(display: ScaleDisplay): string {
  return display.digits < 0 || display.underload ? '-' : ' ';
}

export const indicatorEncoders: Readonly<Record<string, ScaleEncoder>> = {
  'dini-argeo': encodeDiniArgeo, condec: encodeCondec, pt200: encodePt200, 'gram-pc0': encodeGramPc0,
};
