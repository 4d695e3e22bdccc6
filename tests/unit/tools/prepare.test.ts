import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPackages, newcomer } from './newcomer.ts';
import type { Newcomer } from './newcomer.ts';

const step = (call: string): string => `import { CannotPrepare } from './prepare/say.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { ensureSystemPackages } from './prepare/system-packages.mjs';
try { ${call}(); } catch (error) { if (!(error instanceof CannotPrepare)) throw error; console.error(error.message); process.exitCode = 1; }
void ensureDependencies; void ensureSystemPackages;`;
const lock = (version: string): string => JSON.stringify({ packages: { '': {}, 'node_modules/one': { version } } });
const script = 'resources/tools/step.mjs';
/** `npm ci` that lays the packages down as the lock file of the folder says. */
const npmThatWorks = "node -e \"const fs=require('fs');fs.mkdirSync('node_modules/node/bin',{recursive:true});const p=JSON.parse(fs.readFileSync('package-lock.json'));fs.writeFileSync('node_modules/.package-lock.json',JSON.stringify(p));fs.rmSync('node_modules/node/bin/node',{force:true});fs.symlinkSync(process.execPath,'node_modules/node/bin/node')\"";

let place: Newcomer;
beforeEach(() => { place = newcomer(); });
afterEach(() => place.remove());

describe('the npm packages of a fresh clone', () => {
  beforeEach(() => place.write(script, step('ensureDependencies')));

  it('are installed once; the next start asks nobody', () => {
    place.give({ npm: npmThatWorks });
    const first = place.run(script);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('installing the npm packages')]);
    expect(place.calls()).toEqual(['npm ci --no-audit --no-fund --loglevel=error']);
    const again = place.run(script);
    expect([again.code, again.out]).toEqual([0, '']);
    expect(place.calls()).toHaveLength(1);
  });

  it('are installed again when the lock file names another version, and not when only its layout changed', () => {
    place.give({ npm: npmThatWorks });
    place.run(script);
    place.write('package-lock.json', `${lock('1.0.0')}\n`);
    expect(place.run(script).out).toBe('');
    place.write('package-lock.json', lock('2.0.0'));
    expect(place.run(script).out).toContain('installing the npm packages');
    expect(place.calls()).toHaveLength(2);
  });

  it('are not believed to be there after an installation that failed', () => {
    place.give({ npm: 'echo "the line is down" >&2; exit 1' });
    const failed = place.run(script);
    expect([failed.code, failed.out]).toEqual([1, expect.stringMatching(/the line is down[\s\S]*could not be installed/u)]);
    expect(place.read('node_modules/.village-station-stamp')).toBeNull();
    place.give({ npm: npmThatWorks });
    expect(place.run(script).code).toBe(0);
    expect(place.read('node_modules/.village-station-stamp')).toBe(createHash('sha256').update(lock('1.0.0')).digest('hex'));
  });
});

/** dpkg that knows the named packages, apt that offers each, some under their newer name. */
const debian = (installed: readonly string[], newer: readonly string[] = []) => ({
  'dpkg-query': installed.length === 0 ? 'echo "no packages found" >&2; exit 1' : `printf '${installed.map((name) => `${name} installed\\n`).join('')}'`,
  'apt-cache': `case "$2" in ${newer.length === 0 ? 'none' : newer.join('|')}) echo "  Candidate: 1";; *t64) echo "  Candidate: (none)";; *) echo "  Candidate: 1";; esac`,
  'apt-get': 'exit 0',
});
const needed = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatk-bridge2.0-0', 'libcups2', 'libdrm2'];
const forTests = ['fonts-noto-cjk', 'udev', 'socat', 'poppler-utils', 'strace'];
const isRoot = process.getuid?.() === 0;
/** Nobody in particular; only root can start a program as somebody else, and anybody else is not root anyway. */
const notRoot = isRoot ? { as: 65_534 } : {};

