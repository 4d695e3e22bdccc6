// Holds the layers: dependency-cruiser with the rules of .dependency-cruiser.cjs. A run that looked at no modules has failed too.
//   node resources/tools/checks/layers.mjs [root]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toolScripts } from '../child.mjs';
import { projectNode, projectRoot } from '../runtime.mjs';

const root = resolve(process.argv[2] ?? projectRoot);
const folders = ['electron', 'db', 'renderer', 'resources/tools', 'tests'].filter((folder) => existsSync(join(root, folder)));
const rules = join(projectRoot, '.dependency-cruiser.cjs');
const args = [join(projectRoot, toolScripts.depcruise), '--config', rules, '--output-type', 'json', ...folders];
const { modules, summary } = folders.length > 0 ? cruise() : { modules: [], summary: { violations: [] } };
const ours = modules.filter(({ source }) => !source.includes('node_modules') && /\.(ts|tsx|mjs)$/.test(source)).length;
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' -> ');
  process.stdout.write(`${rule.name}: ${from} -> ${way}\n`);
}
if (ours === 0) process.stdout.write('no module was looked at; a check of nothing is no check\n');
process.stdout.write(`${ours} modules, ${summary.violations.length} violations\n`);
process.exitCode = ours === 0 || summary.violations.length > 0 ? 1 : 0;

function cruise() {
  const done = spawnSync(projectNode, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 << 20 });
  process.stderr.write(done.stderr);
  return JSON.parse(done.stdout);
}
