import type { ScaleProtocol } from '../protocol.ts';
import { line } from '../protocol.ts';
import { cas22Decoder } from './cas-22.scale.ts';
import { casEnqDecoder } from './cas-enq.scale.ts';

const cas22: ScaleProtocol = {
  key: 'cas-22',
  title: { zh: '凯士 CAS 连续输出（22 字节）', en: 'CAS continuous (22 bytes)' },
  lines: [line(9600), line(4800), line(2400), line(19200)],
  configKeys: ['address', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: false,
  frameBytes: 22,
  safePolls: [],
  decoder: cas22Decoder,
};

const casEnq: ScaleProtocol = {
  key: 'cas-enq',
  title: { zh: '凯士 CAS 计价秤 ENQ 问答（奥豪斯 Aviator 等兼容）', en: 'CAS ENQ dialogue (also Ohaus Aviator and others)' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(2400)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 2,
  tellsStability: true,
  lineBased: false,
  frameBytes: 15,
  safePolls: [{ name: 'ENQ DC1', bytes: Uint8Array.of(0x05), next: { after: 0x06, bytes: Uint8Array.of(0x11) } }],
  decoder: casEnqDecoder,
};

/** CAS and those who took over its dialogue (device reference 1.8). */
export const casRows: readonly ScaleProtocol[] = [cas22, casEnq];
