import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a station lives: its data and its keys. */
export interface StationPlace { readonly data: string; readonly config: string }

const kept = new Map<string, StationPlace>();

process.once('exit', () => {
  for (const { data, config } of kept.values()) for (const folder of [data, config]) rmSync(folder, { recursive: true, force: true });
});

/** Two new folders in which nothing was founded. */
export const emptyPlace = (): StationPlace => ({ data: mkdtempSync(join(tmpdir(), 'station-data-')), config: mkdtempSync(join(tmpdir(), 'station-config-')) });

/**
 * Founds a station at this place in the way the key says. The first of its kind in this process is really founded, through the contract;
 * later ones are copies of its closed folder, which costs a tenth. Stations of one kind therefore share the name of their device.
 */
export async function foundAt(place: StationPlace, key: string, found: (first: StationPlace) => Promise<void>): Promise<void> {
  let first = kept.get(key);
  if (!first) {
    first = emptyPlace();
    await found(first);
    kept.set(key, first);
  }
  cpSync(first.data, place.data, { recursive: true });
  cpSync(first.config, place.config, { recursive: true });
}
