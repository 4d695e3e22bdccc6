// Bundles the program into out/ when a source is newer than what lies there; --force does it in any case.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runScript, toolScripts } from './child.mjs';
import { childEnvironment, projectRoot } from './runtime.mjs';

const sources = ['electron', 'db', 'renderer', 'resources/locales', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
/** A whole build takes ten to twenty seconds. */
const longestBundlingMs = 4 * 60_000;
const built = join(projectRoot, 'out/.built');

/** Builds where needed. Returns the exit code; messages go to standard error. */
export async function ensureBuilt(force = false) {
  const startedAt = Date.now();
  if (!force && existsSync(built) && newestChange() <= statSync(built).mtimeMs) return 0;
  process.stderr.write('[build] bundling main, core, preload and the window\n');
  rmSync(built, { force: true });
  const first = await bundle();
  const hung = first !== 0 && Date.now() - startedAt >= longestBundlingMs;
  const code = hung ? await bundle() : first;
  if (code !== 0) return code;
  mkdirSync(join(projectRoot, 'out'), { recursive: true });
  writeFileSync(built, '');
  process.stderr.write(`[build] done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return 0;
}

/** A bundler that hangs (seen once while sources were being written under it) is ended, and asked a second time. */
async function bundle() {
  return runScript(toolScripts.electronVite, ['build', '--logLevel', 'warn'], { env: childEnvironment(), stdio: ['ignore', 2, 2], limitMs: longestBundlingMs });
}

function newestChange() {
  return Math.max(...sources.map((path) => newestBelow(join(projectRoot, path))));
}

/** Folders count too: their time changes when a file is added or removed. */
function newestBelow(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestBelow(join(path, name))), about.mtimeMs);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await ensureBuilt(process.argv.includes('--force'));
