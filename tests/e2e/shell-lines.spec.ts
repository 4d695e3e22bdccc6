import { expect, test } from '@playwright/test';
import { launchShell, type ShellUnderTest, type Transport } from '../support/shell/launch-shell.ts';
import { ShellPage } from '../support/shell/shell-page.ts';

const transports: readonly Transport[] = ['direct', 'relayed'];

for (const transport of transports) {
  test.describe(`a window's line to core, ${transport}`, () => {
    let shell: ShellUnderTest;
    let page: ShellPage;

    test.beforeEach(async () => {
      shell = await launchShell({ transport });
      page = new ShellPage(shell.page);
      await page.waitForPorts(1);
    });
    test.afterEach(() => shell.close());

    test('the page gets exactly one port, and is told which window it is', async () => {
      const messages = await page.messages();
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ station: 'port', ports: 1, scope: 'desk', kind: 'training', locale: 'zh' });
      expect(await page.call('about')).toMatchObject({
        host: transport === 'direct' ? 'utility' : 'child',
        scope: 'desk',
        paths: { data: shell.dataFolder, config: shell.configFolder },
      });
    });

    test('Chinese text, bytes and large answers cross unharmed', async () => {
      const input = { name: '张三·龘䶮𠮷', amount: 24_500, list: Array.from({ length: 20_000 }, (_, at) => at), none: null };
      expect(await page.call('echo', input)).toEqual(input);
      const bytes = await shell.page.evaluate(async () => {
        const answer = await window.shell.call('echo', new Uint8Array([0, 127, 255]));
        return { isBytes: answer instanceof Uint8Array, values: [...(answer as Uint8Array)] };
      });
      expect(bytes).toEqual({ isBytes: true, values: [0, 127, 255] });
    });

    test('a reload gets a new port that works', async () => {
      const first = (await page.messages())[0]?.generation ?? 0;
      await shell.page.reload();
      await page.waitForPorts(1);
      expect((await page.messages())[0]?.generation).toBeGreaterThan(first);
      expect(await page.call('echo', 'after the reload')).toBe('after the reload');
    });

    test('a core that is killed comes back, and the page is connected again', async () => {
      const before = await page.corePid();
      process.kill(before, 'SIGKILL');
      await page.waitForPorts(2);
      expect((await page.messages()).map(({ station }) => station)).toEqual(['port', 'lost', 'port']);
      expect(await page.corePid()).not.toBe(before);
      expect(await page.call('echo', '又通了')).toBe('又通了');
    });

    test('the customer display has a line of its own with its own scope', async () => {
      const opened = shell.app.waitForEvent('window');
      expect(await page.call('customer', true)).toBe(true);
      const customer = new ShellPage(await opened);
      await customer.waitForPorts(1);
      expect(await customer.call('about')).toMatchObject({ scope: 'customer' });
      expect(await page.call('customer', false)).toBe(false);
      expect(await page.call('echo', 'desk still here')).toBe('desk still here');
    });
  });
}
