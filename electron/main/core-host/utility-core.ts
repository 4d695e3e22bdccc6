import { utilityProcess, type MessagePortMain } from 'electron';
import type { CoreToMain, MainToCore } from '../../contract/control.ts';
import { coreEnvironment } from './core-environment.ts';
import type { CoreHandle } from './core-handle.ts';

export interface UtilityCoreOptions {
  readonly entry: string;
  readonly args?: readonly string[];
  readonly codeCache?: string;
  readonly onErrorOutput: (text: string) => void;
}

/** Starts core as Electron's utility process. Each window's port goes to core itself; main never sees its messages. */
export function startUtilityCore(options: UtilityCoreOptions): CoreHandle {
  const child = utilityProcess.fork(options.entry, [...(options.args ?? [])], {
    serviceName: 'Village Station core',
    env: coreEnvironment(options.codeCache),
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const unsent: (() => void)[] = [];
  const messageListeners: ((message: CoreToMain) => void)[] = [];
  const exitListeners: ((code: number | null) => void)[] = [];
  let spawned = false;

  const post = (message: MainToCore, ports: MessagePortMain[] = []): void => {
    if (spawned) child.postMessage(message, ports);
    else unsent.push(() => child.postMessage(message, ports));
  };
  child.on('spawn', () => {
    spawned = true;
    for (const sendNow of unsent.splice(0)) sendNow();
  });
  child.on('message', (raw: CoreToMain) => {
    for (const listener of messageListeners) listener(raw);
  });
  child.on('exit', (code) => {
    for (const listener of exitListeners) listener(code);
  });
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', options.onErrorOutput);

  return {
    transport: 'direct',
    get pid() {
      return child.pid;
    },
    send: (message) => post(message),
    // The shell makes every port with MessageChannelMain, the only kind that can be handed over.
    openWindow: (window, port) => post({ type: 'open-window', ...window }, [port as MessagePortMain]),
    closeWindow: (windowId) => post({ type: 'close-window', windowId }),
    onMessage: (listener) => void messageListeners.push(listener),
    onExit: (listener) => void exitListeners.push(listener),
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
