import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../resources/tools/runtime.mjs';
import { madeHere } from './source-tree.ts';

/** The folders of the house (architecture.md). What is not here has no place yet, and getting one is a decision. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '.': ['electron', 'renderer', 'db', 'resources', 'tests'],
  electron: ['main', 'preload', 'contract', 'domain', 'core'],
  'electron/core': ['rpc', 'services', 'devices', 'documents', 'sync', 'jobs', 'platform', 'cli', 'host'],
  renderer: ['app', 'features', 'ui', 'api', 'styles'],
  db: ['migrations', 'queries', 'seed'],
  resources: ['locales', 'fonts', 'icons', 'docs', 'tools', 'voice'],
  tests: ['unit', 'integration', 'migration', 'e2e', 'architecture', 'crash', 'bench', 'support', 'fixtures'],
};
/** Configuration that tools insist on finding at the root. */
const rootFiles = new Set(['electron-builder.yml', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'README.md', 'tsconfig.json', 'vitest.config.ts']);

const entriesOf = (folder: string) => readdirSync(join(projectRoot, folder), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.') && !madeHere.has(name));

describe('the folders', () => {
  it.each(Object.keys(allowed))('%s holds only the folders that have a meaning', (folder) => {
    const strangers = entriesOf(folder).filter((entry) => entry.isDirectory() && !allowed[folder]?.includes(entry.name));
    expect(strangers.map(({ name }) => name)).toEqual([]);
  });

  it('has nothing at the root but what must be there', () => {
    const strangers = entriesOf('.').filter((entry) => entry.isFile() && !rootFiles.has(entry.name) && !entry.name.endsWith('.log'));
    expect(strangers.map(({ name }) => name)).toEqual([]);
  });
});
