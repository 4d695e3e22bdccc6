import type { ScaleProtocol } from '../protocol.ts';
import { line, textPoll } from '../protocol.ts';
import { condecDecoder } from './condec.scale.ts';
import { diniArgeoDecoder } from './dini-argeo.scale.ts';
import { gramPc0Decoder } from './gram-pc0.scale.ts';
import { pt200Decoder } from './pt200.scale.ts';

const unchecked = { weakCheck: true, equalFrames: 3, tellsStability: true } as const;

const diniArgeo: ScaleProtocol = {
  ...unchecked,
  key: 'dini-argeo',
  title: { zh: '狄纳乔 Dini Argeo（READ、REXT）', en: 'Dini Argeo (READ, REXT)' },
  lines: [line(9600), line(19_200), line(4800), line(2400)],
  configKeys: ['address', 'strip_parity', 'dtr', 'rts'],
  lineBased: true,
  frameBytes: 48,
  // Its request holds letters that other scales take for commands, so it is sent only to a scale known to be one of these.
  safePolls: [],
  pollFor: ({ address }) => textPoll('READ', `${address === undefined ? '' : String(address).padStart(2, '0')}READ\r\n`),
  decoder: diniArgeoDecoder,
};

const condec: ScaleProtocol = {
  ...unchecked,
  key: 'condec',
  title: { zh: 'Rice Lake、Condec 连续输出', en: 'Rice Lake and Condec stream' },
  lines: [line(9600), line(9600, '7E1'), line(4800), line(1200)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  lineBased: false,
  frameBytes: 14,
  safePolls: [],
  decoder: condecDecoder,
};

const pt200: ScaleProtocol = {
  ...unchecked,
  key: 'pt200',
  title: { zh: 'PT200、Rinstrum 连续输出', en: 'PT200 and Rinstrum stream' },
  lines: [line(9600), line(4800), line(2400), line(19_200)],
  configKeys: ['unit', 'strip_parity', 'dtr', 'rts'],
  lineBased: false,
  frameBytes: 17,
  safePolls: [],
  decoder: pt200Decoder,
};

const gramPc0: ScaleProtocol = {
  ...unchecked,
  key: 'gram-pc0',
  title: { zh: 'Gram Z3 的 PC0 格式', en: 'Gram Z3, format PC0' },
  lines: [line(9600), line(4800), line(2400), line(19_200)],
  configKeys: ['strip_parity', 'dtr', 'rts'],
  lineBased: false,
  frameBytes: 14,
  safePolls: [],
  decoder: gramPc0Decoder,
};

/** Weighing indicators of European and Australian makers (device reference 1.15 and 1.16). */
export const indicatorRows: readonly ScaleProtocol[] = [diniArgeo, condec, pt200, gramPc0];
