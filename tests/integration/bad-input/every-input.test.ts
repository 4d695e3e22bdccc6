import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import { tcpTransport } from '../../../electron/core/devices/printer/tcp.transport.ts';
import { DEFAULT_OPTIONS } from '../../../electron/core/devices/printer/transport.ts';
import type { Fault } from '../../../electron/core/platform/fault.ts';
import { newSession } from '../../../electron/core/rpc/session.ts';
import { startCore } from '../../../electron/core/start.ts';
import { readNumberText } from '../../../renderer/ui/fields/number-text.ts';
import { keyNameOf } from '../../../renderer/ui/keyboard/key-name.ts';
import { channelPair } from '../../support/channel-pair.ts';
import { CommandLineStation } from '../../support/command-line.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { fridayMorning, testStation } from '../../support/station.ts';
import { badInputs, type BadInput, type Told } from './bad-inputs.ts';
import { sentencesOf } from './told-sentences.ts';

let station: TestStation;
let open: Array<{ close(): unknown }>;
beforeEach(async () => {
  station = await testStation();
  open = [];
});
afterEach(async () => {
  for (const one of open) one.close();
  await station.close();
});

interface Refused { readonly ok: false; readonly refusal?: { readonly code: string }; readonly fault?: { readonly code: string } }
/** What an answer says; an answer that was done tells nothing. */
function toldBy(answer: { readonly ok: boolean }, area: string): Told {
  if (answer.ok) throw new Error('it was done');
  const { refusal, fault } = answer as Refused;
  return refusal ? `refusal ${area}.${refusal.code}` : `fault ${fault?.code ?? ''}`;
}
const save = (value: string, commandId?: string) => station.call(sessionOf(station, 'manager'), 'setting.save', { key: 'cooperative.motto', value }, commandId === undefined ? {} : { commandId });
const database = (): string => join(station.folder, 'station.sqlite');