describe.runIf(process.platform === 'linux')('the system packages', () => {
  beforeEach(() => place.write(script, step('ensureSystemPackages')));

  it('cost nothing where they are there, under their older or newer name', () => {
    place.give(debian([...needed.map((name) => (name === 'libasound2' ? 'libasound2t64' : name)), ...forTests]));
    expect(place.run(script, notRoot)).toEqual({ code: 0, out: '' });
    expect(place.calls().map((call) => call.split(' ')[0])).toEqual(['dpkg-query']);
  });

  it('are asked for with the exact command, and nothing is tried without the right', () => {
    place.give(debian([...needed.filter((name) => name !== 'libasound2' && name !== 'libnss3'), ...forTests], ['libasound2t64']));
    const { code, out } = place.run(script, notRoot);
    expect(code).toBe(1);
    expect(out).toContain('sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 libasound2t64\n');
    expect(place.calls().some((call) => call.startsWith('apt-get'))).toBe(false);
  });

  it('are there once the command is typed as it stands', () => {
    place.give({ ...debian(needed.filter((name) => name !== 'libnss3')), sudo: '"$@"', 'apt-get': 'case "$*" in *libnss3*) touch came;; esac' });
    const command = /^ *(sudo .*)$/mu.exec(place.run(script, notRoot).out)?.[1] ?? '';
    expect(place.type(command).code).toBe(0);
    expect(place.calls().filter((call) => call.startsWith('apt-get'))).toEqual(['apt-get update', expect.stringContaining('apt-get install -y --no-install-recommends libnss3')]);
    expect(place.read('came')).toBe('');
  });

  it('do not stop the program where only tests want them, or a screen is there anyway', () => {
    place.give(debian(needed));
    expect(place.run(script, notRoot)).toEqual({ code: 0, out: expect.stringContaining(`install -y --no-install-recommends ${forTests.join(' ')}\n`) });
    place.give(debian([...needed.filter((name) => name !== 'xvfb'), ...forTests]));
    expect(place.run(script, { ...notRoot, env: { DISPLAY: ':9' } }).code).toBe(0);
    expect(place.run(script, notRoot).code).toBe(1);
  });

  it.runIf(isRoot)('are installed by root, those the system does not offer are named', () => {
    place.give({ ...debian([...needed.filter((name) => name !== 'libgbm1'), ...forTests.filter((name) => name !== 'strace')]), 'apt-cache': 'case "$2" in libgbm1) echo "  Candidate: 1";; *) echo "  Candidate: (none)";; esac' });
    const { code, out } = place.run(script);
    expect(code).toBe(0);
    expect(out).toContain('does not offer: strace');
    expect(place.calls().filter((call) => call.startsWith('apt-get'))).toEqual(['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends libgbm1']);
  });

  it.runIf(isRoot)('stop the start where they cannot be installed and the window needs them', () => {
    place.give({ ...debian([...needed.filter((name) => name !== 'libgbm1'), ...forTests]), 'apt-get': 'exit 100' });
    expect(place.run(script)).toEqual({ code: 1, out: expect.stringContaining('could not be installed') });
  });
});

describe('the runtime', () => {
  const choose = "import { ensureElectron } from './prepare/electron-runtime.mjs';\nimport { CannotPrepare } from './prepare/say.mjs';\ntry { await ensureElectron({ again: process.env.AGAIN === '1', officialOnly: true }); } catch (error) { if (!(error instanceof CannotPrepare)) throw error; console.error(error.message); process.exitCode = 1; }";
  beforeEach(() => {
    place.write(script, choose);
    installPackages(place);
    place.write('node_modules/electron/package.json', JSON.stringify({ version: '45.4.1' }));
    place.write('node_modules/electron/install.js', "require('fs').appendFileSync('tries.txt', 'x'); process.stderr.write('ENOTFOUND release host\\n'); process.exitCode = 1;");
  });

  it('that cannot be fetched is tried once, and the next start only says so', () => {
    expect(place.run(script)).toEqual({ code: 1, out: expect.stringContaining('could not be reached (ENOTFOUND release host), tried just now') });
    expect(place.run(script).out).toMatch(/ENOTFOUND release host\), tried on \d{4}-\d{2}-\d{2}/u);
    expect(place.read('tries.txt')).toBe('x');
    place.run(script, { env: { AGAIN: '1' } });
    expect(place.read('tries.txt')).toBe('xx');
  });

  it('is tried anew for another version of the product', () => {
    place.run(script);
    place.write('node_modules/electron/package.json', JSON.stringify({ version: '46.0.0' }));
    place.run(script);
    expect(place.read('tries.txt')).toBe('xx');
  });

  it('of the declared version that lies there is taken without a question, one of another version is not', () => {
    place.write('node_modules/electron/path.txt', 'electron');
    place.write('node_modules/electron/dist/version', 'v45.4.1');
    expect(place.run(script)).toEqual({ code: 0, out: expect.stringContaining('runtime: official Electron 45.4.1: the version the product declares') });
    expect(JSON.parse(place.read('cache/runtime.json') ?? '{}')).toMatchObject({ kind: 'official', version: '45.4.1' });
    expect(place.read('tries.txt')).toBeNull();
    place.write('node_modules/electron/dist/version', 'v25.1.1');
    expect(place.run(script).code).toBe(1);
  });
});

