import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { andStDecoder } from './and-st.scale.ts';
import { stGsDecoder } from './st-gs.scale.ts';

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

const andSt: ScaleProtocol = {
  key: 'and-st',
  title: { zh: '艾安得 A&D 标准格式（ST,+00007.86 kg）', en: 'A&D standard format (ST,+00007.86 kg)' },
  lines: [line(2400, '7E1'), line(9600), line(2400), line(4800, '7E1'), line(9600, '7E1')],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: true,
  frameBytes: 17,
  safePolls: [textPoll('Q', 'Q\r\n')],
  decoder: andStDecoder,
};

/** A&D and the text lines that many makers made of its format (device reference 1.9). */
export const stRows: readonly ScaleProtocol[] = [stGs, andSt];
