import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The oldest runtime the code must run on: Electron 25, which development and tests fall back to.
const oldestNode = 'node18';
const oldestChrome = 'chrome114';

// Modules with native parts stay outside the bundles; everything else is bundled, so that ESM-only packages load everywhere.
const native = ['better-sqlite3', 'serialport', /^@serialport\//, /^@napi-rs\/canvas/];

const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * CommonJS, because the older runtime cannot load its main file as a module. Strict order, because otherwise the bundler puts
 * its own runtime into one entry, and loading main would run core.
 */
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs', strictExecutionOrder: true } as const;

/** What a bundler tells about a module, as far as it is needed here. */
interface ModuleGraph { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

/**
 * Everything the first screen is made of goes into one file, because each file costs the window a question to main while main is busy
 * starting. Modules that are only reached by `import()` stay in files of their own.
 */
function startGroup(entry: string): (id: string, graph: ModuleGraph) => string | null {
  let start: ReadonlySet<string> | null = null;
  const reached = (graph: ModuleGraph): ReadonlySet<string> => {
    const found = new Set([entry]);
    for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
    return found;
  };
  return (id, graph) => ((start ??= reached(graph)).has(id) ? 'start' : null);
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: oldestNode,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: at('electron/main/main.ts'),
          core: at('electron/core/core-process.ts'),
          worker: at('electron/core/worker.ts'),
        },
        external: native,
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: oldestNode,
      externalizeDeps: false,
      rolldownOptions: { input: { preload: at('electron/preload/preload.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: oldestChrome,
      minify: true,
      rolldownOptions: { input: { index: at('renderer/index.html') }, output: { codeSplitting: { groups: [{ name: startGroup(at('renderer/index.html')) }] } } },
    },
  },
});
