import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import { yaohuaRequest } from '../../requests/yaohua-request.ts';
import type { SafePoll, ScaleProtocol } from '../protocol.ts';
import { line } from '../protocol.ts';
import { yaohuaA12WwDecoder } from './yaohua-a12-ww.scale.ts';
import { yaohuaA12eWgDecoder } from './yaohua-a12e-wg.scale.ts';
import { yaohuaAddress } from './yaohua-address.ts';
import { yaohuaCmdReplyDecoder } from './yaohua-cmd-reply.scale.ts';
import { yaohuaEqPriceDecoder } from './yaohua-eq-price.scale.ts';
import { yaohuaEqLsbDecoder, yaohuaEqMsbDecoder } from './yaohua-eq.scale.ts';
import { yaohuaTf0Decoder } from './yaohua-tf0.scale.ts';

/** Weighbridge models are mostly found at 1200, the others at 9600. */
const usualLines: ScaleProtocol['lines'] = [line(9600), line(1200), line(4800), line(2400), line(600)];

/** Addresses of the menu; nearly every indicator is left at the first, and a line of several begins there. */
const addresses = Array.from({ length: 26 }, (_, at) => at + 1);
const USUAL_ADDRESSES = 3;

function readGross({ address = 1 }: DecoderConfig): SafePoll | null {
  const letter = yaohuaAddress(address);
  const bytes = letter === null ? null : yaohuaRequest(letter.charCodeAt(0) - 0x40, 'B');
  return bytes === null ? null : { name: 'B', bytes };
}

function askAddress(address: number): SafePoll | null {
  const poll = readGross({ address });
  return poll === null || address <= USUAL_ADDRESSES ? poll : { ...poll, name: `B ${address}`, rare: true };
}

const tf0: ScaleProtocol = {
  key: 'yaohua-tf0',
  title: { zh: '耀华 XK3190 连续输出 tF0（12 字节）', en: 'Yaohua XK3190 continuous tF0 (12 bytes)' },
  lines: usualLines,
  configKeys: ['unit', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 2,
  tellsStability: false,
  lineBased: false,
  frameBytes: 12,
  safePolls: [],
  decoder: yaohuaTf0Decoder,
};

const cmdReply: ScaleProtocol = {
  key: 'yaohua-cmd-reply',
  title: { zh: '耀华指令应答（一问一答，柯力 K9-R 兼容）', en: 'Yaohua command mode, asked (also Keli K9-R)' },
  lines: usualLines,
  configKeys: ['unit', 'address', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 2,
  tellsStability: false,
  lineBased: false,
  frameBytes: 14,
  safePolls: addresses.flatMap((address) => askAddress(address) ?? []),
  pollFor: readGross,
  decoder: yaohuaCmdReplyDecoder,
};

const eqLsb: ScaleProtocol = {
  key: 'yaohua-eq-lsb',
  title: { zh: '耀华等号格式，低位在前（=68.70000）', en: 'Yaohua = format, low digit first (=68.70000)' },
  lines: usualLines,
  configKeys: ['unit', 'field_len', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: false,
  frameBytes: 9,
  safePolls: [],
  decoder: yaohuaEqLsbDecoder,
};

const eqMsb: ScaleProtocol = {
  ...eqLsb,
  key: 'yaohua-eq-msb',
  title: { zh: '耀华等号格式，高位在前（=00007.86）', en: 'Yaohua = format, high digit first (=00007.86)' },
  decoder: yaohuaEqMsbDecoder,
};

const eqPrice: ScaleProtocol = {
  key: 'yaohua-eq-price',
  title: { zh: '耀华计价秤等号格式（A23p，27 字节）', en: 'Yaohua = format with price (A23p, 27 bytes)' },
  lines: usualLines,
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: false,
  frameBytes: 27,
  safePolls: [],
  decoder: yaohuaEqPriceDecoder,
};

const a12eWg: ScaleProtocol = {
  key: 'yaohua-a12e-wg',
  title: { zh: '耀华 A12(E) 带校验文本（WG0007.86kg）', en: 'Yaohua A12(E) checked text (WG0007.86kg)' },
  lines: usualLines,
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 2,
  tellsStability: false,
  lineBased: true,
  frameBytes: 15,
  safePolls: [],
  decoder: yaohuaA12eWgDecoder,
};

const a12Ww: ScaleProtocol = {
  key: 'yaohua-a12-ww',
  title: { zh: '耀华 A12、A27 文本（ww0007.86kg）', en: 'Yaohua A12 and A27 text (ww0007.86kg)' },
  lines: usualLines,
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: false,
  frameBytes: 14,
  safePolls: [],
  decoder: yaohuaA12WwDecoder,
};

/** Yaohua XK3190 and the many that copy it (device reference 1.4). */
export const yaohuaRows: readonly ScaleProtocol[] = [tf0, a12Ww, eqLsb, eqMsb, a12eWg, cmdReply, eqPrice];
