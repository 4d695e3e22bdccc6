import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../electron/contract/scale-detection.ts';
import type { LineSettings } from '../../../electron/contract/scale-profile.ts';
import { ScaleDetection } from '../../../electron/core/devices/scale/detection/scale-detection.ts';
import { isHarmless } from '../../../electron/core/devices/scale/detection/safe-questions.ts';
import type { PortOpener } from '../../../electron/core/devices/scale/port/scale-port.ts';
import { PortError } from '../../../electron/core/devices/scale/port/scale-port.ts';
import type { ScaleProtocol } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { line } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { protocolOf, scaleProtocols } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { SimulatedScale } from '../../../electron/core/devices/simulator/scale-simulator.ts';
import { simulatedLine } from '../../../electron/core/devices/simulator/simulated-line.ts';
import { HandTime } from './hand-time.ts';

const grams = 23_460;
const shown = /^(23\.460?|23460|0?23\.46)$/;
const longestMs = 240_000;

const lineText = ({ baudRate, dataBits, parity, stopBits }: LineSettings): string => `${baudRate} ${dataBits}${parity[0]?.toUpperCase() ?? ''}${stopBits}`;

interface Bench { readonly view: Detection; readonly written: readonly Uint8Array[] }

async function search(openAt: (heard: LineSettings | null) => PortOpener, time: HandTime, options: { readonly hasLines?: boolean; readonly extraMs?: number } = {}): Promise<Bench> {
  const written: Uint8Array[] = [];
  const listened = (heard: LineSettings | null): PortOpener => async (handlers) => {
    const port = await openAt(heard)(handlers);
    return { ...port, write: (bytes) => { written.push(bytes); return port.write(bytes); } };
  };
  const detection = new ScaleDetection({
    detectionId: '01J00000000000000000000000', protocols: scaleProtocols, openAt: listened, hasLines: options.hasLines ?? true, clock: time, timers: time, onView: () => undefined,
  });
  const running = detection.run();
  for (let waited = 0; waited < longestMs && ['listening', 'asking'].includes(detection.view().phase); waited += 250) await time.pass(250);
  await time.pass(options.extraMs ?? 600);
  const view = detection.view();
  const stopped = detection.stop();
  await time.pass(1_000);
  await stopped;
  await running;
  return { view, written };
}

function simulated(protocol: ScaleProtocol, sends: LineSettings, speaks: 'by itself' | 'when asked', time: HandTime): (heard: LineSettings | null) => PortOpener {
  const scale = new SimulatedScale({ protocol: protocol.key, capacityGrams: 60_000, intervalGrams: 10, seed: 3 });
  scale.put(grams, time.monotonic() - 10_000);
  return simulatedLine({ scale, protocol, sends, speaks, clock: time, timers: time });
}

/** Every serial protocol that the simulator speaks, at each of its usual settings; those with a harmless question also when they only answer. */
const spoken = scaleProtocols.filter((protocol) => scaleEncoders[protocol.key] !== undefined && protocol.key !== 'usb-hid');
const streaming = spoken.filter((protocol) => protocol.key !== 'modbus-rtu').flatMap((protocol) => protocol.lines.map((sends) => ({ name: `${protocol.key} at ${lineText(sends)}`, protocol, sends })));
const asked = spoken.filter((protocol) => protocol.safePolls.some(isHarmless)).flatMap((protocol) => protocol.lines.map((sends) => ({ name: `${protocol.key} at ${lineText(sends)}`, protocol, sends })));

describe('a scale that speaks by itself is found', () => {
  it.each(streaming)('$name', async ({ protocol, sends }) => {
    const time = new HandTime();
    const { view, written } = await search(simulated(protocol, sends, 'by itself', time), time);
    expect(view.phase).toBe('found');
    const found = view.candidates.find((candidate) => candidate.protocol === protocol.key);
    expect(found, view.candidates.map((candidate) => `${candidate.protocol} ${candidate.value ?? ''}`).join(', ')).toBeDefined();
    expect(found?.value).toMatch(shown);
    expect(found?.line).toEqual(sends);
    expect(found?.pollMs).toBeNull();
    expect(written).toEqual([]);
  });
});

describe.runIf(asked.length > 0)('a scale that only answers is found', () => {
  it.each(asked)('$name', async ({ protocol, sends }) => {
    const time = new HandTime();
    const { view, written } = await search(simulated(protocol, sends, 'when asked', time), time);
    expect(view.phase).toBe('found');
    const found = view.candidates.find((candidate) => candidate.protocol === protocol.key);
    expect(found, view.candidates.map((candidate) => candidate.protocol).join(', ')).toBeDefined();
    expect(found?.value).toMatch(shown);
    expect(found?.line).toEqual(sends);
    expect(found?.pollMs).toBeGreaterThan(0);
    // Tare, zero, print and clear were never sent.
    expect(written.some((bytes) => /[TZPC]/.test(Buffer.from(bytes).toString('latin1')))).toBe(false);
  });
});

