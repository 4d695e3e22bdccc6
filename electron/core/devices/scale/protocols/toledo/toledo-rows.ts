import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { ricelake485Decoder } from './ricelake-485.scale.ts';
import { stxDecimalCrDecoder } from './stx-decimal-cr.scale.ts';
import { toledo8217Decoder } from './toledo-8217.scale.ts';
import { toledoContinuousDecoder } from './toledo-continuous.scale.ts';

const continuous: ScaleProtocol = {
  key: 'toledo-continuous',
  title: { zh: '托利多连续输出（17 或 18 字节，柯力等兼容）', en: 'Toledo continuous (17 or 18 bytes, Keli and other clones)' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(2400)],
  configKeys: ['checksum', 'fixed_zero_x10', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  // Three, because the variant without the check byte cannot be told beforehand.
  equalFrames: 3,
  tellsStability: true,
  lineBased: false,
  frameBytes: 18,
  safePolls: [],
  decoder: toledoContinuousDecoder,
};

const counter: ScaleProtocol = {
  key: 'toledo-8217',
  title: { zh: '托利多 8217 台秤（一问一答）', en: 'Toledo 8217 counter scale, asked' },
  lines: [line(9600, '7E1'), line(9600), line(4800, '7E1'), line(2400, '7E1')],
  configKeys: ['unit', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 4,
  tellsStability: true,
  lineBased: false,
  frameBytes: 9,
  safePolls: [textPoll('W', 'W')],
  decoder: toledo8217Decoder,
};

const stxDecimalCr: ScaleProtocol = {
  key: 'stx-decimal-cr',
  title: { zh: 'STX 加带小数点数字加回车（连续）', en: 'STX, digits with a point, CR (continuous)' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(2400)],
  configKeys: ['unit', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: false,
  frameBytes: 14,
  safePolls: [],
  decoder: stxDecimalCrDecoder,
};

const ricelake485: ScaleProtocol = {
  key: 'ricelake-485',
  title: { zh: 'Rice Lake RS485 带地址输出', en: 'Rice Lake RS485 with address' },
  lines: [line(9600), line(4800), line(2400), line(19200)],
  configKeys: ['address', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: false,
  frameBytes: 24,
  safePolls: [],
  decoder: ricelake485Decoder,
};

/** Toledo and its small relatives (device reference 1.5 and 1.7). */
export const toledoRows: readonly ScaleProtocol[] = [continuous, counter, stxDecimalCr, ricelake485];
