import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { applicationFolder, configFolder, type Surroundings } from '../contract/folders.ts';
import type { LaunchOptions } from './launch-options.ts';

export interface StationFolders {
  /** The books. */
  readonly data: string;
  /** What belongs to this person on this computer, such as the wrapped key. Never inside `data`. */
  readonly config: string;
  /** Chromium's own files, the window's place and the lock of the single instance: one folder for each data folder. */
  readonly shell: string;
  /** True for the folder every start without `--data` uses. */
  readonly standard: boolean;
}

/**
 * Decides where everything lies.
 *
 * The shell's folder follows the data folder, so two windows on the same books are one instance, while a training and a
 * live folder (or two training folders of tests) run side by side.
 */
export function stationFolders(options: LaunchOptions, surroundings: Surroundings): StationFolders {
  const config = configFolder(surroundings);
  if (options.dataFolder === null) {
    return { data: join(applicationFolder(surroundings), options.kind), config, shell: join(config, `shell-${options.kind}`), standard: true };
  }
  const name = createHash('sha256').update(options.dataFolder).digest('hex').slice(0, 16);
  return { data: options.dataFolder, config, shell: join(config, `shell-${name}`), standard: false };
}
