import type { ScaleEncoder } from './scale-display.ts';

/** Frames as an XK3190 sends them in format tF0. Beyond its range the indicator stops sending, as some are seen to do. */
export const encodeYaohuaTf0: ScaleEncoder = (display) => {
  if (display.overload || display.underload) return new Uint8Array(0);
  const shown = Math.abs(display.digits).toString().padStart(6, '0').slice(-6);
  const payload = Buffer.from(`${display.digits < 0 ? '-' : '+'}${shown}${display.decimals}`, 'latin1');
  const check = payload.reduce((sum, byte) => sum ^ byte, 0).toString(16).toUpperCase().padStart(2, '0');
  return Buffer.concat([Buffer.of(2), payload, Buffer.from(check, 'latin1'), Buffer.of(3)]);
};
