import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import { encodeToledoChecked } from '../../../electron/core/devices/simulator/scale-encoder-toledo.ts';
import type { SerialCable } from '../../support/pty.ts';
import { openSerialCable } from '../../support/pty.ts';
import { serveScale } from '../../support/served-scale.ts';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { SimulatedScale } from '../../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let cable: SerialCable;
beforeEach(async () => {
  station = await testStation();
  cable = await openSerialCable();
});
afterEach(async () => {
  await station.close();
  await cable.remove();
});

const scale = (id: string, rest: Partial<ScaleProfile>): ScaleProfile => scaleProfileSchema.parse({ id, name: id, port: { kind: 'serial', path: cable.stationPath }, protocol: 'toledo-continuous', ...rest });

async function setUp(...scales: ScaleProfile[]): Promise<void> {
  await station.must(await station.as('manager'), 'scale.configure', { scales });
}

async function stateOf(id: string): Promise<string | undefined> {
  const { rows } = await station.must(await station.as('clerk'), 'scale.list', {});
  return rows.find((row) => row.id === id)?.live.state;
}

async function grams(id: string): Promise<number | string> {
  station.clock.forward(100);
  const answer = await station.call(await station.as('clerk'), 'scale.take', { scaleId: id });
  return answer.ok ? answer.data.grams : 'refusal' in answer ? answer.refusal.code : 'fault';
}

describe('zero and tare from the desk', () => {
  it('reach a scale that knows them, as the bytes of its maker', async () => {
    const heard: string[] = [];
    cable.hear((bytes) => heard.push(Buffer.from(bytes).toString('latin1')));
    await setUp(scale('a', {}));
    await expect.poll(() => stateOf('a'), { timeout: 4_000 }).not.toBe('unplugged');
    await expect.poll(async () => (await station.call(await station.as('clerk'), 'scale.command', { scaleId: 'a', command: 'zero' })).ok, { timeout: 4_000 }).toBe(true);
    await station.must(await station.as('clerk'), 'scale.command', { scaleId: 'a', command: 'tare' });
    await expect.poll(() => heard.join(''), { timeout: 4_000 }).toBe('ZT');
    const told = (await station.must(await station.as('manager'), 'audit.list', {})).rows.filter(({ op, outcome, code }) => op === 'scale.command' && outcome === 'ok' && code !== null);
    expect(told.map(({ code, user }) => [code, user])).toEqual([['a tare', '张司磅'], ['a zero', '张司磅']]);
  });

  it('are refused where the protocol has none, the scale is away or not known, and are offered only where they work', async () => {
    await setUp(scale('a', { protocol: 'yaohua-tf0' }), scale('b', { port: { kind: 'serial', path: '/dev/no-such-port', identity: null } }));
    const clerk = await station.as('clerk');
    const refusal = async (scaleId: string): Promise<string> => {
      const answer = await station.call(clerk, 'scale.command', { scaleId, command: 'zero' });
      return answer.ok ? 'done' : 'refusal' in answer ? answer.refusal.code : 'fault';
    };
    expect([await refusal('a'), await refusal('b'), await refusal('c')]).toEqual(['scale_command_none', 'scale_not_reached', 'scale_unknown']);
    const { rows } = await station.must(clerk, 'scale.protocols', {});
    expect(rows.find((row) => row.key === 'toledo-continuous')?.commands).toEqual(['zero', 'tare']);
    expect(rows.find((row) => row.key === 'yaohua-tf0')?.commands).toEqual([]);
  });
});

describe('a scale that is no serial line', () => {
  it('is read from its device file, and is gone when the file is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'device-file-'));
    const path = join(folder, 'hidraw0');
    execFileSync('mkfifo', [path]);
    // Kept open for both directions, so that the pipe lives while the station comes and goes.
    const device = await open(path, 'r+');
    await setUp(scale('usb', { port: { kind: 'file', path, identity: null } }));
    const timer = setInterval(() => void device.write(encodeToledoChecked({ digits: 786, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false })), 50);
    await expect.poll(() => grams('usb'), { timeout: 5_000, interval: 50 }).toBe(7_860);
    clearInterval(timer);
    await setUp(scale('usb', { port: { kind: 'file', path: join(folder, 'away'), identity: null } }));
    await expect.poll(() => stateOf('usb'), { timeout: 4_000 }).toBe('unplugged');
    await device.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is asked over the network, shows a cut connection within two seconds and comes back', async () => {
    const protocol = protocolOf('toledo-8217');
    if (protocol === null) throw new Error('no such protocol');
    const simulated = new SimulatedScale({ protocol: 'toledo-8217', capacityGrams: 30_000, intervalGrams: 5, seed: 2 });
    simulated.put(7_860, systemClock.monotonic() - 5_000);
    const served = await serveScale(simulated, protocol, 'when asked');
    await setUp(scale('net', { port: { kind: 'tcp', host: '127.0.0.1', port: served.port }, protocol: 'toledo-8217', pollMs: 200 }));
    await expect.poll(() => grams('net'), { timeout: 6_000, interval: 50 }).toBe(7_860);
    served.cut();
    await expect.poll(() => stateOf('net'), { timeout: 2_000, interval: 20 }).toBe('unplugged');
    await expect.poll(() => grams('net'), { timeout: 8_000, interval: 50 }).toBe(7_860);
    await served.close();
  });
});
