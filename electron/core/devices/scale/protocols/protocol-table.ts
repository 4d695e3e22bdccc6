import type { DecoderConfig } from '../../../../contract/scale-profile.ts';
import type { Decoder } from '../decoder/decoder.ts';
import type { ScaleProtocol } from './protocol.ts';
import { line } from './protocol.ts';
import { stGsDecoder } from './st-gs.scale.ts';
import { toledoContinuousDecoder } from './toledo-continuous.scale.ts';
import { yaohuaTf0Decoder } from './yaohua-tf0.scale.ts';

const yaohuaTf0: ScaleProtocol = {
  key: 'yaohua-tf0',
  title: { zh: '耀华 XK3190 连续输出 tF0（12 字节）', en: 'Yaohua XK3190 continuous tF0 (12 bytes)' },
  lines: [line(9600), line(1200), line(4800), line(2400), line(600)],
  configKeys: ['unit', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 2,
  tellsStability: false,
  lineBased: false,
  frameBytes: 12,
  safePolls: [],
  decoder: yaohuaTf0Decoder,
};

const toledoContinuous: ScaleProtocol = {
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

const stGs: ScaleProtocol = {
  key: 'st-gs',
  title: { zh: '文本行 ST,GS（台衡、英展等多种仪表）', en: 'Text lines ST,GS (many makes)' },
  lines: [line(9600), line(2400, '7E1'), line(2400), line(4800), line(1200)],
  configKeys: ['unit', 'decimal', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: true,
  frameBytes: 24,
  safePolls: [],
  decoder: stGsDecoder,
};

/** Every protocol this program reads, in the order in which the set-up screen offers them. */
export const scaleProtocols: readonly ScaleProtocol[] = [yaohuaTf0, toledoContinuous, stGs];

const byKey: ReadonlyMap<string, ScaleProtocol> = new Map(scaleProtocols.map((protocol) => [protocol.key, protocol]));

/** The protocol of that key, or null. */
export function protocolOf(key: string): ScaleProtocol | null {
  return byKey.get(key) ?? null;
}

/** A decoder for one stream of bytes; null for an unknown protocol. */
export function createDecoder(key: string, config: DecoderConfig = {}): Decoder | null {
  return byKey.get(key)?.decoder(config) ?? null;
}
