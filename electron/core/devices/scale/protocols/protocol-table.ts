import type { DecoderConfig } from '../../../../contract/scale-profile.ts';
import type { Decoder } from '../decoder/decoder.ts';
import { casRows } from './cas/cas-rows.ts';
import { counterRows } from './counter/counter-rows.ts';
import type { ScaleProtocol } from './protocol.ts';
import { stRows } from './st-lines/st-rows.ts';
import { toledoRows } from './toledo/toledo-rows.ts';
import { yaohuaRows } from './yaohua/yaohua-rows.ts';

/** Every protocol this program reads, in the order in which the set-up screen offers them. */
export const scaleProtocols: readonly ScaleProtocol[] = [
  ...yaohuaRows,
  ...toledoRows,
  ...stRows,
  ...casRows,
  ...counterRows,
];

const byKey: ReadonlyMap<string, ScaleProtocol> = new Map(scaleProtocols.map((protocol) => [protocol.key, protocol]));

/** The protocol of that key, or null. */
export function protocolOf(key: string): ScaleProtocol | null {
  return byKey.get(key) ?? null;
}

/** A decoder for one stream of bytes; null for an unknown protocol. */
export function createDecoder(key: string, config: DecoderConfig = {}): Decoder | null {
  return byKey.get(key)?.decoder(config) ?? null;
}