const opening = (handle: (handlers: Parameters<PortOpener>[0]) => void, isPresent: () => boolean = () => true): PortOpener => (handlers) => {
  handle(handlers);
  return Promise.resolve({ write: () => Promise.resolve(), flush: () => Promise.resolve(), isPresent: () => Promise.resolve(isPresent()), close: () => Promise.resolve() });
};

describe('an indicator in command mode is found under its address', () => {
  /** Letters whose question holds a byte that prints, tares or zeroes on another make. */
  const unasked = ['C', 'N', 'P', 'T', 'Z'];
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const checked = (payload: string): string => `\u0002${payload}${[...payload].reduce((sum, each) => sum ^ each.charCodeAt(0), 0).toString(16).toUpperCase().padStart(2, '0')}\u0003`;
  const standing = (letter: string, sends: LineSettings, time: HandTime) => (heard: LineSettings | null): PortOpener => ({ data }) => Promise.resolve({
    write(bytes) {
      const isAsked = heard !== null && lineText(heard) === lineText(sends) && Buffer.from(bytes).toString('latin1') === checked(`${letter}B`);
      if (isAsked) time.after(40, () => data(Buffer.from(checked(`${letter}B+0023462`), 'latin1')));
      return Promise.resolve();
    },
    flush: () => Promise.resolve(), isPresent: () => Promise.resolve(true), close: () => Promise.resolve(),
  });

  it.each(letters.filter((letter) => !unasked.includes(letter)))('%s', async (letter) => {
    const time = new HandTime();
    const { view, written } = await search(standing(letter, line(1_200), time), time);
    const address = letters.indexOf(letter) + 1;
    expect(view.candidates).toMatchObject([{ protocol: 'yaohua-cmd-reply', value: '23.46', line: line(1_200), config: address === 1 ? {} : { address } }]);
    expect(written.some((bytes) => !isHarmless({ name: '', bytes }))).toBe(false);
  });

  it('but not under one whose question could print, tare or zero another make', async () => {
    for (const letter of unasked) {
      const time = new HandTime();
      const { view } = await search(standing(letter, line(9_600), time), time);
      expect(view, letter).toMatchObject({ phase: 'failed', failure: 'silent' });
    }
  });

  it('within two and a half minutes at the worst, the usual addresses before the rare ones', async () => {
    const time = new HandTime();
    const { view, written } = await search(standing('none', line(9_600), time), time);
    expect(view.failure).toBe('silent');
    const asks = written.map((bytes) => Buffer.from(bytes).toString('latin1'));
    expect(asks.lastIndexOf(checked('BB'))).toBeLessThan(asks.indexOf(checked('DB')));
    expect(Math.max(...asks.map((each, at) => (each.startsWith('\u0002') && asks.indexOf(each) > asks.lastIndexOf('W') ? at : -1)))).toBe(asks.length - 1);
    expect(time.monotonic()).toBeLessThan(150_000);
  });
});

