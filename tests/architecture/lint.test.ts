import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../resources/tools/runtime.mjs';
import { copyOf, runTool, type PlantedTree } from './planted.ts';

const forbidden = [
  ['electron/core/a.ts', 'export const planted = (x: any): void => void x;', 'no-explicit-any'],
  ['electron/core/b.ts', 'export const planted = (x: string | null): string => x!;', 'no-non-null-assertion'],
  ['electron/core/c.ts', "console.log('planted');\nexport {};", 'no-console'],
  ['electron/domain/d.ts', "export const planted = parseFloat('1.5');", 'no-restricted-globals'],
  ['electron/core/e.ts', 'export const planted = (): void => { try { JSON.parse(""); } catch {} };', 'no-empty'],
  ['electron/core/f.ts', '// @ts-ignore\nexport const planted: string = 1;', 'ban-ts-comment'],
  ['tests/unit/g.test.ts', "import { it } from 'vitest';\nit.only('planted', () => {});", 'no-focused-tests'],
  ['renderer/h.tsx', 'export const Planted = (p: { html: string }) => <b dangerouslySetInnerHTML={{ __html: p.html }} />;', 'no-danger'],
] as const;

describe('the lint rules', () => {
  let tree: PlantedTree;
  let said = '';
  beforeAll(() => {
    tree = copyOf(['.oxlintrc.json']);
    for (const [path, text] of forbidden) tree.plant(path, `${text}\n`);
    said = runTool('node_modules/oxlint/bin/oxlint', ['-c', join(projectRoot, '.oxlintrc.json'), '-f', 'unix', 'electron', 'renderer', 'tests'], tree.root).said;
  });
  afterAll(() => tree.remove());

  it.each(forbidden)('refuse %s: %s', (path, _text, rule) => {
    const lines = said.split('\n').filter((line) => line.startsWith(path));
    expect(lines.join('\n')).toContain(`(${rule})`);
  });
});
