import type { ScaleProtocol } from '../protocol.ts';
import { line } from '../protocol.ts';
import { genericLineDecoder } from './generic-line.scale.ts';

const genericLine: ScaleProtocol = {
  key: 'generic-line',
  title: { zh: '通用文本行（自己写取数规则）', en: 'Any text line (with a pattern of the site)' },
  lines: [line(9600), line(2400), line(4800), line(1200), line(9600, '7E1')],
  configKeys: ['expression', 'unit', 'decimal', 'strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: false,
  lineBased: true,
  frameBytes: 32,
  safePolls: [],
  decoder: genericLineDecoder,
};

/** What is left when no other protocol fits. */
export const siteRows: readonly ScaleProtocol[] = [genericLine];
