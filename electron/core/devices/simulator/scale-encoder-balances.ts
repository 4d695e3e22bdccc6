import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { signedText } from './scale-encoder-sics.ts';
import { bytesOf, shownText } from './shown-text.ts';

const encodeOhaus: ScaleEncoder = (display) => {
  if (display.overload) return bytesOf('^^^^^^\r\n');
  if (display.underload) return bytesOf('______\r\n');
  return bytesOf(`${signedText(display).padStart(10)} ${display.unit.padEnd(4)}${display.stable ? ' ' : '?'}${display.net ? 'NET' : 'G'}\r\n`);
};

/** The short form; a blank unit says that the weight is not stable. */
const encodeSartoriusSbi: ScaleEncoder = (display) => {
  if (display.overload) return bytesOf('     High     \r\n');
  if (display.underload) return bytesOf('     Low      \r\n');
  return bytesOf(`${sign(display)} ${shownText(display).padStart(8)} ${(display.stable ? display.unit : '').padEnd(3)}\r\n`);
};

const encodeRadwag: ScaleEncoder = (display) => {
  const mark = display.overload ? '^' : display.underload ? 'v' : display.stable ? ' ' : '?';
  return bytesOf(`S  ${mark} ${display.digits < 0 ? '-' : ' '}${shownText(display).padStart(9)} ${display.unit.padEnd(3)}\r\n`);
};

function sign(display: ScaleDisplay): string {
  return display.digits < 0 ? '-' : '+';
}

export const balanceEncoders: Readonly<Record<string, ScaleEncoder>> = { ohaus: encodeOhaus, 'sartorius-sbi': encodeSartoriusSbi, radwag: encodeRadwag };
