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
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
