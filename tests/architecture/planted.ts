import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectNode, projectRoot } from '../../resources/tools/runtime.mjs';

/** A copy of some folders of the project in which a fault can be planted. */
export interface PlantedTree {
  readonly root: string;
  plant(path: string, text: string): void;
  remove(): void;
}

/** Copies `folders` to a temporary place; the npm packages are linked. */
export function copyOf(folders: readonly string[]): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'village-station-planted-'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const folder of ['package.json', 'tsconfig.json', ...folders]) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  return {
    root,
    plant: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs a script of the project under Node 24; returns its exit code and all it said. */
export function runTool(script: string, args: readonly string[], cwd: string = projectRoot): { code: number | null; said: string } {
  const done = spawnSync(projectNode, [join(projectRoot, script), ...args], { cwd, encoding: 'utf8', maxBuffer: 64 << 20 });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}
