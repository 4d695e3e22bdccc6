import { createServer, type Server } from 'node:net';
import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisplaySheet } from '../../../electron/contract/display.ts';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import { poleColumns, poleRows } from '../../../electron/core/devices/display/pole-rows.ts';
import { testStation } from '../../support/station.ts';
import type { TestStation } from '../../support/station.ts';
import { openSerialCable } from '../../support/pty.ts';

const live = (grams: string | null, more: Partial<LiveWeight> = {}): LiveWeight => ({
  scaleId: 'training', name: '秤', state: 'live', status: 'ok', value: null, unit: 'kg', grams, net: null, tare: null, stable: true, stableRule: null, pressAgain: false, sequence: 1, at: 1, ageMs: 0, simulated: true, ...more,
});
const sheet: DisplaySheet = {
  moment: 'open', locale: 'zh', traded: 'kg', scaleId: 'training', who: '张**', product: null, grade: null, baskets: 1, price: null, tare: null, net: '23.45 公斤', otherNet: null, amount: '¥1,234.50',
};

describe('the two rows of a pole display', () => {
  it('are weight and amount, twenty characters each', () => {
    expect(poleRows(sheet, live('23450'), 'ascii')).toEqual({ upper: 'Wt          23.45 kg', lower: 'RMB         1,234.50' });
    expect(poleRows(null, live('0'), 'ascii')).toEqual({ upper: 'Wt           0.00 kg', lower: 'Welcome             ' });
  });
  it('say that the weight moves, and show no figure that does not hold', () => {
    expect(poleRows(null, live('23450', { stable: false, status: 'unstable' }), 'ascii').upper).toBe('Wt~         23.45 kg');
    for (const trouble of [live('23450', { state: 'unplugged' }), live('23450', { status: 'overload' }), live(null), null]) expect(poleRows(null, trouble, 'ascii').upper).toContain('---.--');
  });
  it('count a Chinese character as two', () => {
    const { upper, lower } = poleRows(sheet, live('23450'), 'gb18030');
    expect(upper).toBe('重        23.45 公斤');
    expect([upper, lower].map((row) => iconv.encode(row, 'gb18030').length)).toEqual([poleColumns, poleColumns]);
  });
  it('hold nothing of the person', () => expect(JSON.stringify(poleRows(sheet, live('23450'), 'gb18030'))).not.toContain('张'));
});

describe('a pole display on its line', () => {
  let station: TestStation;
  beforeEach(async () => { station = await testStation(); });
  const weighs = (grams: number): void => station.core.station.live.display.heard(live(String(grams)));
  afterEach(() => station.close());

  it('shows the weight of the scale over a serial cable, and not more often than five times a second', async () => {
    const cable = await openSerialCable();
    const heard: Buffer[] = [];
    const far = createReadStream(cable.stationPath.replace(/station$/u, 'scale'));
    far.on('data', (bytes) => heard.push(Buffer.from(bytes)));
    far.on('error', () => undefined);
    const pictures = (): string[] => Buffer.concat(heard).toString('latin1').split('\f').slice(1);
    await station.must(await station.as('manager'), 'display.configurePole', { pole: { port: { kind: 'serial', path: cable.stationPath } } });
    const begun = Date.now();
    for (let grams = 20_000; grams <= 23_450; grams += 50) {
      weighs(grams);
      await new Promise((done) => { setTimeout(done, 15); });
    }
    await expect.poll(() => pictures().at(-1), { timeout: 8_000 }).toBe('Wt          23.45 kgWelcome             ');
    expect(pictures().length).toBeGreaterThan(2);
    expect(pictures().length).toBeLessThanOrEqual((Date.now() - begun) / 200 + 2);
    await cable.remove();
  });

  it('comes back by itself after its network line was cut', async () => {
    const heard: string[] = [];
    const server: Server = createServer((socket) => { socket.on('data', (bytes) => heard.push(bytes.toString('latin1'))); socket.on('error', () => undefined); if (heard.length === 0) setTimeout(() => socket.destroy(), 300); });
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const manager = await station.as('manager');
    await station.must(manager, 'display.configurePole', { pole: { port: { kind: 'tcp', host: '127.0.0.1', port } } });
    weighs(1_000);
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await new Promise((done) => { setTimeout(done, 600); });
    weighs(5_000);
    await expect.poll(() => heard.at(-1), { timeout: 8_000 }).toContain('5.00 kg');
    await station.must(manager, 'display.configurePole', { pole: null });
    await new Promise((done) => { server.close(done); });
  });

  it('never takes the line of a scale', async () => {
    const manager = await station.as('manager');
    await station.must(manager, 'scale.configure', { scales: [{ id: 'a', name: '台秤', port: { kind: 'tcp', host: '127.0.0.1', port: 9 }, protocol: 'st-gs' }] });
    expect(await station.call(manager, 'display.configurePole', { pole: { port: { kind: 'tcp', host: '127.0.0.1', port: 9 } } })).toMatchObject({ refusal: { code: 'pole_port_is_a_scale' } });
    expect(await station.call(await station.as('clerk'), 'display.configurePole', { pole: null })).toMatchObject({ refusal: { code: 'not_permitted' } });
  });
});
