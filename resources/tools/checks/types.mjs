// Checks the types of every part with the settings of its own runtime: a tsconfig per part, and every source file in one of them.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, relative } from 'node:path';
import { toolScripts } from '../child.mjs';
import { projectNode, projectRoot } from '../runtime.mjs';

/** The parts; a source outside all of them would never be checked. */
const parts = ['electron/domain', 'electron/contract', 'electron/core', 'electron/main', 'renderer', 'resources/tools', 'tests'];
const sources = ['electron/**/*.ts', 'db/**/*.ts', 'renderer/**/*.{ts,tsx}', 'resources/**/*.ts', 'tests/**/*.{ts,tsx}', '*.ts'];

const covered = new Set();
const waiting = [...parts];
let failed = 0;

await Promise.all(cpus().slice(0, 2).map(worker));

const missed = globSync(sources, { cwd: projectRoot, exclude: (name) => name === 'node_modules' }).filter((file) => !covered.has(file.replaceAll('\\', '/')));
for (const file of missed) process.stdout.write(`no tsconfig covers ${file}\n`);
process.exitCode = failed > 0 || missed.length > 0 ? 1 : 0;

async function worker() {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) failed += await checkPart(part);
}

/** Runs the compiler on one part. Returns 1 when it complains or looked at no file of the part, else 0. */
function checkPart(part) {
  const args = [join(projectRoot, toolScripts.tsc), '--project', join(projectRoot, part), '--listFiles', '--pretty', 'false'];
  const child = spawn(projectNode, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more) => (text += more));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const lines = text.split(/\r?\n/).filter((line) => line !== '');
      const isFile = (line) => /^(\/|[A-Z]:).*\.(ts|tsx|mts|cts|json)$/.test(line);
      const own = lines.filter(isFile).map((file) => relative(projectRoot, file).replaceAll('\\', '/')).filter((file) => !file.startsWith('node_modules'));
      for (const file of own) covered.add(file);
      for (const line of lines.filter((found) => !isFile(found))) process.stdout.write(`${line}\n`);
      process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'} ${part} (${own.length} files)\n`);
      resolve(code === 0 && own.length > 0 ? 0 : 1);
    });
  });
}
