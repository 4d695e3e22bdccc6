import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronExecutable, electronFlags } from '../../resources/tools/runtime.mjs';
import { launchShell, shellEnvironment, shellFolder, type ShellUnderTest } from '../support/shell/launch-shell.ts';
import { ShellPage } from '../support/shell/shell-page.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly messages: string;
}

/** Runs the shell to its end, as a second start or as the command line. */
async function runShell(args: readonly string[], configFolder: string, input = '', env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(electronExecutable(), [...electronFlags, await shellFolder(), ...args], { env: { ...shellEnvironment(configFolder, {}), ...env } });
  let output = '';
  let messages = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => { output += part; });
  child.stderr.setEncoding('utf8').on('data', (part: string) => { messages += part; });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, messages })));
}

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

test.describe('the life of the shell', () => {
  let folder: string;
  let shell: ShellUnderTest | null = null;

  const open = async (launch: Parameters<typeof launchShell>[0] = {}): Promise<ShellPage> => {
    shell = await launchShell({ folder, ...launch });
    const page = new ShellPage(shell.page);
    await page.waitForPorts(1);
    return page;
  };
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shell-life-'));
  });
  test.afterEach(async () => {
    await shell?.close();
    shell = null;
    rmSync(folder, { recursive: true, force: true });
  });

  test('the desk opens at 1366×768 and comes back where it was left', async () => {
    await open();
    const bounds = () => shell?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(await bounds()).toMatchObject({ width: 1366, height: 768 });
    const moved = { x: 40, y: 60, width: 1100, height: 700 };
    await shell?.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), moved);
    await expect.poll(bounds).toEqual(moved);
    await shell?.close();
    await open();
    expect(await bounds()).toEqual(moved);
  });

  test('the processor draws, so that no old card or driver leaves the window black', async () => {
    await open();
    expect(await shell?.app.evaluate(({ app }) => app.getGPUFeatureStatus().gpu_compositing)).toBe('disabled_software');
  });

  test('a second start on the same books shows the first window; other books open beside it', async () => {
    const page = await open();
    const second = await runShell(['--data', shell?.dataFolder ?? '', '--training'], shell?.configFolder ?? '');
    expect(second.code).toBe(0);
    expect(await page.call('echo', 'first still runs')).toBe('first still runs');
    const other = await launchShell();
    const otherPage = new ShellPage(other.page);
    await otherPage.waitForPorts(1);
    expect(await otherPage.call('echo', 'beside it')).toBe('beside it');
    await other.close();
  });

  test('core is asked to stop when the window closes', async () => {
    const page = await open();
    const pid = await page.corePid();
    await shell?.close();
    expect(isAlive(pid)).toBe(false);
    expect(readFileSync(join(folder, 'data', 'logs', 'shell.log'), 'utf8')).not.toContain('ended unasked');
  });

  test('a core that does not stop is ended after five seconds', async () => {
    const page = await open({ env: { FAKE_CORE_NEVER_STOPS: '1' } });
    const pid = await page.corePid();
    const began = Date.now();
    await shell?.close();
    expect(Date.now() - began).toBeGreaterThan(4_000);
    expect(Date.now() - began).toBeLessThan(9_000);
    expect(isAlive(pid)).toBe(false);
  });

  for (const transport of ['direct', 'relayed'] as const) {
    test(`a shell that is killed leaves no core behind, ${transport}`, async () => {
      const page = await open({ transport });
      const pid = await page.corePid();
      process.kill(shell?.app.process().pid ?? 0, 'SIGKILL');
      await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
      shell = null;
    });

    test(`sleep and waking reach core, ${transport}`, async () => {
      const page = await open({ transport });
      await shell?.app.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('suspend');
        powerMonitor.emit('resume');
      });
      await expect.poll(() => page.call('power')).toEqual(['suspend', 'resume']);
    });

    test(`--station-cli answers on the standard streams and with core's exit code, ${transport}`, async () => {
      const answer = await runShell(['--station-cli', 'call', '--stdin', '--data', '/somewhere'], join(folder, 'config'), '{"op":"问"}\n', {
        STATION_CORE_HOST: transport === 'direct' ? 'utility' : 'child',
      });
      expect(JSON.parse(answer.output)).toEqual({ args: ['call', '--stdin', '--data', '/somewhere'], input: '{"op":"问"}\n' });
      expect(answer.messages).toContain('said on standard error');
      expect(answer.code).toBe(3);
    });
  }

  test('a page whose process dies is loaded again and connected again', async () => {
    await open();
    const answer = await shell?.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loadedAgain = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await loadedAgain;
      return contents?.executeJavaScript(`new Promise((resolve) => {
        const timer = setInterval(() => {
          if (!window.shell.port) return;
          clearInterval(timer);
          resolve(window.shell.call('echo', 'back'));
        }, 20);
      })`);
    });
    expect(answer).toBe('back');
  });

  test('a page that dies three times within a minute gives way to the rescue screen, and comes back when asked', async () => {
    await open();
    const inWindow = (script: string) => shell?.app.evaluate(({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code), script);
    await shell?.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (let death = 1; death <= 3; death += 1) {
        const loadedAgain = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
        contents?.forcefullyCrashRenderer();
        await loadedAgain;
      }
    });
    expect(await inWindow('document.body.innerText')).toContain('窗口一分钟内坏了三次');
    await inWindow('document.querySelector("button.main").click()');
    await expect.poll(() => shell?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle())).toBe('Shell test page');
  });

  test('without a key store that protects, core is offered none', async () => {
    const page = await open();
    expect(await page.call('about')).toMatchObject({ sealed: false });
  });
});
