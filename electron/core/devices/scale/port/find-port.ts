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
  const atPath = ports.find((port) => port.path === path)?.identity ?? null;
  if (alike.length === 0 && atPath !== null && atPath.vendorId !== null) throw new PortError('unplugged', `another device has taken the place of ${path}`);
  return path;
}

/** The serial number tells one adapter from its twin; without one, its socket; without that, its path on the bus. */
function isSame(saved: PortIdentity, found: PortIdentity): boolean {
  if (saved.vendorId !== found.vendorId || saved.productId !== found.productId) return false;
  if (saved.serialNumber !== null) return saved.serialNumber === found.serialNumber;
  if (saved.locationId !== null) return saved.locationId === found.locationId;
  return saved.pnpId === null || saved.pnpId === found.pnpId;
}