describe.runIf(process.platform === 'linux')('the whole preparation', () => {
  it('asks the system once where there is nothing to do, calls nobody else, says one line and costs little', () => {
    place.give({ npm: npmThatWorks, ...debian([...needed, ...forTests]) });
    installPackages(place);
    place.write('node_modules/electron/package.json', JSON.stringify({ version: '45.4.1' }));
    place.write('node_modules/electron/path.txt', 'electron');
    place.write('node_modules/electron/dist/version', 'v45.4.1');
    place.run('resources/tools/prepare.mjs');
    place.give({});
    const began = performance.now();
    const { code, out } = place.run('resources/tools/prepare.mjs');
    expect(performance.now() - began).toBeLessThan(3_000);
    expect([code, out.trim()]).toEqual([0, '[prepare] runtime: official Electron 45.4.1: the version the product declares']);
    expect(place.calls().map((call) => call.split(' ')[0])).toEqual(['dpkg-query']);
  });
});

describe.runIf(process.platform === 'linux')('npm start on a display', () => {
  beforeEach(() => {
    installPackages(place);
    place.write('resources/tools/build.mjs', 'export const ensureBuilt = async () => 0;');
    place.write('node_modules/electron/package.json', JSON.stringify({ version: '45.4.1' }));
    place.write('cache/runtime.json', JSON.stringify({ kind: 'stand-in', dir: `${place.folder}/bin`, version: '25.1.1' }));
    place.give({ electron: 'exit 5' });
  });

  it('opens the program there, hands it what was typed, and ends with its status', () => {
    place.write('resources/tools/prepare.mjs', '');
    const { code } = place.run('resources/tools/start.mjs', { env: { DISPLAY: ':9' }, words: ['--training'] });
    expect(code).toBe(5);
    expect(place.calls().map((call) => call.replace('--no-sandbox ', ''))).toEqual([`electron ${place.folder} --training`]);
  });

  it('opens nothing where the machine could not be prepared', () => {
    place.write('resources/tools/prepare.mjs', 'process.stderr.write("no"); process.exit(4);');
    expect(place.run('resources/tools/start.mjs', { env: { DISPLAY: ':9' } })).toEqual({ code: 4, out: 'no' });
    expect(place.calls()).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  beforeEach(() => {
    installPackages(place);
    place.write('resources/tools/prepare.mjs', '');
    place.write('resources/tools/build.mjs', 'export const ensureBuilt = async () => Number(process.env.BUILD_ENDS ?? 0);');
    place.write('cache/runtime.json', JSON.stringify({ kind: 'stand-in', dir: '/nowhere', version: '25.1.1' }));
    place.write('node_modules/electron/package.json', JSON.stringify({ version: '45.4.1' }));
    place.give({ Xvfb: 'echo 77 >&3; exec sleep 20' });
    place.write('resources/tools/demo.ts', 'console.log(`the demo on ${process.env.DISPLAY}`); process.exit(7);');
  });

  it('says so, runs the demo on a virtual screen and ends with its status', () => {
    expect(place.run('resources/tools/start.mjs')).toEqual({ code: 7, out: expect.stringMatching(/the demo on :77[\s\S]*There is no display here/u) });
  });

  it('opens nothing where the program could not be built', () => {
    const { code, out } = place.run('resources/tools/start.mjs', { env: { BUILD_ENDS: '3' } });
    expect([code, out]).toEqual([3, '']);
    expect(place.calls()).toEqual([]);
  });

  it('says what to install where there is no virtual screen either', () => {
    place.give({ Xvfb: 'exit 127' });
    const { code, out } = place.run('resources/tools/start.mjs');
    expect(code).not.toBe(0);
    expect(out).toContain('Xvfb');
  });
});
