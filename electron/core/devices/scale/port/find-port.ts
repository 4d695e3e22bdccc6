import type { PortIdentity, ScalePortAddress } from '../../../../contract/scale-profile.ts';
import type { FoundPort } from '../../../../contract/scale.ts';
import { PortError } from './scale-port.ts';

/** An address that leads to a device file, with what the system knew of the device. */
export type DeviceAddress = Extract<ScalePortAddress, { kind: 'serial' | 'file' }>;

/**
 * The path to open: that of the adapter or USB scale with the saved identity, whatever its number is today; the saved path where no
 * identity is kept or the system does not list it. Rejects with `unplugged` where the saved path now leads to another
 * adapter: the weight of one scale is never read under the name of another (device reference 1.22).
 */
export async function findPort(address: DeviceAddress, listPorts: () => Promise<FoundPort[]>): Promise<string> {
  const { identity, path } = address;
  if (identity === null || identity.vendorId === null) return path;
  const ports = (await listPorts()).filter((port) => port.kind === address.kind);
  const alike = ports.filter((port) => port.identity !== null && isSame(identity, port.identity));
  const [only] = alike;
  if (alike.length === 1 && only !== undefined) return only.path;
  if (alike.length > 1) return inSocket(identity, alike, path);
  const atPath = ports.find((port) => port.path === path)?.identity ?? null;
  if (atPath !== null && atPath.vendorId !== null) throw new PortError('unplugged', `another device has taken the place of ${path}`);
  return path;
}

/** Twins that share even their number are told by their socket; where that one is empty, the scale is unplugged and nobody speaks in its name. */
function inSocket({ locationId, pnpId }: PortIdentity, alike: readonly FoundPort[], path: string): string {
  if (locationId === null && pnpId === null) return path;
  const there = alike.find(({ identity }) => (locationId === null ? identity?.pnpId === pnpId : identity?.locationId === locationId));
  if (there === undefined) throw new PortError('unplugged', 'several adapters share this number, and none is in the socket that was saved');
  return there.path;
}

/** Numbers that makers leave in every adapter of a kind tell nothing: 0001, 0, 12345678. */
const tells = (serialNumber: string | null): serialNumber is string => serialNumber !== null && !/^(?:0*1?|123456\d{0,4}|f+)$/iu.test(serialNumber);

/** The serial number tells one adapter from its twin; without one, its socket; without that, its path on the bus. */
function isSame(saved: PortIdentity, found: PortIdentity): boolean {
  if (saved.vendorId !== found.vendorId || saved.productId !== found.productId) return false;
  if (saved.serialNumber !== null && saved.serialNumber !== found.serialNumber) return false;
  if (tells(saved.serialNumber)) return true;
  if (saved.locationId !== null) return saved.locationId === found.locationId;
  return saved.pnpId === null || saved.pnpId === found.pnpId;
}
