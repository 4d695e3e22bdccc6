import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

interface Target { readonly type: string; readonly webSocketDebuggerUrl: string }

/** The address Chromium says on standard error when it was started with `--remote-debugging-port=0`. */
export function devtoolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /DevTools listening on ws:\/\/([\d.]+:\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(`http://${port}`);
    });
    child.once('exit', (code) => reject(new Error(`the window ended with ${code}: ${said}`)));
  });
}

/** Asks the one page of a running window for the value of an expression. The line is opened only now, so it cost the start nothing. */
export async function askPage<T>(address: string, expression: string): Promise<T> {
  for (;;) {
    const targets = await (await fetch(`${address}/json`)).json() as Target[];
    const page = targets.find((target) => target.type === 'page');
    if (page) return evaluate<T>(page.webSocketDebuggerUrl, expression);
    await sleep(100);
  }
}

function evaluate<T>(url: string, expression: string): Promise<T> {
  const socket = new WebSocket(url);
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, awaitPromise: true, returnByValue: true } })));
    socket.addEventListener('error', () => reject(new Error('the page does not answer')));
    socket.addEventListener('message', (event: MessageEvent<string>) => {
      const answer = JSON.parse(event.data) as { id?: number; result?: { result?: { value?: T }; exceptionDetails?: unknown } };
      if (answer.id !== 1) return;
      socket.close();
      if (answer.result?.exceptionDetails !== undefined) reject(new Error(JSON.stringify(answer.result.exceptionDetails)));
      else resolve(answer.result?.result?.value as T);
    });
  });
}
