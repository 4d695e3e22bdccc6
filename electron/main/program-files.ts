import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** The files that the program itself is made of. */
export interface ProgramFiles {
  readonly pages: string;
  readonly preload: string;
  readonly core: string;
  readonly worker: string;
  readonly resources: string;
  readonly icon: string;
}

/**
 * Finds the built files around the main bundle, and the resources: unpacked beside the archive where the package
 * has them, else in the application's folder. Outside a packaged application a test may put another core or other pages
 * in place.
 *
 * @param mainFolder the folder of the main bundle (out/main)
 */
export function programFiles(mainFolder: string): ProgramFiles {
  const out = join(mainFolder, '..');
  const packed = join(process.resourcesPath, 'resources');
  const resources = app.isPackaged && existsSync(packed) ? packed : join(out, '..', 'resources');
  return {
    pages: replaced('STATION_PAGES') ?? join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    core: replaced('STATION_CORE_ENTRY') ?? join(out, 'main', 'core.cjs'),
    worker: join(out, 'main', 'worker.cjs'),
    resources,
    icon: join(resources, 'icons', 'icon.png'),
  };
}

function replaced(name: string): string | undefined {
  const value = process.env[name];
  return app.isPackaged || value === '' ? undefined : value;
}
