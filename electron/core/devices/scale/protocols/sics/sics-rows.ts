import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { mtSicsDecoder } from './mt-sics.scale.ts';

const mtSics: ScaleProtocol = {
  key: 'mt-sics',
  title: { zh: '梅特勒-托利多 MT-SICS 命令（S、SI）', en: 'Mettler-Toledo MT-SICS commands (S, SI)' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(2400, '7E1'), line(2400)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: true,
  frameBytes: 24,
  safePolls: [textPoll('SI', 'SI\r\n'), textPoll('S', 'S\r\n')],
  decoder: mtSicsDecoder,
};

const kernKcp: ScaleProtocol = {
  ...mtSics,
  key: 'kern-kcp',
  title: { zh: '科恩 KERN KCP 命令（同 MT-SICS）', en: 'KERN KCP commands (as MT-SICS)' },
  lines: [line(9600), line(19_200), line(4800), line(2400)],
};

/** The command set of Mettler-Toledo and those who took it over (device reference 1.6). */
export const sicsRows: readonly ScaleProtocol[] = [mtSics, kernKcp];
