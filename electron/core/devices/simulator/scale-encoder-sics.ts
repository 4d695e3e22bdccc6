import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { bytesOf, shownText } from './shown-text.ts';

/** The answer to `SI`, sent as if somebody kept asking. */
export const encodeMtSics: ScaleEncoder = (display) => {
  if (display.overload) return bytesOf('S +\r\n');
  if (display.underload) return bytesOf('S -\r\n');
  return bytesOf(`S ${display.stable ? 'S' : 'D'} ${signedText(display).padStart(10)} ${display.unit}\r\n`);
};

/** The number shown, with a minus sign below zero. */
export function signedText(display: ScaleDisplay): string {
  return `${display.digits < 0 ? '-' : ''}${shownText(display)}`;
}
