import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundPort } from '../../../../contract/scale.ts';
import { saysItWeighs } from './hid-descriptor.ts';

/** Where the system tells of its USB input devices, and where their device files lie. */
export interface HidPlaces {
  readonly told: string;
  readonly files: string;
}

const linuxPlaces: HidPlaces = { told: '/sys/class/hidraw', files: '/dev' };

/**
 * The USB scales of this computer: devices whose report descriptor names the page of weighing (device reference 1.19), with
 * what finds them again under another number. Keyboards and mice are left out. Empty where the system has no such folder,
 * as on Windows.
 */
export async function hidScales(places: HidPlaces = linuxPlaces): Promise<FoundPort[]> {
  const names = await readdir(places.told).catch(() => []);
  const found = await Promise.all(names.toSorted().map((name) => scaleAt(name, places)));
  return found.flatMap((port) => port ?? []);
}

async function scaleAt(name: string, { told, files }: HidPlaces): Promise<FoundPort | null> {
  const device = join(told, name, 'device');
  // A device that is pulled out while it is looked at is not listed.
  const [descriptor, about] = await Promise.all([readFile(join(device, 'report_descriptor')).catch(() => null), readFile(join(device, 'uevent'), 'utf8').catch(() => null)]);
  if (descriptor === null || about === null || !saysItWeighs(descriptor)) return null;
  const said = linesOf(about);
  const [, vendorId, productId] = /^[0-9A-F]+:0*([0-9A-F]{4,8}):0*([0-9A-F]{4,8})$/i.exec(said.get('HID_ID') ?? '') ?? [];
  return {
    kind: 'file', path: join(files, name), maker: said.get('HID_NAME') ?? null,
    identity: { vendorId: vendorId?.toLowerCase() ?? null, productId: productId?.toLowerCase() ?? null, serialNumber: said.get('HID_UNIQ') ?? null, pnpId: null, locationId: said.get('HID_PHYS') ?? null },
  };
}

/** `NAME=value` a line; what is empty says nothing. */
function linesOf(about: string): ReadonlyMap<string, string> {
  return new Map(about.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    const value = line.slice(at + 1).trim();
    return at < 1 || value === '' ? [] : [[line.slice(0, at), value] as const];
  }));
}
