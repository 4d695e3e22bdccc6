import type { LineSettings } from '../../../../contract/scale-profile.ts';
import type { ScaleProtocol } from '../protocols/protocol.ts';
import { line } from '../protocols/protocol.ts';

/** The settings met most often, the likeliest first (device reference 1.20). */
const COMMON: readonly LineSettings[] = [
  line(9600), line(1200), line(2400), line(4800), line(9600, '7E1'), line(2400, '7E1'), line(600), line(19_200), line(9600, '7O1'),
];
const LISTEN_MS = 1_500;
const LISTEN_SLOW_MS = 3_000;
const SLOW_BAUD = 1_200;

/** The common settings, and behind them every other that a protocol names as usual. */
export function lineOrder(protocols: readonly ScaleProtocol[]): LineSettings[] {
  const order = [...COMMON];
  for (const usual of protocols.flatMap((protocol) => protocol.lines)) {
    if (!order.some((known) => isSameLine(known, usual))) order.push(usual);
  }
  return order;
}

export function isSameLine(one: LineSettings, other: LineSettings): boolean {
  return one.baudRate === other.baudRate && one.dataBits === other.dataBits && one.parity === other.parity && one.stopBits === other.stopBits;
}

/** How long to listen: a slow line needs twice the time for the same number of frames. */
export function listenMs(settings: LineSettings | null): number {
  return settings !== null && settings.baudRate <= SLOW_BAUD ? LISTEN_SLOW_MS : LISTEN_MS;
}
