import type { ScaleEncoder } from './scale-display.ts';
import { bytesOf, isBeyondRange, shownText } from './shown-text.ts';

/** `ST,+00007.86 kg` lines of an A&D scale. */
export const encodeAndSt: ScaleEncoder = (display) => {
  const shown = shownText(display).padStart(8, '0');
  const unit = display.unit.padStart(3);
  if (isBeyondRange(display) || shown.length > 8) return bytesOf(`OL,${display.underload ? '-' : '+'}99999999${unit}\r\n`);
  return bytesOf(`${display.stable ? 'ST' : 'US'},${display.digits < 0 ? '-' : '+'}${shown}${unit}\r\n`);
};
