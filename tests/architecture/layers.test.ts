import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, runTool, type PlantedTree } from './planted.ts';

const check = 'resources/tools/checks/layers.mjs';

/** A forbidden import per row: where it is planted, what it imports, and the rule that must name it. */
const forbidden = [
  ['electron/domain/planted.ts', 'node:fs', 'domain-is-pure'],
  ['electron/domain/planted-contract.ts', '../contract/define.ts', 'domain-is-pure'],
  ['electron/contract/planted.ts', 'node:fs', 'contract-knows-domain-and-zod'],
  ['electron/contract/planted-db.ts', '../../db/sql.ts', 'contract-knows-domain-and-zod'],
  ['db/planted.ts', '../electron/core/platform/fault.ts', 'db-knows-domain-kysely-sqlite'],
  ['db/planted-zod.ts', 'zod', 'db-knows-domain-kysely-sqlite'],
  ['electron/core/planted.ts', 'electron', 'core-without-shell-and-window'],
  ['electron/core/planted-main.ts', '../main/restart-policy.ts', 'core-without-shell-and-window'],
  ['electron/core/services/planted.ts', 'better-sqlite3', 'core-has-one-sqlite'],
  ['electron/core/devices/planted.ts', '../../../db/sql.ts', 'devices-know-no-database'],
  ['electron/core/documents/planted.ts', '../services/planted.ts', 'parts-without-services'],
  ['electron/core/platform/planted.ts', '../devices/planted.ts', 'platform-is-the-floor'],
  ['electron/main/planted.ts', '../core/platform/fault.ts', 'main-knows-contract'],
  ['electron/preload/planted.ts', '../domain/money.ts', 'preload-knows-contract'],
  ['renderer/planted.ts', '../electron/core/platform/fault.ts', 'window-knows-contract-and-domain'],
  ['renderer/planted-db.ts', '../db/sql.ts', 'window-knows-contract-and-domain'],
  ['renderer/planted-node.ts', 'node:fs', 'window-without-node'],
  ['electron/main/planted-test.ts', '../../tests/support/counts.ts', 'product-without-tests'],
  ['electron/domain/circle-a.ts', './circle-b.ts', 'no-circular'],
  ['electron/domain/planted-nowhere.ts', './nowhere.ts', 'resolvable'],
] as const;

describe('the layers', () => {
  let tree: PlantedTree;
  let said = '';
  let code: number | null = null;

  beforeAll(() => {
    tree = copyOf(['electron', 'db', 'renderer', 'resources/locales', 'tests/support']);
    tree.plant('electron/domain/circle-b.ts', `import './circle-a.ts';\nexport const planted = true;\n`);
    for (const [path, imported] of forbidden) tree.plant(path, `import '${imported}';\nexport const planted = true;\n`);
    ({ code, said } = runTool(check, [tree.root]));
  });
  afterAll(() => tree.remove());

  it('fails the build where a forbidden import stands', () => {
    expect(code).toBe(1);
  });

  it.each(forbidden)('names %s, which imports %s (rule %s)', (path, _imported, rule) => {
    expect(said).toContain(`${rule}: ${path} -> `);
  });

  it.each(['', 'electron/domain'])('fails when it looked at no module (with an empty folder "%s")', (folder) => {
    const empty = mkdtempSync(join(tmpdir(), 'village-station-empty-'));
    mkdirSync(join(empty, folder), { recursive: true });
    const run = runTool(check, [empty]);
    rmSync(empty, { recursive: true });
    expect(run.code).toBe(1);
    expect(run.said).toContain('no module was looked at');
  });
});
