import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchShell, shellFolder, type ShellUnderTest } from '../support/shell/launch-shell.ts';
import { ShellPage } from '../support/shell/shell-page.ts';

test.describe('the walls around the page', () => {
  let shell: ShellUnderTest;
  let page: ShellPage;

  test.beforeAll(async () => {
    shell = await launchShell();
    page = new ShellPage(shell.page);
    await page.waitForPorts(1);
  });
  test.afterAll(() => shell.close());

  test('the page has no Node and no global of the shell', async () => {
    const reach = await shell.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window));
    expect(reach).toEqual([]);
    const preferences = await shell.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  });

  test('an inline script does not run, nor does text turned into code', async () => {
    expect(await shell.page.evaluate(() => window.inlineScriptRan)).toBeUndefined();
    const outcome = await shell.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.addedScriptRan = true';
      document.body.append(script);
      return 'addedScriptRan' in window;
    });
    expect(outcome).toBe(false);
    await expect.poll(() => shell.page.evaluate(() => window.shell.violations)).toContain('script-src-elem');
  });

  test('a style element is drawn only with the nonce of this load', async () => {
    const colours = await shell.page.evaluate(() => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '';
      const colourWith = (given: string): string => {
        const style = document.createElement('style');
        style.nonce = given;
        style.textContent = 'h1 { color: rgb(1, 2, 3) }';
        document.head.append(style);
        const { color } = getComputedStyle(document.querySelector('h1') as HTMLElement);
        style.remove();
        return color;
      };
      return { length: nonce.length, without: colourWith(''), wrong: colourWith('AAAA'), right: colourWith(nonce) };
    });
    expect(colours).toEqual({ length: 24, without: 'rgb(0, 0, 0)', wrong: 'rgb(0, 0, 0)', right: 'rgb(1, 2, 3)' });
  });

  test('the network cannot be reached, not even without the policy', async () => {
    const attempt = (url: string): Promise<string> =>
      shell.page.evaluate((address) => fetch(address).then(() => 'reached', () => 'refused'), url);
    expect(await attempt('https://example.org/')).toBe('refused');
    expect(await attempt('http://127.0.0.1:9/')).toBe('refused');
    expect(await attempt('app://rescue/')).toBe('refused');
    expect(await attempt('file:///etc/passwd')).toBe('refused');
    expect(await attempt('/index.html')).toBe('reached');
    const cancelled = await shell.app.evaluate(({ net }) => new Promise<string>((resolve) => {
      const request = net.request('http://127.0.0.1:9/');
      request.on('error', (error) => resolve(error.message));
      request.on('response', () => resolve('reached'));
      request.end();
    }));
    expect(cancelled).toContain('BLOCKED_BY_CLIENT');
  });

  test('files outside the pages are not served', async () => {
    for (const path of ['/../main/main.cjs', '/%2e%2e/main/main.cjs', '/..%2fmain%2fmain.cjs', '/%5c..%5cmain.cjs', '/missing.js']) {
      const status = await shell.page.evaluate((address) => fetch(address).then((response) => response.status, () => 0), path);
      expect(status, path).toBe(404);
    }
  });

  test('the page cannot leave, and opens no window', async () => {
    for (const address of ['https://example.org/', 'app://rescue/', 'file:///etc/passwd', 'data:text/html,gone', 'app://station/other.html']) {
      await shell.page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
    }
    expect(await shell.page.evaluate(() => window.open('app://station/'))).toBeNull();
    await shell.page.waitForTimeout(500);
    expect(shell.page.url()).toBe('app://station/');
    expect(shell.app.windows()).toHaveLength(1);
    expect(await page.call('echo', 'still here')).toBe('still here');
  });

  test('of all permissions only the camera is granted', async () => {
    const states = await shell.page.evaluate(async () => {
      const ask = async (name: string): Promise<string> => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return { geolocation: await ask('geolocation'), notifications: await ask('notifications'), microphone: await ask('microphone'), camera: await ask('camera') };
    });
    expect(states).toEqual({ geolocation: 'denied', notifications: 'denied', microphone: 'denied', camera: 'granted' });
    const audio = await shell.page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (error: Error) => error.name));
    expect(audio).not.toBe('given');
  });

  test('F5 is a key of the desk, and no chord reloads', async () => {
    const before = await page.portCount();
    const press = (keyCode: string, modifiers: string[]): Promise<void> => shell.app.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const modifiersGiven = key.modifiers as 'control'[];
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key.keyCode, modifiers: modifiersGiven });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: key.keyCode, modifiers: modifiersGiven });
    }, { keyCode, modifiers });
    await press('F5', []);
    await press('F5', ['control']);
    await press('R', ['control']);
    await press('R', ['control', 'shift']);
    await expect.poll(() => shell.page.evaluate(() => window.shell.keys)).toContain('F5');
    await shell.page.waitForTimeout(300);
    expect((await shell.page.evaluate(() => window.shell.keys)).filter((key) => /^Ctrl\+(F5|r)$/i.test(key))).toEqual([]);
    expect(await page.portCount()).toBe(before);
    expect(await shell.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
  });

  test('a message from a foreign page gets no port', async () => {
    const title = await shell.app.evaluate(async ({ BrowserWindow }, preload) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('data:text/html,<script>addEventListener("message",()=>{document.title="got one"})</script>');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const found = foreign.webContents.getTitle();
      foreign.destroy();
      return found;
    }, join(await shellFolder(), 'out', 'preload', 'preload.cjs'));
    expect(title).not.toBe('got one');
  });
});
