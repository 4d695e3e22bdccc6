import type { PortIdentity, ScalePortAddress } from '../../../../contract/scale-profile.ts';
import type { FoundPort } from '../../../../contract/scale.ts';

type SerialAddress = Extract<ScalePortAddress, { kind: 'serial' }>;

/**
 * The path to open: that of the adapter with the saved identity, whatever its number is today; the saved path where no
 * identity is kept, or where two adapters look alike and only their sockets would tell them apart.
 */
export async function findPort(address: SerialAddress, listPorts: () => Promise<FoundPort[]>): Promise<string> {
  const { identity, path } = address;
  if (identity === null || identity.vendorId === null) return path;
  const alike = (await listPorts()).filter((port) => port.identity !== null && isSame(identity, port.identity));
  const [only] = alike;
  return alike.length === 1 && only !== undefined ? only.path : path;
}

function isSame(saved: PortIdentity, found: PortIdentity): boolean {
  if (saved.vendorId !== found.vendorId || saved.productId !== found.productId) return false;
  if (saved.serialNumber !== null) return saved.serialNumber === found.serialNumber;
  return saved.locationId === null || saved.locationId === found.locationId;
}
