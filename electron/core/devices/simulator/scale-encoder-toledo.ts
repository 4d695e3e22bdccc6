import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';

/** Toledo continuous with the check byte (18 bytes). */
export const encodeToledoChecked: ScaleEncoder = (display) => {
  const frame = encodeToledoBare(display);
  const low = frame.reduce((sum, byte) => sum + byte, 0) % 128;
  return Buffer.concat([frame, Buffer.of((128 - low) % 128)]);
};

/** Toledo continuous without the check byte (17 bytes). */
export const encodeToledoBare: ScaleEncoder = (display) =>
  Buffer.from(`\u0002${statusBytes(display)}${field(display.digits)}${field(display.tareDigits)}\r`, 'latin1');

function statusBytes(display: ScaleDisplay): string {
  const statusA = 0b0010_1000 + display.decimals + 2;
  let statusB = 0b0010_0000;
  if (display.net) statusB += 1;
  if (display.digits < 0 || display.underload) statusB += 2;
  if (display.overload || display.underload) statusB += 4;
  if (!display.stable) statusB += 8;
  if (display.unit === 'kg') statusB += 16;
  return String.fromCharCode(statusA, statusB, display.unit === 'g' ? 0b0010_0001 : 0b0010_0000);
}

function field(digits: number): string {
  return Math.abs(digits).toString().padStart(6, ' ').slice(-6);
}
