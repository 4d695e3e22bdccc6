import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { bcdFf6Decoder } from './bcd-ff6.scale.ts';
import { dibalTisaDecoder } from './dibal-tisa.scale.ts';
import { shuangjie14Decoder } from './shuangjie-14.scale.ts';

const shuangjie14: ScaleProtocol = {
  key: 'shuangjie-14',
  title: { zh: '双杰、G&G 天平（14 字节）', en: 'Shuangjie and G&G balances (14 bytes)' },
  lines: [line(9600), line(4800), line(2400), line(1200)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: true,
  frameBytes: 14,
  safePolls: [textPoll('ESC p', '\u001bp')],
  decoder: shuangjie14Decoder,
};

const bcdFf6: ScaleProtocol = {
  key: 'bcd-ff6',
  title: { zh: '简易电子秤 FF 开头 BCD 码（6 字节）', en: 'Simple scales, BCD behind FFh (6 bytes)' },
  lines: [line(9600), line(4800), line(2400), line(1200)],
  configKeys: ['decimals_from', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 4,
  tellsStability: true,
  lineBased: false,
  frameBytes: 6,
  safePolls: [],
  decoder: bcdFf6Decoder,
};

const dibalTisa: ScaleProtocol = {
  key: 'dibal-tisa',
  title: { zh: 'Dibal 计价秤 TISA（一问一答）', en: 'Dibal price scale TISA, asked' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(2400)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 2,
  tellsStability: false,
  lineBased: true,
  frameBytes: 18,
  // A request with the price 0; its last digit is the check character.
  safePolls: [textPoll('98', '98000001\r\n')],
  decoder: dibalTisaDecoder,
};

/** Balances and small counter scales with formats of their own (device reference 1.17). */
export const counterRows: readonly ScaleProtocol[] = [shuangjie14, bcdFf6, dibalTisa];
