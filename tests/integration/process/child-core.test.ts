import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import type { CoreToMain, StartConfig } from '../../../electron/contract/control.ts';
import { startChildCore } from '../../../electron/main/core-host/child-core.ts';
import type { CoreHandle, ShellPort } from '../../../electron/main/core-host/core-handle.ts';

const entry = join(import.meta.dirname, '../../support/shell/fake-core.ts');
const config: StartConfig = {
  paths: { data: '/d', resources: '/r', config: '/c', worker: '/w' }, kind: 'training', locale: 'zh', version: '1.2.3', keyStore: true,
};

/** A port of Node dressed as one of Electron, which wraps its messages. */
function asShellPort(port: MessagePort): ShellPort {
  return {
    postMessage: (message) => port.postMessage(message),
    on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
      port.on(event, (data: unknown) => listener({ data }));
    },
    start: () => port.start(),
    close: () => port.close(),
  };
}

class Page {
  private readonly port: MessagePort;
  private lastId = 0;

  constructor(port: MessagePort) {
    this.port = port;
  }

  async call(op: string, input?: unknown): Promise<unknown> {
    this.lastId += 1;
    this.port.postMessage({ id: this.lastId, op, input });
    const [answer] = (await once(this.port, 'message')) as [{ data?: unknown; error?: string }];
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.data;
  }

  closed(): Promise<unknown> {
    return once(this.port, 'close');
  }

  close(): void {
    this.port.close();
  }
}

describe('core as a child process, with main relaying', () => {
  let core: CoreHandle;
  let exited: Promise<number | null>;

  function launch(env: Record<string, string> = {}): CoreToMain[] {
    Object.assign(process.env, env);
    core = startChildCore({ entry, nodePath: process.execPath, onErrorOutput: (text) => process.stderr.write(text) });
    for (const name of Object.keys(env)) delete process.env[name];
    exited = new Promise((resolve) => core.onExit(resolve));
    const heard: CoreToMain[] = [];
    core.onMessage((message) => heard.push(message));
    core.send({ type: 'start', config });
    return heard;
  }

  function openPage(windowId: number): Page {
    const { port1, port2 } = new MessageChannel();
    core.openWindow({ windowId, scope: 'desk', locale: 'zh' }, asShellPort(port1));
    return new Page(port2);
  }

  afterEach(async () => {
    core.kill();
    await exited;
  });

  test('a window asked for before core is ready is answered once it is', async () => {
    launch();
    const page = openPage(1);
    expect(await page.call('echo', { 张三: new Uint8Array([1, 2]) })).toEqual({ 张三: new Uint8Array([1, 2]) });
    page.close();
  });

  test('two windows never get each other\'s answers', async () => {
    launch();
    const [first, second] = [openPage(1), openPage(2)];
    const rounds = Array.from({ length: 50 }, (_, at) => at);
    const ask = async (page: Page, name: string) => {
      for (const round of rounds) expect(await page.call('echo', `${name} ${round}`)).toBe(`${name} ${round}`);
    };
    await Promise.all([ask(first, 'first'), ask(second, 'second')]);
    first.close();
    second.close();
  });

  test('core asks the shell through the same line and gets its answer or its refusal', async () => {
    launch();
    core.onMessage((message) => {
      if (message.type !== 'ask') return;
      if (message.call === 'choose-file') core.send({ type: 'answer', id: message.id, ok: true, value: '/usb/备份' });
      else core.send({ type: 'answer', id: message.id, ok: false, code: 'internal', message: 'no printer window' });
    });
    const page = openPage(1);
    expect(await page.call('choose')).toBe('/usb/备份');
    await expect(page.call('pdf', '<p>x')).rejects.toThrow('no printer window');
    expect(await page.call('about')).toMatchObject({ sealed: true, kind: 'training', paths: config.paths });
    page.close();
  });

  test('when core dies every window\'s port closes and the exit is told once', async () => {
    launch();
    const page = openPage(1);
    await page.call('echo', 1);
    const closed = page.closed();
    process.kill(core.pid ?? 0, 'SIGKILL');
    await closed;
    expect(await exited).toBeNull();
  });

  test('a core that cannot open its folder says why and ends with 1', async () => {
    const heard = launch({ FAKE_CORE_FAILURE: 'database_corrupt' });
    expect(await exited).toBe(1);
    expect(heard).toEqual([{ type: 'start-failed', code: 'database_corrupt', message: 'The fake core was told to fail.' }]);
  });

  test('asked to stop, core says so and ends with 0', async () => {
    const heard = launch();
    await openPage(1).call('echo', 1);
    core.send({ type: 'stop' });
    expect(await exited).toBe(0);
    expect(heard.map(({ type }) => type)).toEqual(['ready', 'stopped']);
  });

  test('a Node that is not there is an exit, not a hang', async () => {
    core = startChildCore({ entry, nodePath: '/nowhere/node', onErrorOutput: () => {} });
    exited = new Promise((resolve) => core.onExit(resolve));
    expect(await exited).toBeNull();
  });
});
