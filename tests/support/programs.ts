import { join, resolve } from 'node:path';

/** The folder of the project, where the resources lie. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** How the tests start the programs of core: what was bundled before the first test, or the single files where nothing was (a measurement of its own). */
export interface TestPrograms {
  /** Script and first words of the command line. */
  readonly commandLine: readonly string[];
  readonly coreChild: string;
  readonly worker: string;
}

/** Which of the two it is in this run. */
export function programs(): TestPrograms {
  const bundles = process.env['STATION_TEST_PROGRAMS'];
  if (bundles === undefined) return sources;
  return { commandLine: [join(bundles, 'core.cjs'), '--station-cli'], coreChild: join(bundles, 'core-child.cjs'), worker: join(bundles, 'worker.cjs') };
}

/** The same programs as the checkout has them; slower to start. */
export const sources: TestPrograms = {
  commandLine: [join(projectRoot, 'electron/core/cli/station.ts')], coreChild: join(projectRoot, 'tests/crash/core-child.ts'), worker: join(projectRoot, 'electron/core/worker.ts'),
};
