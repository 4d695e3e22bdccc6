import { afterEach, describe, expect, it } from 'vitest';
import type { Detection } from '../../../electron/contract/scale-detection.ts';
import type { LineSettings, ScalePortAddress } from '../../../electron/contract/scale-profile.ts';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { ScaleProtocol } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { line } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { protocolOf, scaleProtocols } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { isHarmless } from '../../../electron/core/devices/scale/detection/safe-questions.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { SimulatedScale } from '../../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import { speakOverCable } from '../../support/garbling-scale.ts';
import type { SerialCable } from '../../support/pty.ts';
import { openSerialCable } from '../../support/pty.ts';
import { serveScale } from '../../support/served-scale.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
const endings: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  await station.close();
  for (const end of endings.splice(0).reverse()) await end();
});

async function cable(): Promise<SerialCable> {
  const made = await openSerialCable();
  endings.push(() => made.remove());
  return made;
}

function protocolNamed(key: string): ScaleProtocol {
  const protocol = protocolOf(key);
  if (protocol === null) throw new Error(`no protocol ${key}`);
  return protocol;
}

function loaded(protocol: string, grams: number): SimulatedScale {
  const scale = new SimulatedScale({ protocol, capacityGrams: 60_000, intervalGrams: 10, seed: 4 });
  scale.put(grams, systemClock.monotonic() - 5_000);
  return scale;
}

async function speak(key: string, grams: number, sends: LineSettings, on: SerialCable, speaks: 'by itself' | 'when asked' = 'by itself'): Promise<SimulatedScale> {
  const scale = loaded(key, grams);
  endings.push(speakOverCable({ scale, protocol: protocolNamed(key), sends, speaks }, on));
  return scale;
}

/** Real timers run on while the clock in the test's hand follows. */
async function searched(port: ScalePortAddress, phases: readonly Detection['phase'][] = ['found', 'failed']): Promise<Detection> {
  const manager = await station.as('manager');
  const { detectionId } = await station.must(manager, 'scale.detect', { port });
  for (let turn = 0; turn < 700; turn += 1) {
    const { detection } = await station.must(manager, 'scale.detection', {});
    if (detection !== null && detection.detectionId === detectionId && phases.includes(detection.phase)) return detection;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the search came to no end');
}

/** The first protocol whose scales speak only when asked, as far as the simulator speaks it. */
const answering = scaleProtocols.find((protocol) => protocol.safePolls.some(isHarmless) && scaleEncoders[protocol.key] !== undefined && protocol.lines[0].dataBits === 8);
const serial = (path: string): ScalePortAddress => ({ kind: 'serial', path, identity: null });

describe('a scale on a real serial port', () => {
  it('is found at 1200 8N1 after 9600 gave noise, is saved, and weighs', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    const wire = await cable();
    await speak('yaohua-tf0', 12_340, line(1_200), wire);
    const found = await searched(serial(wire.stationPath));
    expect(found).toMatchObject({ phase: 'found', line: line(1_200), failure: null });
    const [first] = found.candidates;
    expect(first).toMatchObject({ protocol: 'yaohua-tf0', value: '12.34', check: 'weak', pollMs: null });
    await station.must(manager, 'scale.detect_stop', {});
    const profile = scaleProfileSchema.parse({
      id: 'scale-1', name: '门口台秤', port: serial(wire.stationPath), protocol: first?.protocol, line: first?.line, config: { ...first?.config, unit: 'kg' }, capacityGrams: 60_000, intervalGrams: 10,
    });
    await station.must(manager, 'scale.configure', { scales: [profile] });
    await expect.poll(async () => {
      station.clock.forward(100);
      const answer = await station.call(manager, 'scale.take', { scaleId: 'scale-1' });
      return answer.ok ? answer.data.grams : 0;
    }, { timeout: 8_000, interval: 100 }).toBe(12_340);
  }, 40_000);

  it.runIf(answering !== undefined)('is found when it only answers', async () => {
    station = await testStation();
    const asked = answering ?? protocolNamed('');
    const wire = await cable();
    await speak(asked.key, 12_340, asked.lines[0], wire, 'when asked');
    const found = await searched(serial(wire.stationPath));
    expect(found.phase).toBe('found');
    expect(found.candidates.map((candidate) => candidate.protocol)).toContain(asked.key);
  }, 60_000);

  it('is looked for while a scale set up there rests, which weighs again afterwards', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    const wire = await cable();
    await speak('toledo-continuous', 8_000, line(9_600), wire);
    const taken = async (): Promise<number | string> => {
      station.clock.forward(100);
      const answer = await station.call(manager, 'scale.take', { scaleId: 'a' });
      return answer.ok ? answer.data.grams : 'refusal' in answer ? answer.refusal.code : 'fault';
    };
    await station.must(manager, 'scale.configure', { scales: [scaleProfileSchema.parse({ id: 'a', name: '台秤', port: serial(wire.stationPath), protocol: 'toledo-continuous' })] });
    await expect.poll(taken, { timeout: 8_000, interval: 100 }).toBe(8_000);
    const found = await searched(serial(wire.stationPath));
    expect(found.candidates.map((candidate) => candidate.protocol)).toContain('toledo-continuous');
    expect(await taken()).toBe('scale_no_signal');
    expect((await station.must(manager, 'scale.list', {})).rows.map((row) => row.id)).toEqual(['a']);
    await station.must(manager, 'scale.detect_stop', {});
    await expect.poll(taken, { timeout: 8_000, interval: 100 }).toBe(8_000);
  }, 40_000);

  it('that is not plugged in, or is pulled out in the middle, is said so within two seconds, and the station goes on', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    expect(await searched(serial('/dev/no-such-port'))).toMatchObject({ phase: 'failed', failure: 'unplugged' });
    const wire = await cable();
    await speak('st-gs', 5_000, line(9_600), wire);
    await searched(serial(wire.stationPath), ['found']);
    await wire.unplug();
    await expect.poll(async () => (await station.must(manager, 'scale.detection', {})).detection, { timeout: 2_000, interval: 50 }).toMatchObject({ phase: 'failed', failure: 'unplugged' });
  }, 30_000);
});

