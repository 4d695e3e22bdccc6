import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { nciDecoder } from './nci.scale.ts';
import { smaDecoder } from './sma.scale.ts';

const sma: ScaleProtocol = {
  key: 'sma',
  title: { zh: 'SMA 标准协议 SCP-0499（20 字节）', en: 'SMA protocol SCP-0499 (20 bytes)' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(2400)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: false,
  frameBytes: 20,
  safePolls: [textPoll('LF W', '\nW\r')],
  decoder: smaDecoder,
};

const nci: ScaleProtocol = {
  key: 'nci',
  title: { zh: 'NCI、Weigh-Tronix SCP-01（艾德姆 MDW、凯士 CI-100A 等）', en: 'NCI, Weigh-Tronix SCP-01 (also Adam MDW, CAS CI-100A)' },
  lines: [line(9600, '7E1'), line(9600), line(4800, '7E1'), line(2400, '7E1')],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: false,
  frameBytes: 32,
  safePolls: [textPoll('W', 'W\r')],
  decoder: nciDecoder,
};

/** The standard protocols of American makers (device reference 1.12 and 1.13). */
export const scpRows: readonly ScaleProtocol[] = [sma, nci];
