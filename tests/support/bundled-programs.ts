import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot, sources } from './programs.ts';

/** Modules with native parts are found from where they are installed. */
const native = ['better-sqlite3', 'serialport', /^@serialport\//, /^@napi-rs\/canvas/];

/**
 * Before the first test: what the tests start hundreds of times (the command line, a core that is killed, the threads of a station) is
 * bundled once from the sources as they are now. Each of them starts in a third of the time that the single files take.
 */
export default async function bundlePrograms(): Promise<() => void> {
  const cache = join(projectRoot, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'test-programs-'));
  await build({
    configFile: false, logLevel: 'error', root: projectRoot, ssr: { noExternal: true },
    build: {
      ssr: true, outDir: folder, target: 'node24', minify: false,
      rolldownOptions: {
        input: { core: join(projectRoot, 'electron/core/core-process.ts'), worker: sources.worker, 'core-child': sources.coreChild },
        external: native,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs', strictExecutionOrder: true },
      },
    },
  });
  process.env['STATION_TEST_PROGRAMS'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
