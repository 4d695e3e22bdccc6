import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import iconv from 'iconv-lite';
import { connectLocal } from '../../../electron/core/platform/local-socket.ts';
import { startCore } from '../../../electron/core/start.ts';
import type { Core } from '../../../electron/core/start.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { CommandLineStation } from '../../support/command-line.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

/** A value nested so deeply that whoever walks it by recursion may fall. */
function deepList(depth: number): unknown[] {
  const outer: unknown[] = [];
  let at = outer;
  for (let level = 0; level < depth; level += 1) at.push(at = []);
  return outer;
}

const request = (op: string, input: unknown, id: string): object => ({ t: 'q', m: 'call', a: [{ op, input }], i: id });

/** Messages that no window of ours sends. Those with an id must be answered. */
const senseless: readonly unknown[] = [
  null, 0, 'call', true, [], {}, { t: 'q' }, { t: 's', i: 'nobody', r: 1 }, { t: 'x' }, { t: 'q', m: 'call' },
  { t: 'q', m: 'call', a: 5, i: 'no list' }, { t: 'q', m: 'constructor', a: [], i: 'constructor' }, { t: 'q', m: '$close', a: [], i: 'close' }, { t: 'q', m: 'call', a: [null], i: 'no request' },
  request('__proto__', {}, 'prototype'), request('ticket.post', deepList(1_000), 'deep'), request('ticket.post', { baskets: 'x'.repeat(1_000_000) }, 'long'), request('draft.save', { id: 'x', revision: 0.5 }, 'fraction'),
];
const answered = senseless.flatMap((message) => (typeof message === 'object' && message !== null && 't' in message && message.t === 'q' && 'i' in message ? [message.i] : []));

interface Reply { readonly i: string; readonly r?: { readonly ok: boolean; readonly data?: unknown; readonly refusal?: { readonly code: string } }; readonly e?: unknown }

let unheard: unknown[] = [];
const noteUnheard = (error: unknown): void => void unheard.push(error);
beforeEach(() => {
  unheard = [];
  process.on('unhandledRejection', noteUnheard);
});
afterEach(() => {
  process.off('unhandledRejection', noteUnheard);
});

describe('on the port of a window', () => {
  let station: TestStation;
  beforeAll(async () => {
    station = await testStation();
  });
  afterAll(() => station.close());

  test('senseless messages get a refusal or nothing, change nothing, and the next good call is answered', async () => {
    const [page, core] = channelPair();
    const stopServing = station.core.serve(core, { scope: 'desk', locale: 'zh' });
    const events = (): unknown => station.core.station.db.file.prepare('SELECT count(*) AS n FROM event').get();
    const before = events();
    const replies = new Map<string, Reply>();
    page.onMessage((message) => {
      const reply = message as Reply;
      replies.set(reply.i, reply);
    });
    for (const message of senseless) page.post(message);
    page.post(request('session.state', {}, 'good'));
    await expect.poll(() => replies.size).toBe(answered.length + 1);
    for (const id of answered) {
      const reply = replies.get(id as string);
      // Either a refusal of the one kind, or, where not even our function was named, an error of the line itself.
      expect(reply?.e !== undefined || ['invalid_input', 'unknown_operation'].includes(reply?.r?.refusal?.code ?? '')).toBe(true);
    }
    expect(replies.get('good')?.r).toMatchObject({ ok: true, data: { phase: 'sign_in' } });
    expect(events()).toEqual(before);
    expect(unheard).toEqual([]);
    stopServing();
  });
});

describe('on the local line of a running core', () => {
  let station: TestStation;
  let core: Core;
  beforeAll(async () => {
    station = await testStation();
    await station.core.stop();
    const { paths, host, clock } = station.core.station;
    core = await startCore({ paths, host, clock, kind: 'live', isAtWork: true });
  });
  afterAll(async () => {
    await core.stop();
    await station.close();
  });

  test('a caller with the password who talks nonsense ends neither core nor the line of others', async () => {
    const [rude, polite] = await Promise.all([connectLocal(station.folder), connectLocal(station.folder)]);
    if (rude === null || polite === null) throw new Error('core does not answer');
    for (const message of senseless) rude.post(message);
    const replies: Reply[] = [];
    polite.onMessage((message) => replies.push(message as Reply));
    polite.post(request('session.state', {}, 'good'));
    await expect.poll(() => replies.length).toBe(1);
    expect(replies[0]?.r).toMatchObject({ ok: true });
    expect(unheard).toEqual([]);
    rude.close();
    polite.close();
  });

  test('bytes that are no message end that one connection alone', async () => {
    const { path, secret } = JSON.parse(readFileSync(join(station.folder, 'station.socket.json'), 'utf8')) as { path: string; secret: string };
    for (const bytes of [Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(`${JSON.stringify({ secret })}\n{"t":"q"\n`), Buffer.alloc(100_000, '\n')]) {
      const socket = connect(path);
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(bytes);
      await closed;
    }
    const polite = await connectLocal(station.folder);
    expect(polite).not.toBeNull();
    polite?.close();
    expect(unheard).toEqual([]);
  });
});

describe('on the command line', () => {
  const station = new CommandLineStation();
  beforeAll(() => station.found(), 60_000);
  afterAll(() => station.remove());
  const as = { user: 'zhanzhang', pin: '2580' };
  const add = (name: string): string => JSON.stringify({ op: 'member.quickAdd', input: { name, nickname: null, houseGroup: '一组', kind: 'member', phone: null, acceptDuplicate: true }, as });

  /** Sends bytes as they are, as a pipe of another program does. */
  async function runBytes(bytes: Buffer): Promise<Array<{ ok: boolean; data?: unknown; refusal?: { code: string; params: object } }>> {
    const child = station.start(['call', '--stdin']);
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (said += part));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.end(bytes);
    await ended;
    return said.trim().split('\n').map((line) => JSON.parse(line) as { ok: boolean });
  }

  test('a line that is JSON and no request is refused line by line, and the good line between is done', async () => {
    const lines = ['null', '5', '[]', '"op"', '{}', '{"op":5}', '{"op":"member.list","input":{},"as":"zhanzhang"}', add('好人'), '{"op":"__proto__","input":{}}', '[[[[', '{"op":"member.quickAdd","input":{},"commandId":"1"}'];
    const answers = await runBytes(Buffer.from(lines.join('\r\n')));
    expect(answers.map((answer) => answer.refusal?.code ?? 'done')).toEqual(
      ['invalid_input', 'invalid_input', 'invalid_input', 'invalid_input', 'invalid_input', 'invalid_input', 'invalid_input', 'done', 'unknown_operation', 'invalid_input', 'invalid_input']);
  });

  test('a file that begins with a byte order mark is read; names in another encoding are refused, never booked as question marks', async () => {
    const [marked] = await runBytes(Buffer.from(`\uFEFF${add('田阿公')}\n`));
    expect(marked).toMatchObject({ ok: true });
    const [garbled] = await runBytes(iconv.encode(`${add('田老三')}\n`, 'gbk'));
    expect(garbled).toMatchObject({ ok: false, refusal: { code: 'invalid_input', params: { problem: 'not_utf8' } } });
    const list = await station.run(['call', 'member.list', '{}', '--as', 'zhanzhang'], { pin: '2580' });
    expect(list.stdout).toContain('田阿公');
    expect(list.stdout).not.toContain('\uFFFD');
  });
});
