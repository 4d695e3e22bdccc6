import { modbusCrc } from '../scale/requests/modbus-request.ts';
import type { ScaleDisplay, ScaleEncoder } from './scale-display.ts';
import { signedText } from './scale-encoder-sics.ts';
import { SILENCE, bytesOf, isBeyondRange } from './shown-text.ts';

const ADDRESS = 1;

/** The answer of address 1: the number shown as a binary fraction in two registers, high word first; out of range an exception. */
const encodeModbusRtu: ScaleEncoder = (display) => {
  const body = isBeyondRange(display) ? Buffer.of(ADDRESS, 0x83, 4) : Buffer.concat([Buffer.of(ADDRESS, 3, 4), fractionOf(display)]);
  const sum = modbusCrc(body);
  return Buffer.concat([body, Buffer.of(sum & 0xff, sum >> 8)]);
};

function fractionOf({ digits, decimals }: ScaleDisplay): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatBE(digits / 10 ** decimals);
  return bytes;
}

const UNITS = { g: 2, kg: 3, lb: 12 } as const;
const MOST_DIGITS = 0xffff;

const encodeUsbHid: ScaleEncoder = (display) => {
  const isOver = display.overload || display.digits > MOST_DIGITS;
  const digits = isOver || display.digits < 0 ? 0 : display.digits;
  return Uint8Array.of(3, hidStatus(display, isOver), UNITS[display.unit], (256 - display.decimals) & 0xff, digits & 0xff, digits >> 8);
};

function hidStatus(display: ScaleDisplay, isOver: boolean): number {
  if (isOver) return 6;
  if (display.underload || display.digits < 0) return 5;
  if (!display.stable) return 3;
  return display.digits === 0 ? 2 : 4;
}

/** A scale that no protocol describes: the number and its unit on a line. */
const encodeGenericLine: ScaleEncoder = (display) => (isBeyondRange(display) ? SILENCE : bytesOf(`${signedText(display).padStart(8)} ${display.unit}\r\n`));

export const registerEncoders: Readonly<Record<string, ScaleEncoder>> = { 'modbus-rtu': encodeModbusRtu, 'usb-hid': encodeUsbHid, 'generic-line': encodeGenericLine };
