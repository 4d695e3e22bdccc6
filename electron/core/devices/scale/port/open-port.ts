import type { DecoderConfig, LineSettings, ScalePortAddress } from '../../../../contract/scale-profile.ts';
import type { FoundPort } from '../../../../contract/scale.ts';
import type { Timers } from '../session/timers.ts';
import { filePortOpener } from './file-port.ts';
import type { DeviceAddress } from './find-port.ts';
import { findPort } from './find-port.ts';
import type { PortOpener } from './scale-port.ts';
import { serialPortOpener } from './serial-port.ts';
import { tcpPortOpener } from './tcp-port.ts';

export interface PortParts {
  readonly timers: Timers;
  /** The ports of this computer, to find an adapter again whose number has changed. */
  readonly listPorts: () => Promise<FoundPort[]>;
}

export type RealPort = Exclude<ScalePortAddress, { kind: 'simulator' }>;

/** How to open a port outside the program. The settings of the line count where it is a serial one. */
export function openerOf(port: RealPort, line: LineSettings, config: DecoderConfig, parts: PortParts): PortOpener {
  switch (port.kind) {
    case 'tcp': return tcpPortOpener(port.host, port.port);
    case 'file': return async (handlers) => filePortOpener(await findPort(port, parts.listPorts), parts.timers)(handlers);
    case 'serial': return async (handlers) => serialPortOpener(await findPort(port, parts.listPorts), line, config)(handlers);
  }
}

/** Whether two addresses lead to the same device today. */
export async function isSamePort(one: ScalePortAddress, other: ScalePortAddress, listPorts: () => Promise<FoundPort[]>): Promise<boolean> {
  // A device that cannot be found counts under the path it was saved with.
  const pathOf = (address: DeviceAddress): Promise<string> => findPort(address, listPorts).catch(() => address.path);
  if (isDevice(one) && isDevice(other)) return one.kind === other.kind && await pathOf(one) === await pathOf(other);
  return one.kind !== 'simulator' && JSON.stringify(one) === JSON.stringify(other);
}

function isDevice(address: ScalePortAddress): address is DeviceAddress {
  return address.kind === 'serial' || address.kind === 'file';
}