/** A listener that does this with whoever connects. */
async function listener(serve: (socket: Socket) => void, port = 0): Promise<Server> {
  const server = createServer((socket) => {
    open.push({ close: () => socket.destroy() });
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  await new Promise<void>((done) => { server.listen(port, '127.0.0.1', done); });
  open.push(server);
  return server;
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A scale on the network that sends these bytes over and over, and what is said when its weight is asked for. */
async function scaleSending(bytes: Buffer | string): Promise<number> {
  const server = await listener((socket) => {
    const timer = setInterval(() => socket.write(bytes), 20);
    socket.on('close', () => clearInterval(timer));
  });
  await station.must(sessionOf(station, 'manager'), 'scale.configure', { scales: [scaleProfileSchema.parse({ id: 'a', name: '台秤', port: { kind: 'tcp', host: '127.0.0.1', port: portOf(server) }, protocol: 'st-gs', capacityGrams: 60_000, intervalGrams: 10 })] });
  return portOf(server);
}
const take = () => {
  station.clock.forward(50);
  return station.call(sessionOf(station, 'clerk'), 'scale.take', { scaleId: 'a' });
};
/** Asks for the weight for a second; what was said last. A weight out of such bytes would be the worst that can happen. */
async function saidOfWeight(): Promise<Told> {
  const said: Told[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((later) => setTimeout(later, 40));
    said.push(toldBy(await take(), 'scale'));
  }
  return said.at(-1) ?? 'silence';
}

/** What opening the folder says after this was done to the closed file. */
async function onOpening(work: () => void): Promise<Told> {
  const { paths, host, clock } = station.core.station;
  await station.core.stop();
  work();
  return startCore({ paths, host, clock, kind: 'live' }).then(async (core) => {
    await core.stop();
    throw new Error('it opened');
  }, (error: Fault) => `fault ${error.code}` as Told);
}

async function saidByClock(computerTime: number): Promise<Told> {
  station.clock.forward(60_000);
  await givenMember(station, sessionOf(station, 'clerk'), '张三');
  station.clock.setComputerTime(computerTime);
  await station.reopen();
  const { productId, grades: [grade = ''] } = await givenGoods(station, sessionOf(station, 'clerk'));
  return toldBy(await station.call(sessionOf(station, 'manager'), 'price.publish', { note: null, rows: [{ productId, grade, priceE4: 10_000 }] }), 'rpc');
}

/** Each input, given to the product as it comes in life, and what the product says. */
const give: Readonly<Record<BadInput, () => Promise<Told>>> = {
  'scale noise': async () => {
    await scaleSending(Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 37 + 11) % 256)));
    return saidOfWeight();
  },
  'half frames': async () => {
    await scaleSending('ST,GS,+   7.8');
    return saidOfWeight();
  },
  'cable out and in': async () => {
    const frame = 'ST,GS,+  23.45kg\r\n';
    const port = await scaleSending(frame);
    await expect.poll(async () => (await take()).ok, { interval: 20 }).toBe(true);
    for (const one of open) one.close();
    await expect.poll(async () => (await station.must(sessionOf(station, 'clerk'), 'scale.list', {})).rows[0]?.live.state, { interval: 20 }).not.toBe('live');
    const told = toldBy(await take(), 'scale');
    await listener((socket) => {
      const timer = setInterval(() => socket.write(frame.replace('23.45', '11.02')), 20);
      socket.on('close', () => clearInterval(timer));
    }, port);
    await expect.poll(async () => { const answer = await take(); return answer.ok ? answer.data.grams : 0; }, { interval: 20 }).toBe(11_020);
    return told;
  },
  'printer refused': async () => {
    const gone = await listener(() => undefined);
    const port = portOf(gone);
    await new Promise((done) => gone.close(done));
    await station.must(sessionOf(station, 'manager'), 'printer.configure', { printers: [{ id: 'slips', name: '小票机', papers: ['receipt'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port }, mode: 'text', invert: false, nativeQr: true }] });
    const clerk = sessionOf(station, 'clerk');
    const { productId, grades: [grade = ''], priceE4 } = await givenGoods(station, clerk);
    const { id: memberId } = await givenMember(station, clerk, '张三');
    const { number } = await station.must(clerk, 'ticket.post', plainTicket(station, { memberId, productId, grade, grossGrams: 23_450, tareGrams: 900, totalFen: lineAmountFen(22_550, priceE4.get(grade) ?? 0) }));
    const job = async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find(({ paper }) => paper === 'receipt');
    await expect.poll(async () => (await job())?.lastError ?? null).not.toBeNull();
    expect(await job()).toMatchObject({ state: 'waiting', documentNumber: number });
    return `fault ${(await job())?.lastError ?? ''}`;
  },
  'printer silent': async () => {
    const server = await listener((socket) => socket.pause());
    const outcome = await tcpTransport({ host: '127.0.0.1', port: portOf(server) }, { ...DEFAULT_OPTIONS, limits: { connectTimeoutMs: 300, stallTimeoutMs: 300, holdTimeoutMs: 300, closeTimeoutMs: 300, quietMs: 50 } }).send(Buffer.alloc(20_000_000, 'x'));
    return outcome.state === 'sent' ? 'silence' : `fault ${outcome.code}`;
  },
  'database locked': async () => {
    const holder = new Database(database());
    holder.exec('BEGIN IMMEDIATE');
    const told = toldBy(await save('一'), 'setting');
    holder.close();
    return told;
  },
  'database corrupt': () => onOpening(() => writeFileSync(database(), Buffer.alloc(200_000, 'x'))),
  'database from the future': () => onOpening(() => {
    const file = new Database(database());
    file.pragma('user_version = 999');
    file.close();
  }),
  'database read-only': async () => {
    station.core.station.db.file.pragma('query_only = ON');
    const told = toldBy(await save('一'), 'setting');
    station.core.station.db.file.pragma('query_only = OFF');
    return told;
  },
  'disk full': async () => {
    const { file } = station.core.station.db;
    file.pragma(`max_page_count = ${String(file.pragma('page_count', { simple: true }))}`);
    let told: Told = 'silence';
    for (let turn = 0; turn < 60 && told === 'silence'; turn += 1) {
      const answer = await save(`${turn} `.padEnd(390, '满'));
      if (!answer.ok) told = toldBy(answer, 'setting');
    }
    file.pragma('max_page_count = 1000000');
    return told;
  },
  'clock behind': () => saidByClock(fridayMorning + 30_000),
  'clock a year ahead': () => saidByClock(fridayMorning + 365 * 86_400_000),
  'PIN wrong five times': async () => {
    const session = newSession('desk');
    for (let attempt = 1; attempt <= 4; attempt += 1) expect(toldBy(await station.call(session, 'session.signIn', { user: 'zhang', pin: '0000' }), 'session')).toBe('refusal session.pin_wrong');
    return toldBy(await station.call(session, 'session.signIn', { user: 'zhang', pin: '0000' }), 'session');
  },
  'malformed call on the port': async () => {
    const [page, core] = channelPair();
    open.push({ close: station.core.serve(core, { scope: 'desk', locale: 'zh' }) });
    const replies: Array<{ readonly r?: { readonly ok: boolean } }> = [];
    page.onMessage((message) => replies.push(message as never));
    page.post({ t: 'q', m: 'call', a: [{ op: 'session.signIn', input: { user: 5, pin: [] } }], i: 'bad' });
    await expect.poll(() => replies.length).toBe(1);
    return toldBy(replies[0]?.r ?? { ok: true }, 'rpc');
  },
  'malformed call on the command line': async () => {
    const books = new CommandLineStation();
    open.push({ close: () => books.remove() });
    const { lines: [answer] } = await books.run(['call', 'session.signIn', '{"user":5}', '--training']);
    return toldBy(answer as unknown as { ok: boolean }, 'rpc');
  },
  'same command id with other input': async () => {
    const commandId = station.core.station.ids.ulid();
    const first = await save('一', commandId);
    expect(await save('一', commandId)).toEqual(first);
    return toldBy(await save('二', commandId), 'rpc');
  },
  'spreadsheet cells in a number field': (): Promise<Told> => {
    const read = readNumberText('23.45\t22.10', { decimals: 3 });
    return Promise.resolve<Told>(read.ok ? 'silence' : `number ${read.reason}`);
  },
  'Chinese composition and Enter': (): Promise<Told> => {
    const press = { key: 'Enter', code: 'Enter', ctrlKey: false, altKey: false, metaKey: false, isComposing: false, keyCode: 13 };
    const meant = [press, { ...press, isComposing: true }, { ...press, keyCode: 229 }].map((one) => keyNameOf(one, 'search'));
    return Promise.resolve<Told>(meant[0] === 'Enter' && meant[1] === null && meant[2] === null ? 'silence' : `number ${meant.join()}`);
  },
};

