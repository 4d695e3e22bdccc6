import { fork } from 'node:child_process';
import type { CoreToMain, MainToCore } from '../../contract/control.ts';
import type { CoreHandle } from './core-handle.ts';
import { coreEnvironment } from './core-environment.ts';
import { WindowRelay } from './window-relay.ts';

export interface ChildCoreOptions {
  readonly entry: string;
  /** The Node that runs core: the old runtime's own cannot load the database. */
  readonly nodePath: string;
  readonly args?: readonly string[];
  readonly codeCache?: string;
  readonly onErrorOutput: (text: string) => void;
}

/** Starts core as a Node child process. Structured cloning is asked for, so that bytes travel as bytes. */
export function startChildCore(options: ChildCoreOptions): CoreHandle {
  const child = fork(options.entry, options.args ?? [], {
    execPath: options.nodePath,
    execArgv: [],
    env: coreEnvironment(options.codeCache),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const messageListeners: ((message: CoreToMain) => void)[] = [];
  const exitListeners: ((code: number | null) => void)[] = [];
  let exited = false;
  let exitCode: number | null = null;

  // The exit event tells about a child that has just died; a message to it has no other reader.
  const send = (message: MainToCore): void => {
    if (child.connected) child.send(message, () => {});
  };
  const relay = new WindowRelay(send);

  const end = (code: number | null): void => {
    if (exited) return;
    exited = true;
    exitCode = code;
    relay.closeAll();
    for (const listener of exitListeners) listener(code);
  };
  child.on('exit', end);
  child.on('error', (error) => {
    options.onErrorOutput(`${error.message}\n`);
    if (child.pid === undefined) end(null);
  });
  child.stderr?.setEncoding('utf8').on('data', options.onErrorOutput);
  child.on('message', (raw) => {
    // Only the core that was forked here can write on this line.
    const message = raw as unknown as CoreToMain;
    if (relay.take(message)) return;
    for (const listener of messageListeners) listener(message);
  });

  return {
    transport: 'relayed',
    pid: child.pid,
    send,
    openWindow: (window, port) => relay.open(window, port),
    closeWindow: (windowId) => relay.close(windowId),
    onMessage: (listener) => void messageListeners.push(listener),
    // Core may be started before anybody watches it; whoever comes late hears of its end all the same.
    onExit: (listener) => {
      if (exited) queueMicrotask(() => listener(exitCode));
      else exitListeners.push(listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
