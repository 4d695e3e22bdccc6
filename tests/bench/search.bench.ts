import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { electronFlags, runtimeEnvironment } from '../../resources/tools/runtime.mjs';
import { people } from '../support/station.ts';
import { stationProgram } from './bare-process.ts';
import { foundedFolder } from './founded-folder.ts';
import { quantile, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

const members = 5_000;
const rounds = 1_500;
const bound = 4;
/** What stands in the search box key by key: sounds, initials, names, parts of names, codes, the end of a phone number, nothing. */
const typed = ['y', 'ya', 'yang', 'yangt', 'yangtongming', 'ytm', 'xy', 'wu', 'shixiu', '杨', '杨通', '秀英', '建军', 'M0', 'M0123', '123', '4999', '5678', '13800000001', 'zz', '无此人', ''];

declare global {
  interface Window { benchPort?: MessagePort }
}

/** Keeps the port that the page is given, beside the page's own use of it. */
function keepPort(): void {
  window.addEventListener('message', (event: MessageEvent<{ station?: string } | null>) => {
    const [port] = event.ports;
    if (event.data?.station === 'port' && port) window.benchPort = port;
  });
}

/** Calls core over the page's own port, as the page does, and gives the milliseconds from call to reply; search and echo take turns. */
async function measureInPage(order: { readonly typed: readonly string[]; readonly rounds: number; readonly person: { readonly login: string; readonly pin: string } }): Promise<{ search: number[]; echo: number[] }> {
  const port = window.benchPort;
  if (!port) throw new Error('the page has no port');
  const waiting = new Map<string, (reply: { ok: boolean }) => void>();
  port.addEventListener('message', (event: MessageEvent<{ t?: string; i?: string; r?: { ok: boolean } }>) => {
    const { t, i, r } = event.data;
    if (t === 's' && i !== undefined && r) waiting.get(i)?.(r);
  });
  let lastId = 0;
  const call = async (op: string, input: unknown, commandId?: string): Promise<number> => {
    lastId += 1;
    const id = `bench-${lastId}`;
    const began = performance.now();
    const reply = await new Promise<{ ok: boolean }>((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ t: 'q', i: id, m: 'call', a: [commandId === undefined ? { op, input } : { op, input, commandId }] });
    });
    const ms = performance.now() - began;
    waiting.delete(id);
    if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
    return ms;
  };
  await call('session.signIn', { user: order.person.login, pin: order.person.pin }, '01BENCH0000000000000000001');
  const search: number[] = [];
  const echo: number[] = [];
  for (let round = -100; round < order.rounds; round += 1) {
    const text = order.typed[(round + 100) % order.typed.length] ?? '';
    const searched = await call('member.search', { text });
    const echoed = await call('session.echo', {});
    if (round < 0) continue;
    search.push(searched);
    echo.push(echoed);
  }
  return { search, echo };
}

async function pageWithPort(page: Page): Promise<void> {
  await page.addInitScript(keepPort);
  await page.reload();
  await page.waitForFunction(() => window.benchPort !== undefined);
}

/** Member search in the real window against an empty call there: the slowest of a hundred of each. */
export async function benchSearch(): Promise<BenchRow[]> {
  const folder = await foundedFolder(members);
  Object.assign(process.env, runtimeEnvironment());
  const program = stationProgram(folder);
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({ args: [...electronFlags, ...program.args], env: { ...Object.fromEntries(inherited), ...program.env } });
  try {
    const page = await app.firstWindow();
    await pageWithPort(page);
    const { search, echo } = await page.evaluate(measureInPage, { typed, rounds, person: people.clerk });
    return [
      row(`search over ${members} members, p99`, quantile(search, 0.99), quantile(echo, 0.99), bound, 'ms'),
      row(`search over ${members} members, middle`, quantile(search, 0.5), quantile(echo, 0.5), null, 'ms'),
    ];
  } finally {
    await app.close();
    folder.remove();
  }
}
