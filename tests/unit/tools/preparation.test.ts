import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmallCheckout } from '../../support/small-checkout.ts';

let checkout: SmallCheckout;
beforeEach(() => {
  checkout = new SmallCheckout();
});
afterEach(() => checkout.remove());

const named = (calls: readonly string[]): string[] => calls.map((call) => call.split(' ')[0] ?? '');
/** The command that the person is told to type. */
const commandIn = (said: string): string => /^ *(sudo .*)$/m.exec(said)?.[1] ?? '';

describe.skipIf(process.platform !== 'linux')('preparation', () => {
  it('installs once what is missing; with nothing to do it asks the system once, calls nothing else and costs little', async () => {
    expect((await checkout.run('prepare.mjs')).code).toBe(0);
    expect(named(checkout.calls())).toEqual(['npm', 'dpkg-query', 'download']);
    const second = await checkout.run('prepare.mjs');
    expect(second.code).toBe(0);
    expect(named(checkout.calls())).toEqual(['dpkg-query']);
    expect(second.tookMs).toBeLessThan(2_000);
    expect(second.said.trim().split('\n')).toEqual([expect.stringContaining('runtime: stand-in Electron 25.1.1')]);
  });

  it('installs the npm packages again when the lock file names others, and not when it was only touched', async () => {
    await checkout.run('prepare.mjs');
    checkout.calls();
    checkout.lockFile('1.0.0');
    await checkout.run('prepare.mjs');
    expect(named(checkout.calls())).not.toContain('npm');
    checkout.lockFile('2.0.0');
    await checkout.run('prepare.mjs');
    expect(checkout.calls()).toContain('npm ci --no-audit --no-fund --loglevel=error');
  });

  it('stops where the npm packages cannot be had, says so without a stack, and takes nothing for done', async () => {
    checkout.program('npm', 'echo "npm error code ENOTFOUND" >&2; exit 1');
    const { code, said } = await checkout.run('prepare.mjs');
    expect(code).toBe(1);
    expect(said).toContain('npm error code ENOTFOUND');
    expect(said).toContain('the npm packages could not be installed');
    expect(said).not.toMatch(/^\s+at /m);
    await checkout.run('prepare.mjs');
    expect(named(checkout.calls())).toEqual(['npm', 'npm']);
  });

  it('tells somebody who is not root the exact command for the missing system packages; typed as it stands, it mends it', async () => {
    checkout.installed('libgtk-3-0', 'libnss3');
    const { code, said } = await checkout.run('prepare.mjs', { display: ':0' });
    expect(code).toBe(1);
    expect(commandIn(said)).toBe('sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0t64 libnss3');
    expect(named(checkout.calls())).not.toContain('apt-get');
    expect((await checkout.type(commandIn(said))).code).toBe(0);
    expect((await checkout.run('prepare.mjs', { display: ':0' })).code).toBe(0);
  });

  it('goes on where only tests lack a package, and where a screen is there without a virtual one; without a screen it asks for one', async () => {
    checkout.installed('strace');
    const { code, said } = await checkout.run('prepare.mjs');
    expect([code, commandIn(said)]).toEqual([0, 'sudo apt-get update && sudo apt-get install -y --no-install-recommends strace']);
    checkout.installed('xvfb');
    expect((await checkout.run('prepare.mjs', { display: ':0' })).code).toBe(0);
    const without = await checkout.run('prepare.mjs');
    expect([without.code, commandIn(without.said)]).toEqual([1, 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb']);
  });

  it('installs the system packages itself where it is root, and looks for none where the system has no such list', async () => {
    checkout.installed('libgtk-3-0', 'strace');
    expect((await checkout.run('prepare.mjs', { uid: 0 })).code).toBe(0);
    expect(checkout.calls()).toContain('apt-get install -y -qq --no-install-recommends libgtk-3-0t64 strace');
    checkout.program('dpkg-query', 'exit 127');
    expect((await checkout.run('prepare.mjs', { uid: 0 })).code).toBe(0);
    expect(named(checkout.calls())).not.toContain('apt-get');
  });

  it('remembers a download that failed, says why, starts without it, and tries again only when told to', async () => {
    const first = await checkout.run('prepare.mjs');
    expect(first.said).toContain('the release host could not be reached (getaddrinfo ENOTFOUND), tried just now');
    checkout.calls();
    const second = await checkout.run('prepare.mjs');
    expect(second.said).toMatch(/the release host could not be reached \(getaddrinfo ENOTFOUND\), tried on \d{4}-\d\d-\d\d/);
    expect(named(checkout.calls())).not.toContain('download');
    await checkout.run('prepare.mjs', { args: ['--again'] });
    expect(named(checkout.calls())).toContain('download');
    const only = await checkout.run('prepare.mjs', { args: ['--official-only'] });
    expect([only.code, only.said]).toEqual([1, expect.stringContaining('the official Electron 99.0.0 cannot be had here')]);
  });

  it('takes the official runtime once it is there, whatever was remembered', async () => {
    await checkout.run('prepare.mjs');
    checkout.write('node_modules/electron/path.txt', 'electron');
    checkout.write('node_modules/electron/dist/version', 'v99.0.0');
    expect((await checkout.run('prepare.mjs')).said).toContain('runtime: official Electron 99.0.0');
  });
});

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  it('says that there is no display, runs the demo on a virtual one and ends with its status', async () => {
    const { code, said } = await checkout.run('start.mjs');
    expect(said).toContain('There is no display here, so no window can open. Running the demo instead.');
    expect(said).toContain('the demo ran on :77');
    expect(code).toBe(3);
    expect(named(checkout.calls())).not.toContain('electron');
  });

  it('opens the program on the display that is there, with its words, and ends with its status', async () => {
    const { code, said } = await checkout.run('start.mjs', { display: ':9', args: ['--training'] });
    expect(code).toBe(5);
    expect(said).not.toContain('the demo ran on');
    expect(checkout.calls().find((call) => call.startsWith('electron '))).toBe(`electron ${checkout.folder} --training`);
  });

  it('opens nothing where preparation fails', async () => {
    checkout.installed('libnss3');
    const { code, said } = await checkout.run('start.mjs', { display: ':9' });
    expect([code, commandIn(said)]).toEqual([1, 'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3']);
    expect(named(checkout.calls())).not.toContain('electron');
  });
});
