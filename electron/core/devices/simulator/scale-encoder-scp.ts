import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { signedText } from './scale-encoder-sics.ts';
import { bytesOf, isBeyondRange } from './shown-text.ts';

const encodeSma: ScaleEncoder = (display) => {
  const state = display.overload ? 'O' : display.underload ? 'U' : display.digits === 0 ? 'Z' : ' ';
  const field = isBeyondRange(display) ? '----------' : signedText(display).padStart(10);
  return bytesOf(`\n${state}1${display.net ? 'N' : 'G'}${display.stable ? ' ' : 'M'} ${field}${display.unit.padEnd(3)}\r`);
};

/** With three status bytes, the third of which tells gross from net. */
const encodeNci: ScaleEncoder = (display) => {
  const status = String.fromCharCode(0x30 + (display.stable ? 0 : 1), 0x70 + rangeBits(display), 0x30 + (display.net ? 4 : 0));
  const field = display.overload ? '^^^^^^^' : display.underload ? '_______' : signedText(display).padStart(7);
  return bytesOf(`\n${field}${display.unit}\r\n${status}\r\u0003`);
};

function rangeBits(display: ScaleDisplay): number {
  if (display.overload) return 2;
  return display.underload ? 1 : 0;
}

export const scpEncoders: Readonly<Record<string, ScaleEncoder>> = { sma: encodeSma, nci: encodeNci };
