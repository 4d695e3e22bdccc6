import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const project = join(import.meta.dirname, '..', '..', '..');

/** Builds the shell from its sources into `folder`, with the fake core and the test page in the places of the real ones. */
export async function buildShell(folder: string): Promise<void> {
  await bundle(join(folder, 'out', 'main'), {
    main: join(project, 'electron/main/main.ts'),
    core: fileURLToPath(import.meta.resolve('./fake-core.ts')),
  });
  await bundle(join(folder, 'out', 'preload'), { preload: join(project, 'electron/preload/preload.ts') });
  cpSync(join(import.meta.dirname, 'pages'), join(folder, 'out', 'renderer'), { recursive: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(project, 'resources'), join(folder, 'resources'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shell-test', main: 'out/main/main.cjs' }));
}

async function bundle(outDir: string, input: Record<string, string>): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: {
        input,
        external: ['electron'],
        output: {
          format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs',
          codeSplitting: { groups: [{ name: 'bundle-runtime', test: /rolldown[/\\]runtime/ }] },
        },
      },
    },
  });
}
