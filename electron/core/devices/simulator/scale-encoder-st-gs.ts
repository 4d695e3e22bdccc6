import type { ScaleEncoder } from './scale-display.ts';
import { bytesOf, isBeyondRange, shownText } from './shown-text.ts';

/** `ST,GS,+   7.86kg` lines as most no-name indicators send them. */
export const encodeStGs: ScaleEncoder = (display) => {
  const kind = display.net ? 'NT' : 'GS';
  if (isBeyondRange(display)) return bytesOf(`OL,${kind},${display.underload ? '-' : '+'}       ${display.unit}\r\n`);
  return bytesOf(`${display.stable ? 'ST' : 'US'},${kind},${display.digits < 0 ? '-' : '+'}${shownText(display).padStart(7)}${display.unit}\r\n`);
};
