import { readdir } from 'node:fs/promises';
import type { FoundPort } from '../../../../contract/scale.ts';
import { serialLibrary } from '../../serial-library.ts';
import { hidScales } from './hid-list.ts';

const DEVICE_NAMES = /^(ttyUSB|ttyACM|ttyAMA|ttyS|ttyXR|ttyMI|rfcomm|cu\.|tty\.usb)/;

/**
 * The serial ports of this computer and its USB scales. The library's list needs a system service that may be missing, so
 * the names of device files are read as well; what is not found can still be typed.
 */
export async function listPorts(): Promise<FoundPort[]> {
  const [listed, named, scales] = await Promise.all([fromLibrary(), fromDeviceNames(), hidScales()]);
  const paths = new Set(listed.map((port) => port.path));
  return [...listed, ...named.filter((path) => !paths.has(path)).map((path) => ({ kind: 'serial', path, maker: null, identity: null }) as const), ...scales];
}

async function fromLibrary(): Promise<FoundPort[]> {
  // The list is refused where no device service runs; the names of the device files then have to do.
  const { SerialPort } = await serialLibrary();
  const ports = await SerialPort.list().catch(() => []);
  return ports.map((port) => ({
    kind: 'serial',
    path: port.path,
    maker: port.manufacturer ?? null,
    identity: {
      vendorId: port.vendorId ?? null, productId: port.productId ?? null, serialNumber: port.serialNumber ?? null, pnpId: port.pnpId ?? null, locationId: port.locationId ?? null,
    },
  }));
}

async function fromDeviceNames(): Promise<string[]> {
  // There is no such folder on Windows, where the library's list is complete.
  const names = await readdir('/dev').catch(() => []);
  return names.filter((name) => DEVICE_NAMES.test(name)).sort().map((name) => `/dev/${name}`);
}