const answers: Readonly<Record<BadInput, Told>> = {
  'scale noise': 'refusal scale.scale_no_signal', 'half frames': 'refusal scale.scale_no_signal', 'cable out and in': 'refusal scale.scale_no_signal',
  'printer refused': 'fault printer_refused', 'printer silent': 'fault printer_timeout',
  'database locked': 'fault database_locked', 'database corrupt': 'fault database_corrupt', 'database from the future': 'fault database_from_future', 'database read-only': 'fault database_read_only', 'disk full': 'fault disk_full',
  'clock behind': 'refusal rpc.clock_stopped', 'clock a year ahead': 'refusal rpc.clock_stopped', 'PIN wrong five times': 'refusal session.pin_locked',
  'malformed call on the port': 'refusal rpc.invalid_input', 'malformed call on the command line': 'refusal rpc.invalid_input', 'same command id with other input': 'refusal rpc.command_id_reused',
  'spreadsheet cells in a number field': 'number severalCells', 'Chinese composition and Enter': 'silence',
};

const isDamaged: ReadonlySet<BadInput> = new Set<BadInput>(['database corrupt', 'database from the future']);

test.each(badInputs)('%s: the product says what happened and what to do in both languages, writes nothing by halves, and goes on', async (input) => {
  expect(await give[input]()).toBe(answers[input]);
  for (const language of ['zh', 'en'] as const) for (const sentence of sentencesOf(language, answers[input])) expect(sentence).toMatch(language === 'zh' ? /\p{Script=Han}.*[。！]$/u : /^[^\p{Script=Han}]{8,}[.!]$/u);
  if (isDamaged.has(input)) return;
  expect(await save('照常')).toMatchObject({ ok: true });
  expect(await station.must(sessionOf(station, 'manager'), 'system.verify', { full: true })).toMatchObject({ findings: [] });
});
