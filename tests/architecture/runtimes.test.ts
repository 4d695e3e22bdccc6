import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, runTool, type PlantedTree } from './planted.ts';

/** What a part must not know: planted there, its own compiler settings refuse it. */
const forbidden = [
  ['electron/domain', 'planted.ts', 'export const planted = process.pid;'],
  ['electron/domain', 'planted.ts', 'export const planted = document.title;'],
  ['electron/contract', 'planted.ts', 'export const planted = Buffer.from([]);'],
  ['electron/core', 'planted.ts', 'export const planted = document.title;'],
  ['renderer', 'planted.ts', 'export const planted = process.pid;'],
  ['renderer', 'planted.ts', "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;"],
  ['electron/domain', 'planted.ts', 'export const planted = (list: string[]): string => list[0];'],
] as const;

describe('the compiler settings of each runtime', () => {
  let tree: PlantedTree;
  beforeAll(() => {
    tree = copyOf([]);
  });
  afterAll(() => tree.remove());

  it.each(forbidden)('%s refuses %s with: %s', (part, file, text) => {
    const settings = part.split('/').map(() => '..').join('/');
    tree.plant(`${part}/${file}`, text);
    tree.plant(`${part}/tsconfig.json`, settingsOf(part, settings, file));
    const { code, said } = runTool('node_modules/typescript/bin/tsc', ['-p', `${tree.root}/${part}`]);
    expect(said).toContain(`${part}/${file}`);
    expect(code).not.toBe(0);
  });
});

function settingsOf(part: string, up: string, file: string): string {
  const own = runTool('node_modules/typescript/bin/tsc', ['-p', part, '--showConfig']);
  const { compilerOptions } = JSON.parse(own.said) as { compilerOptions: { lib?: string[]; types?: string[] } };
  const { lib, types } = compilerOptions;
  return JSON.stringify({ extends: `${up}/tsconfig.json`, compilerOptions: { ...(lib && { lib }), types: types ?? [] }, files: [file] });
}
