import { describe, expect, it } from 'vitest';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { PollAnswers } from '../../../electron/core/devices/scale/session/poll-answers.ts';
import { SessionBench } from './session-bench.ts';

const display = (digits: number): ScaleDisplay => ({ digits, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false });
const frame = (protocol: string, digits: number): Uint8Array => scaleEncoders[protocol]?.(display(digits)) ?? new Uint8Array(0);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

async function pass(bench: SessionBench, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += 20) await bench.time.pass(20);
}

describe('a scale that speaks only when asked', () => {
  it('is asked again and again, each time with a clean buffer', async () => {
    const bench = new SessionBench('toledo-8217', { pollMs: 500 });
    bench.answer = (bytes) => (bytes[0] === 0x57 ? frame('toledo-8217', 786) : null);
    await bench.start();
    await pass(bench, 2_200);
    expect(bench.sent).toEqual(['flush', 'W', 'flush', 'W', 'flush', 'W', 'flush', 'W', 'flush', 'W']);
    expect(bench.take()).toBe(7_860);
  });

  it('leads a dialogue to its end: the acknowledgement gets the second question', async () => {
    const bench = new SessionBench('cas-enq', { pollMs: 300 });
    bench.answer = (bytes) => (bytes[0] === 0x05 ? Uint8Array.of(0x06) : bytes[0] === 0x11 ? frame('cas-enq', 786) : null);
    await bench.start();
    await pass(bench, 250);
    expect(bench.sent).toEqual(['flush', '\u0005', '\u0011']);
    await pass(bench, 1_500);
    expect(bench.take()).toBe(7_860);
  });

  it('is asked for the address that the site has set', async () => {
    const bench = await new SessionBench('yaohua-cmd-reply', { pollMs: 1_000, config: { unit: 'kg', address: 3 } }).start();
    await pass(bench, 100);
    expect(bench.sent[1]?.slice(0, 3)).toBe('\u0002CB');
  });

  it('is asked also where nobody has said how often, if it never speaks first', async () => {
    const bench = await new SessionBench('modbus-rtu', { config: { unit: 'kg', address: 1 } }).start();
    await pass(bench, 1_100);
    expect(bench.sent.filter((text) => text !== 'flush').length).toBe(3);
  });

  it('is asked no faster than its line can carry the answer', async () => {
    const bench = await new SessionBench('and-st', { pollMs: 100, line: { baudRate: 600, dataBits: 8, parity: 'none', stopBits: 1 } }).start();
    await pass(bench, 2_000);
    expect(bench.sent.filter((text) => text !== 'flush').length).toBeLessThanOrEqual(5);
  });

  it('is not asked while its port is gone, nor when it speaks by itself', async () => {
    const bench = await new SessionBench('toledo-8217', { pollMs: 500 }).start();
    await pass(bench, 100);
    bench.refusals = Array.from({ length: 20 }, () => 'unplugged' as const);
    bench.lose();
    const before = bench.sent.length;
    await pass(bench, 3_000);
    expect(bench.sent).toHaveLength(before);
    const streaming = await new SessionBench('toledo-continuous').start();
    await pass(streaming, 2_000);
    expect(streaming.sent).toEqual([]);
  });

  it('shows no signal once it stops answering, after four questions', async () => {
    const bench = new SessionBench('toledo-8217', { pollMs: 1_000 });
    bench.answer = () => frame('toledo-8217', 786);
    await bench.start();
    await pass(bench, 2_500);
    expect(bench.session.live().state).toBe('live');
    bench.answer = () => null;
    await pass(bench, 2_500);
    expect(bench.session.live().state).toBe('live');
    expect(bench.take()).toBe('weight_stale');
    await pass(bench, 2_500);
    expect(bench.session.live().state).toBe('no_signal');
  });

  it('that answers only to a new weight is in order while it is silent, and each answer counts once', async () => {
    const bench = new SessionBench('and-st', { pollMs: 500, sendsOnce: true, ageLimitMs: 60_000 });
    await bench.start();
    await pass(bench, 20_000);
    expect(bench.session.live().state).toBe('live');
    let fresh = 0;
    bench.answer = () => {
      if (fresh === 0) return null;
      fresh -= 1;
      return frame('and-st', 786);
    };
    fresh = 1;
    await pass(bench, 1_000);
    expect(bench.take()).toBe('weight_press_again');
    // Lifted and put back: a new weight to the scale.
    fresh = 1;
    await pass(bench, 1_000);
    expect(bench.take()).toBe(7_860);
    expect(bench.take()).toBe('weight_already_taken');
    await pass(bench, 20_000);
    expect(bench.session.live().state).toBe('live');
  });
});

describe('what comes behind a question', () => {
  const poll = { name: 'S', bytes: latin('S\r\n') };

  it('is the answer alone where a two-wire line sends the question back', () => {
    const answers = new PollAnswers(poll);
    expect(Buffer.from(answers.hear(latin('S\r\nS S     7.86 kg\r\n')).bytes).toString()).toBe('S S     7.86 kg\r\n');
  });

  it('is the answer alone also when the echo comes byte by byte', () => {
    const answers = new PollAnswers(poll);
    const heard = [...'S\r\nS S 1.00 kg\r\n'].map((letter) => Buffer.from(answers.hear(latin(letter)).bytes).toString()).join('');
    expect(heard).toBe('S S 1.00 kg\r\n');
  });

  it('loses nothing of an answer that begins like the question', () => {
    const answers = new PollAnswers(poll);
    const heard = [...'S S     7.86 kg\r\n'].map((letter) => Buffer.from(answers.hear(latin(letter)).bytes).toString()).join('');
    expect(heard).toBe('S S     7.86 kg\r\n');
    expect(Buffer.from(answers.hear(latin('S\r\n')).bytes).toString()).toBe('S\r\n');
  });
});
