// The npm packages: installed from the lock file when they are missing or the lock file has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotPrepare, say } from './say.mjs';
import { projectNode, projectRoot } from './places.mjs';
import { runShown } from './run.mjs';

const lockFile = join(projectRoot, 'package-lock.json');
const installedList = join(projectRoot, 'node_modules/.package-lock.json');
const stamp = join(projectRoot, 'node_modules/.village-station-stamp');

/** Installs the npm packages unless those that are there are the ones the lock file names. */
export function ensureDependencies() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(projectNode) && readOr(stamp, '') === wanted) return;
  if (!existsSync(projectNode) || !installedMatchesLock()) {
    say('installing the npm packages (the first time takes a few minutes)');
    const code = runShown('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectRoot, shell: process.platform === 'win32' });
    if (code !== 0) throw new CannotPrepare('the npm packages could not be installed; the lines above say why');
    say('npm packages installed');
  }
  writeFileSync(stamp, wanted);
}

/** True when every package of the lock file lies there in its version; optional ones may be missing (other platforms). */
function installedMatchesLock() {
  if (!existsSync(installedList)) return false;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(
    ([place, entry]) => place === '' || installed[place]?.version === entry.version || (entry.optional && !installed[place]),
  );
}

function readOr(file, otherwise) {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}
