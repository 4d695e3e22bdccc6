import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HidPlaces } from '../../electron/core/devices/scale/port/hid-list.ts';

/** Usage page of weighing, usage "weighing device", one collection around a report: as counter scales send it. */
export const scaleDescriptor = Buffer.from('058d0920a1010922a1028503750895051500 26ff00 0940 8102c0c0'.replaceAll(' ', ''), 'hex');
/** Generic desktop, mouse; its logical maximum ends on 8Dh, which is a value there and no page. */
export const mouseDescriptor = Buffer.from('05010902a1010901a100 258d 75088101 c0c0'.replaceAll(' ', ''), 'hex');

export interface HidDevice {
  readonly name: string;
  readonly descriptor: Uint8Array;
  readonly about: readonly string[];
}

/** A folder tree as the system keeps it for its USB input devices, links included. */
export interface HidFolder {
  readonly places: HidPlaces;
  /** Plugs a device in under this number and answers with its device file, which is not made. */
  plug(device: HidDevice): string;
  unplug(name: string): void;
  remove(): void;
}

export function hidFolder(): HidFolder {
  const root = mkdtempSync(join(tmpdir(), 'hid-'));
  const places = { told: join(root, 'class'), files: join(root, 'dev') };
  for (const folder of Object.values(places)) mkdirSync(folder);
  return {
    places,
    plug({ name, descriptor, about }) {
      const device = join(root, 'devices', `of-${name}`);
      const place = join(device, 'hidraw', name);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(device, 'report_descriptor'), descriptor);
      writeFileSync(join(device, 'uevent'), `${['DRIVER=hid-generic', ...about].join('\n')}\n`);
      symlinkSync(device, join(place, 'device'));
      symlinkSync(place, join(places.told, name));
      return join(places.files, name);
    },
    unplug(name) {
      for (const path of [join(places.told, name), join(root, 'devices', `of-${name}`), join(places.files, name)]) rmSync(path, { recursive: true, force: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