describe('a way of reading that a person has chosen', () => {
  it('shows what it reads, with the options of the site', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    const wire = await cable();
    await speak('yaohua-tf0', 12_340, line(2_400), wire);
    await station.must(manager, 'scale.detect', { port: serial(wire.stationPath), way: { protocol: 'yaohua-tf0', line: line(2_400), config: { unit: 'jin' } } });
    await expect.poll(async () => (await station.must(manager, 'scale.detection', {})).detection, { timeout: 4_000, interval: 50 })
      .toMatchObject({ phase: 'found', candidates: [{ protocol: 'yaohua-tf0', value: '12.34', unit: 'jin' }] });
    expect(await station.call(manager, 'scale.detect', { port: serial(wire.stationPath), way: { protocol: 'nobody' } })).toMatchObject({ ok: false, refusal: { code: 'scale_protocol_unknown' } });
  }, 20_000);
});

describe('a scale behind a network converter', () => {
  it('is found without any settings of a line, and by asking where it only answers', async () => {
    station = await testStation();
    const streaming = await serveScale(loaded('st-gs', 12_340), protocolNamed('st-gs'), 'by itself');
    endings.push(() => streaming.close());
    const found = await searched({ kind: 'tcp', host: '127.0.0.1', port: streaming.port });
    expect(found).toMatchObject({ phase: 'found', line: null });
    expect(found.candidates.find((candidate) => candidate.protocol === 'st-gs')).toMatchObject({ value: '12.34', unit: 'kg', line: null });
    const silent = await serveScale(loaded('st-gs', 12_340), protocolNamed('st-gs'), 'when asked');
    endings.push(() => silent.close());
    expect(await searched({ kind: 'tcp', host: '127.0.0.1', port: silent.port })).toMatchObject({ phase: 'failed', failure: 'silent' });
  }, 40_000);
});

describe('who may look for a scale, and where', () => {
  it('is the manager; a simulated scale is found in training only', async () => {
    station = await testStation();
    const clerk = await station.as('clerk');
    expect(await station.call(clerk, 'scale.detect', { port: serial('/dev/x') })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
    expect(await station.call(await station.as('manager'), 'scale.detect', { port: { kind: 'simulator' } })).toMatchObject({ ok: false, refusal: { code: 'scale_simulator_live' } });
    await station.close();
    station = await testStation({ kind: 'training' });
    const found = await searched({ kind: 'simulator' });
    expect(found).toMatchObject({ phase: 'found', line: line(1_200) });
    expect(found.candidates[0]).toMatchObject({ protocol: 'yaohua-tf0', value: '12.34' });
  }, 40_000);
});
