import { mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../electron/core/platform/fault.ts';
import { openLogs } from '../../../electron/core/platform/logger.ts';
import type { Logs } from '../../../electron/core/platform/logger.ts';

let folder: string;
let logs: Logs;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vs-log-'));
  logs = openLogs({ folder });
});
afterEach(async () => {
  logs.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (): Promise<string> => readFile(logs.file, 'utf8');
const lines = async (): Promise<Array<Record<string, unknown>>> => (await text()).trim().split('\n').map((line) => JSON.parse(line));

describe('the log', () => {
  it('is written at once, one JSON line a message, with the area it came from, for the owner alone', async () => {
    logs.area('ticket').info({ documentId: '01JD' }, 'posted');
    expect(await lines()).toMatchObject([{ level: 30, area: 'ticket', documentId: '01JD', msg: 'posted' }]);
    if (process.platform !== 'win32') expect((await stat(logs.file)).mode & 0o777).toBe(0o600);
  });

  it('never shows protected fields, however deep they lie and however they are spelled', async () => {
    const secretWords = ['2580', 'hunter2', '529999196808150019', '13800138000', '6228480000000000000', '贫困户', '张三的电话'];
    const [pin, password, id, phone, account] = secretWords;
    logs.root.info({
      as: { user: 'clerk', pin }, approval: { user: 'boss', pin }, input: { member: { residentId: id, resident_id: id, phone, bankAccount: account } },
      list: [{ password }, { shopToken: password, signature: '贫困户' }], member_phone: '张三的电话',
    }, 'call');
    logs.root.warn(`could not send to ${phone}, id ${id}, card ${account}`);
    logs.root.error(new Error(`UNIQUE constraint failed: ${id}`));
    logs.root.error({ err: new Error(`phone ${phone}`, { cause: new Error(`card ${account}`) }) });
    logs.fault(new Fault('file_unwritable', { file: `/tmp/${phone}` }), { correlationId: 'K7' });
    const written = await text();
    for (const word of secretWords) expect(written).not.toContain(word);
    expect(written).toContain('138****8000');
    expect(written).toContain('529999********0019');
    expect(written).toContain('****0000');
  });

  it('leaves numbers, times, document numbers and hashes as they are', async () => {
    const facts = { at: 1_790_000_000_000, number: 'GZ01A-T-2026-000123', ulid: '01JD0000000000000000000000', hash: 'ab12'.repeat(16), amountFen: 13_800_138_000 };
    logs.root.info(facts, 'kept');
    expect(await lines()).toMatchObject([facts]);
  });

  it('tells a fault of the world from a bug, and both carry the id shown on the screen', async () => {
    logs.fault(new Fault('disk_full', { file: 'x' }), { correlationId: 'K7', operation: 'ticket.post' });
    logs.fault(new TypeError('not a function'), { correlationId: 'K8' });
    logs.fault('just text', { correlationId: 'K9' });
    const [fault, bug, odd] = await lines();
    expect(fault).toMatchObject({ level: 40, msg: 'disk_full', correlationId: 'K7', operation: 'ticket.post', err: { code: 'disk_full', params: { file: 'x' } } });
    expect(bug).toMatchObject({ level: 50, msg: 'bug', correlationId: 'K8', err: { name: 'TypeError', message: 'not a function' } });
    expect(JSON.stringify(bug)).toContain('logger.test');
    expect(odd).toMatchObject({ correlationId: 'K9', err: 'just text' });
  });

  it('notes only queries that are slow', async () => {
    logs.slowQuery('select 1', 49.9);
    logs.slowQuery('select sum(amount_fen) from payable', 51.2);
    expect(await lines()).toMatchObject([{ area: 'slow-query', sql: 'select sum(amount_fen) from payable', durationMs: 51 }]);
  });

  it('bounds what one line may hold', async () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: { h: 1 } } } } } } } };
    logs.root.info({ deep, bytes: new Uint8Array(5000), long: '过'.repeat(100_000), list: Array.from({ length: 10_000 }, (_, index) => index) }, 'much');
    expect((await text()).length).toBeLessThan(6_000);
    expect(await text()).toContain('[5000 bytes]');
  });

  it('a large file is put aside at the next start or by the nightly turn, and the oldest goes', async () => {
    for (let round = 0; round < 8; round += 1) {
      logs.root.info({ round }, 'x'.repeat(3_000));
      logs.close();
      logs = openLogs({ folder, maxBytes: 2_000 });
    }
    const kept = await readdir(folder);
    expect(kept.sort()).toEqual(['station.1.log', 'station.2.log', 'station.3.log', 'station.4.log', 'station.5.log', 'station.log']);
    expect(await readFile(join(folder, 'station.1.log'), 'utf8')).toContain('"round":7');
    expect(await readFile(join(folder, 'station.5.log'), 'utf8')).toContain('"round":3');

    logs.root.info('y'.repeat(3_000));
    logs.rotate();
    logs.root.info('after the turn');
    expect(await text()).toContain('after the turn');
    expect(await text()).not.toContain('yyy');
  });

  it('a disk without room loses lines and counts them, but stops nothing', async () => {
    if (!existsSync('/dev/full')) return;
    logs.close();
    await rm(logs.file);
    await symlink('/dev/full', logs.file);
    logs = openLogs({ folder });
    for (let count = 0; count < 2_000; count += 1) logs.root.info('z'.repeat(1_000));
    expect(logs.lostLines()).toBeGreaterThan(0);
  });

  it('a log that cannot be opened is a fault with a plain code', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(() => openLogs({ folder: join(folder, 'file') })).toThrow('file_unwritable');
  });
});
