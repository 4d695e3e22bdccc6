import { z } from 'zod';
import { modbusRequest } from './modbus-request.ts';
import { yaohuaRequest } from './yaohua-request.ts';

/** A whole number, or its text, decimal or with `0x`. */
const numberText = z.union([z.number().int(), z.string().regex(/^(0x[0-9a-fA-F]{1,8}|\d{1,9})$/)]).transform(Number);

export const scaleRequestSchema = z.object({
  protocol: z.string(), address: numberText.optional(), command: z.string().max(40).optional(), register: numberText.optional(), count: numberText.optional(),
});
export type ScaleRequest = z.output<typeof scaleRequestSchema>;

const text = (characters: string): Uint8Array => Buffer.from(characters, 'latin1');

/** Requests by name where the bytes are not the command's own letters. */
const ENQ_BYTES: Readonly<Record<string, number>> = { enq: 0x05, weight: 0x11, dc1: 0x11, prices: 0x12, dc2: 0x12 };

/** An 8217 takes single letters, and `E` with what it shall send back. */
const COUNTER_COMMAND = /^([A-Z]|E[\x20-\x7e]{1,20})$/;

/** Commands of Mettler-Toledo: capitals, perhaps a number and parameters. */
const SICS_COMMAND = /^(?:@|[A-Z]{1,4}\d{0,3}(?: [\x20-\x7e]{1,30})?)$/;
const ONE_LETTER = /^[A-Z]$/;
/** Sartorius: a letter, or a small letter with a number and an underscore. */
const SBI_COMMAND = /^(?:[A-Z]|[a-z]\d{1,2}_)$/;
const LAST_SHARED_ADDRESS = 99;

const makers: Readonly<Record<string, (request: ScaleRequest) => Uint8Array | null>> = {
  'yaohua-cmd': ({ address, command }) => yaohuaRequest(address ?? 1, command ?? 'B'),
  'modbus-rtu': ({ address, register, count }) => modbusRequest(address ?? 1, register ?? 0, count ?? 1),
  'mt-sics': ({ command = 'S' }) => framed(SICS_COMMAND, '', command, '\r\n'),
  'kern-kcp': ({ command = 'S' }) => framed(SICS_COMMAND, '', command, '\r\n'),
  'toledo-8217': ({ command = 'W' }) => (COUNTER_COMMAND.test(command) ? text(command) : null),
  sma: ({ command = 'W' }) => framed(ONE_LETTER, '\n', command, '\r'),
  nci: ({ command = 'W' }) => framed(ONE_LETTER, '', command, '\r'),
  'cas-enq': ({ command }) => {
    const byte = ENQ_BYTES[(command ?? 'enq').toLowerCase()];
    return byte === undefined ? null : Uint8Array.of(byte);
  },
  'dini-argeo': ({ address, command = 'READ' }) => diniRequest(address, command),
  'sartorius-sbi': ({ command = 'P' }) => framed(SBI_COMMAND, '\u001b', command, '\r\n'),
};

function framed(fits: RegExp, before: string, command: string, after: string): Uint8Array | null {
  return fits.test(command) ? text(`${before}${command}${after}`) : null;
}

/** On a shared line two digits of address stand in front. */
function diniRequest(address: number | undefined, command: string): Uint8Array | null {
  if (address !== undefined && (address < 0 || address > LAST_SHARED_ADDRESS)) return null;
  return framed(/^[A-Z]{1,12}$/, address === undefined ? '' : String(address).padStart(2, '0'), command, '\r\n');
}

/** The bytes that ask a scale; null where the protocol takes no requests or the request does not fit it. */
export function scaleRequestBytes(request: ScaleRequest): Uint8Array | null {
  const make = Object.hasOwn(makers, request.protocol) ? makers[request.protocol] : undefined;
  return make === undefined ? null : make(request);
}

/** Protocols that take requests. */
export const requestProtocols: readonly string[] = Object.keys(makers);