describe('a search that finds nothing says why', () => {
  it('when nothing comes and nobody answers', async () => {
    const { view } = await search(() => opening(() => undefined), new HandTime());
    expect(view).toMatchObject({ phase: 'failed', failure: 'silent', candidates: [], bytes: 0 });
  });

  it('when what comes is noise at every speed', async () => {
    const time = new HandTime();
    const { view } = await search(() => opening(({ data }) => {
      for (let turn = 1; turn < 20; turn += 1) time.after(turn * 50, () => data(Uint8Array.of(0xfe, 0x80, 0xe0, 0, 0xf8, turn)));
    }), time);
    expect(view).toMatchObject({ phase: 'failed', failure: 'wrong_speed', candidates: [] });
    expect(view.sampleHex).toContain('FE 80 E0 00');
  });

  it('when it is text that no protocol knows, and shows it', async () => {
    const time = new HandTime();
    const { view } = await search(() => opening(({ data }) => {
      for (let turn = 1; turn < 20; turn += 1) time.after(turn * 50, () => data(Buffer.from('TEMP 21 DEGREES\r\n')));
    }), time);
    expect(view).toMatchObject({ phase: 'failed', failure: 'unknown_format', candidates: [] });
    expect(view.sampleText).toContain('TEMP 21 DEGREES');
  });

  it.each(['access_denied', 'unplugged'] as const)('when the port is %s', async (trouble) => {
    const { view } = await search(() => () => Promise.reject(new PortError(trouble, 'no')), new HandTime());
    expect(view).toMatchObject({ phase: 'failed', failure: trouble });
  });

  it('but not that the port is taken when the system has merely not let go of it for the next setting', async () => {
    const time = new HandTime();
    let opens = 0;
    let denied = 0;
    const { view } = await search(() => (handlers) => {
      // After every setting but the first the port is still held for two looks.
      if (opens > 0 && denied % 3 < 2) {
        denied += 1;
        return Promise.reject(new PortError('access_denied', 'Cannot lock port'));
      }
      denied += 1;
      opens += 1;
      return opening(({ data }) => {
        for (let turn = 1; turn < 20; turn += 1) time.after(turn * 50, () => data(Uint8Array.of(0xfe, 0x80, 0xe0, 0, 0xf8, turn)));
      })(handlers);
    }, time);
    expect(view).toMatchObject({ phase: 'failed', failure: 'wrong_speed' });
    expect(opens).toBeGreaterThan(3);
  });

  it('when the port is taken by another program between two settings', async () => {
    const time = new HandTime();
    let opens = 0;
    const { view } = await search(() => (handlers) => {
      opens += 1;
      return opens > 1 ? Promise.reject(new PortError('access_denied', 'Cannot lock port')) : opening(({ data }) => void time.after(50, () => data(Uint8Array.of(0xfe, 0x80))))(handlers);
    }, time);
    expect([view.failure, opens]).toEqual(['access_denied', 7]);
  });

  it('when the cable is pulled out while it is listened to', async () => {
    const time = new HandTime();
    const { view } = await search(() => opening(({ lost }) => void time.after(700, () => lost('unplugged'))), time);
    expect(view).toMatchObject({ phase: 'failed', failure: 'unplugged' });
  });
});

describe('a device that goes away without a word', () => {
  it('is missed at once', async () => {
    const time = new HandTime();
    let isPresent = true;
    time.after(700, () => { isPresent = false; });
    const { view } = await search(() => opening(() => undefined, () => isPresent), time);
    expect(view).toMatchObject({ phase: 'failed', failure: 'unplugged', step: 1 });
  });
});

describe('while the search goes on', () => {
  it('a driver that does not take a speed costs that speed only', async () => {
    const time = new HandTime();
    const protocol = protocolOf('yaohua-tf0');
    if (protocol === null) throw new Error('no such protocol');
    const scale = simulated(protocol, line(2_400), 'by itself', time);
    const { view } = await search((heard) => (heard?.baudRate === 1_200 ? () => Promise.reject(new PortError('settings_refused', 'no such speed')) : scale(heard)), time);
    expect(view).toMatchObject({ phase: 'found', line: line(2_400) });
  });

  it('a stop is heard at once, and the port is free', async () => {
    const time = new HandTime();
    let open = 0;
    const detection = new ScaleDetection({
      detectionId: '01J00000000000000000000000', protocols: scaleProtocols, hasLines: true, clock: time, timers: time, onView: () => undefined,
      openAt: () => () => {
        open += 1;
        return Promise.resolve({ write: () => Promise.resolve(), flush: () => Promise.resolve(), isPresent: () => Promise.resolve(true), close: () => { open -= 1; return Promise.resolve(); } });
      },
    });
    void detection.run();
    await time.pass(700);
    expect(detection.view()).toMatchObject({ phase: 'listening', line: line(9_600), step: 1 });
    await detection.stop();
    expect([open, time.pending, detection.view().phase]).toEqual([0, 0, 'stopped']);
  });

  it('shows what lies on the scale now, in every way of reading, for the person to compare', async () => {
    const time = new HandTime();
    const protocol = protocolOf('st-gs');
    if (protocol === null) throw new Error('no such protocol');
    const scale = new SimulatedScale({ protocol: 'st-gs', capacityGrams: 60_000, intervalGrams: 10, seed: 3 });
    scale.put(5_000, time.monotonic() - 10_000);
    const views: Detection[] = [];
    const detection = new ScaleDetection({
      detectionId: '01J00000000000000000000000', protocols: scaleProtocols, hasLines: true, clock: time, timers: time, onView: (view) => views.push(view),
      openAt: simulatedLine({ scale, protocol, sends: line(9_600), speaks: 'by itself', clock: time, timers: time }),
    });
    void detection.run();
    for (let waited = 0; waited < 3_000; waited += 50) await time.pass(50);
    scale.put(7_860, time.monotonic());
    for (let waited = 0; waited < 3_000; waited += 50) await time.pass(50);
    const values = views.flatMap((view) => view.candidates.filter((candidate) => candidate.protocol === 'st-gs').map((candidate) => candidate.value));
    expect(values[0]).toBe('5.00');
    expect(values.at(-1)).toBe('7.86');
    const stopped = detection.stop();
    await time.pass(10);
    await stopped;
  });
});
