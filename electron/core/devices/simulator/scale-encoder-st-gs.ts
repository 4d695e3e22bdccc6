import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';

/** `ST,GS,+   7.86kg` lines as most no-name indicators send them. */
export const encodeStGs: ScaleEncoder = (display) => {
  const kind = display.net ? 'NT' : 'GS';
  if (display.overload || display.underload) return text(`OL,${kind},${display.underload ? '-' : '+'}       ${display.unit}`);
  return text(`${display.stable ? 'ST' : 'US'},${kind},${display.digits < 0 ? '-' : '+'}${number(display)}${display.unit}`);
};

function number(display: ScaleDisplay): string {
  const digits = Math.abs(display.digits).toString().padStart(display.decimals + 1, '0');
  const cut = digits.length - display.decimals;
  return (display.decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`).padStart(7, ' ');
}

function text(line: string): Uint8Array {
  return Buffer.from(`${line}\r\n`, 'latin1');
}
