import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { ohausDecoder } from './ohaus.scale.ts';
import { radwagDecoder } from './radwag.scale.ts';
import { sartoriusSbiDecoder } from './sartorius-sbi.scale.ts';

const ohaus: ScaleProtocol = {
  key: 'ohaus',
  title: { zh: '奥豪斯 Ohaus（Defender、Scout 等）', en: 'Ohaus (Defender, Scout and others)' },
  lines: [line(9600), line(2400, '7N2'), line(2400), line(4800)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: true,
  frameBytes: 30,
  // Its request holds the letter that makes other scales print, so it is sent only to a scale known to be one of these.
  safePolls: [],
  pollFor: () => textPoll('IP', 'IP\r\n'),
  decoder: ohausDecoder,
};

const sartoriusSbi: ScaleProtocol = {
  key: 'sartorius-sbi',
  title: { zh: '赛多利斯 Sartorius SBI（16 或 22 字符）', en: 'Sartorius SBI (16 or 22 characters)' },
  lines: [line(9600), line(1200, '7O1'), line(9600, '8O1'), line(9600, '7O1'), line(2400)],
  configKeys: ['unit', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: true,
  frameBytes: 22,
  // As above.
  safePolls: [],
  pollFor: () => textPoll('ESC P', '\u001bP\r\n'),
  decoder: sartoriusSbiDecoder,
};

const radwag: ScaleProtocol = {
  key: 'radwag',
  title: { zh: '瑞德威 Radwag', en: 'Radwag' },
  lines: [line(9600), line(4800), line(2400), line(19_200)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: true,
  frameBytes: 21,
  safePolls: [textPoll('SI', 'SI\r\n')],
  decoder: radwagDecoder,
};

/** Balances of makers with lines of their own (device reference 1.10 and 1.11). */
export const balanceRows: readonly ScaleProtocol[] = [ohaus, sartoriusSbi, radwag];
