import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { bytesOf, isBeyondRange, shownText, xorOfText } from './shown-text.ts';

/** Device 1, hold and print lamps out. */
const encodeCas22: ScaleEncoder = (display) => {
  const shown = `${display.digits < 0 ? '-' : ''}${shownText(display)}`.padStart(8);
  const isBeyond = isBeyondRange(display) || shown.length > 8;
  const status = isBeyond ? 'OL' : display.stable ? 'ST' : 'US';
  const field = !isBeyond ? shown : display.underload ? '-9999999' : '99999999';
  return bytesOf(`${status},${display.net ? 'NT' : 'GS'},\u0001${String.fromCharCode(lamps(display))},${field} ${display.unit.padStart(2)}\r\n`);
};

function lamps(display: ScaleDisplay): number {
  return 0x80 + (display.stable ? 0x40 : 0) + (display.net ? 0x02 : 0x04) + (display.digits === 0 ? 0x01 : 0);
}

/** The answer to DC1, sent as if somebody kept asking. Below its range such a scale answers that it is not ready. */
const encodeCasEnq: ScaleEncoder = (display) => {
  if (display.underload) return Uint8Array.of(0x15);
  const shown = shownText(display).padStart(6, '0');
  const isOver = display.overload || shown.length > 6;
  const payload = `${display.stable ? 'S' : 'U'}${isOver ? 'F999999' : `${display.digits < 0 ? '-' : ' '}${shown}`}${display.unit.padStart(2)}`;
  return bytesOf(`\u0001\u0002${payload}${String.fromCharCode(xorOfText(payload))}\u0003\u0004`);
};

export const casEncoders: Readonly<Record<string, ScaleEncoder>> = { 'cas-22': encodeCas22, 'cas-enq': encodeCasEnq };
