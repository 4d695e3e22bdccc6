// The system packages that Electron and the tests need on Debian and Ubuntu. Installed as root; anybody else gets the command.
import { CannotPrepare, say } from './say.mjs';
import { runQuiet, runShown } from './run.mjs';

const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatk-bridge2.0-0', 'libcups2', 'libdrm2'];
const display = ['xvfb', 'xauth'];
const forTests = ['fonts-noto-cjk', 'udev', 'socat', 'poppler-utils', 'strace'];

/**
 * Installs what is missing. On a system without dpkg nothing is checked. Without root the exact command is printed, and
 * preparation stops only where the window could not open at all.
 */
export function ensureSystemPackages() {
  if (process.platform !== 'linux') return;
  const present = installedPackages();
  if (present === null) return;
  const lacks = (name) => !present.has(name) && !present.has(`${name}t64`);
  const missing = [...display, ...libraries, ...forTests].filter(lacks);
  if (missing.length === 0) return;
  if (process.getuid() === 0) installAsRoot(missing);
  else askForThem(missing);
}

/** Names of the installed ones among those we care about, or null where there is no dpkg. */
function installedPackages() {
  const asked = [...display, ...libraries, ...forTests].flatMap((name) => [name, `${name}t64`]);
  const done = runQuiet('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...asked]);
  if (done.out === '' && done.err === '') return null;
  const lines = done.out.split('\n').filter((line) => line.endsWith(' installed'));
  return new Set(lines.map((line) => line.split(' ')[0]));
}

/** Newer releases rename some libraries to end in t64; the name that can be installed here is used. */
function installable(name) {
  const candidate = (asked) => /Candidate: (?!\(none\))\S/.test(runQuiet('apt-cache', ['policy', asked], { env: { ...process.env, LC_ALL: 'C' } }).out);
  if (candidate(`${name}t64`)) return `${name}t64`;
  return candidate(name) ? name : null;
}

function installAsRoot(missing) {
  say(`installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (runShown('apt-get', ['update', '-qq'], { env }) !== 0) say('the package lists could not be renewed; going on with those that are there');
  const names = missing.map((name) => [name, installable(name)]);
  const unknown = names.filter(([, found]) => found === null).map(([name]) => name);
  if (unknown.length > 0) say(`this system does not offer: ${unknown.join(' ')}`);
  const wanted = names.flatMap(([, found]) => (found === null ? [] : [found]));
  const code = runShown('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { env });
  if (code === 0) say('system packages installed');
  else if (missing.some((name) => !forTests.includes(name))) throw new CannotPrepare('the system packages could not be installed; the lines above say why');
  else say('some packages that only tests use could not be installed; those tests are counted as skipped');
}

function askForThem(missing) {
  const names = missing.map((name) => installable(name) ?? name).join(' ');
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
  const blocks = missing.some((name) => libraries.includes(name)) || (display.some((name) => missing.includes(name)) && !hasDisplay());
  if (blocks) throw new CannotPrepare(`system packages are missing. Please type:\n\n  ${command}\n\nand start again.`);
  say(`some packages that tests use are missing. To have them, type:\n  ${command}`);
}

function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
