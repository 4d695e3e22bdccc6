import { describe, expect, it } from 'vitest';
import { SessionBench } from './session-bench.ts';

describe('when a weight may be taken', () => {
  it('takes a weight that the scale calls stable after three equal frames, with all of them as proof', async () => {
    const bench = await new SessionBench('toledo-continuous').start();
    await bench.keepShowing(785, 1);
    bench.show(786);
    bench.show(786);
    expect(bench.take()).toBe('weight_not_stable');
    bench.show(786);
    const taken = bench.session.take();
    expect(taken).toMatchObject({ value: '7.86', unit: 'kg', mass: { wholeGrams: 7860, subGram: false }, rule: 'scale-repeat-3', net: false });
    expect('raw' in taken ? taken.raw : []).toHaveLength(3);
    expect(Object.isFrozen(taken)).toBe(true);
  });

  it('decides itself where the protocol does not say: five equal readings over 0.8 s', async () => {
    const bench = await new SessionBench('yaohua-tf0').start();
    await bench.keepShowing(786, 8);
    expect(bench.take()).toBe('weight_not_stable');
    bench.show(786);
    expect(bench.session.take()).toMatchObject({ rule: 'repeat-5-800ms', mass: { wholeGrams: 7860 } });
  });

  it('begins the count again at another value, at a wrong check and at noise', async () => {
    const bench = await new SessionBench('yaohua-tf0').start();
    await bench.keepShowing(786, 20);
    expect(bench.take()).toBe(7860);
    bench.show(787);
    expect(bench.take()).toBe('weight_not_stable');
    await bench.keepShowing(787, 20);
    expect(bench.take()).toBe(7870);
    bench.send('\u00022+');
    bench.show(787);
    expect(bench.take()).toBe('weight_not_stable');
  });

  it('refuses a moving weight, an overload, an underload, zero and a negative weight', async () => {
    const bench = await new SessionBench('toledo-continuous').start();
    await bench.keepShowing(786, 3, { stable: false });
    expect(bench.take()).toBe('weight_not_stable');
    await bench.keepShowing(786, 3, { overload: true });
    expect(bench.take()).toBe('scale_overload');
    await bench.keepShowing(786, 3, { underload: true });
    expect(bench.take()).toBe('scale_underload');
    await bench.keepShowing(0, 3);
    expect(bench.take()).toBe('weight_not_positive');
    await bench.keepShowing(-5, 3);
    expect(bench.take()).toBe('weight_not_positive');
  });

  it('is too heavy for the scale where the load is within its capacity only without the tare the scale took off', async () => {
    const bench = await new SessionBench('toledo-continuous', { capacityGrams: 150_000 }).start();
    await bench.keepShowing(14_800, 4, { net: true, tareDigits: 5_000 });
    expect(bench.session.take()).toEqual({ refused: 'weight_above_capacity', params: { grams: 198_000, capacity: 150_000 } });
    await bench.keepShowing(9_800, 4, { net: true, tareDigits: 5_000 });
    expect(bench.take()).toBe(98_000);
    await bench.keepShowing(14_800, 4);
    expect(bench.take()).toBe(148_000);
  });

  it('refuses more than the scale may carry', async () => {
    const bench = await new SessionBench('toledo-continuous', { capacityGrams: 30_000 }).start();
    await bench.keepShowing(3_001, 3);
    expect(bench.take()).toBe('weight_above_capacity');
    await bench.keepShowing(3_000, 3);
    expect(bench.take()).toBe(30_000);
  });

  it('refuses a weight without a known unit', async () => {
    const bench = await new SessionBench('yaohua-tf0', { config: {} }).start();
    await bench.keepShowing(786, 12);
    expect(bench.take()).toBe('scale_unit_unknown');
  });

  it('refuses an old reading', async () => {
    const bench = await new SessionBench('toledo-continuous', { ageLimitMs: 500 }).start();
    await bench.keepShowing(786, 3);
    await bench.time.pass(450);
    expect(bench.take()).toBe('weight_stale');
  });

  it('rounds half a gram up and says so', async () => {
    const bench = await new SessionBench('st-gs').start();
    bench.send(`\r\n${'ST,GS,+ 0.0125kg\r\n'.repeat(3)}`);
    expect(bench.session.take()).toMatchObject({ mass: { wholeGrams: 13, subGram: true, grams: '12.5' } });
  });

  describe('of a scale that sends once when its key is pressed', () => {
    const pressed = (kilograms: string): string => `ST,GS,+${kilograms.padStart(7)}kg\r\n`;
    const opened = async (): Promise<SessionBench> => {
      const bench = await new SessionBench('st-gs', { sendsOnce: true, ageLimitMs: 60_000 }).start();
      await bench.time.pass(5_000);
      return bench;
    };

    it('is two presses that say the same, taken once, and so is the next one', async () => {
      const bench = await opened();
      expect(bench.session.live().state).toBe('live');
      for (let basket = 0; basket < 2; basket += 1) {
        bench.send(pressed('7.86'));
        expect(bench.session.live()).toMatchObject({ stable: false, pressAgain: true });
        expect(bench.take()).toBe('weight_press_again');
        await bench.time.pass(5_000);
        bench.send(pressed('7.86'));
        expect(bench.session.live()).toMatchObject({ stable: true, pressAgain: false, stableRule: 'scale-key-press-2' });
        expect(bench.take()).toBe(7_860);
        expect(bench.take()).toBe('weight_already_taken');
        await bench.time.pass(5_000);
      }
    });

    it('is never the one frame in which the line turned a bit', async () => {
      const bench = await opened();
      bench.send(pressed('27.86'));
      expect(bench.take()).toBe('weight_press_again');
      bench.send(pressed('7.86'));
      expect(bench.take()).toBe('weight_press_again');
      bench.send(pressed('7.86'));
      expect(bench.take()).toBe(7_860);
    });

    it('is not made of one press now and one for another load long ago', async () => {
      const bench = await opened();
      bench.send(pressed('7.86'));
      await bench.time.pass(61_000);
      expect(bench.take()).toBe('weight_stale');
      bench.send(pressed('7.86'));
      expect(bench.take()).toBe('weight_press_again');
    });

    it('is one press where a strong check holds', async () => {
      const bench = await new SessionBench('modbus-rtu', { sendsOnce: true, ageLimitMs: 60_000, config: { unit: 'kg', decimals: 2 } }).start();
      bench.send(Buffer.from('010302031238B9', 'hex'));
      expect(bench.session.live()).toMatchObject({ stable: true, stableRule: 'key-press' });
      expect(bench.take()).toBe(7_860);
    });
  });
});

describe('what comes over a bad line', () => {
  it('drops the first line after opening, which looks like a weight and is a tail', async () => {
    const bench = await new SessionBench('st-gs').start();
    bench.send('ST,GS,+ 6.00kg');
    bench.send('\r\nST,GS,+ 76.00kg\r\n');
    expect(bench.session.live()).toMatchObject({ value: '76.00', sequence: 1 });
  });

  it('does not complete a half frame with one that comes after a pause', async () => {
    const bench = await new SessionBench('st-gs').start();
    bench.send('\r\nST,GS,+ 12');
    await bench.time.pass(400);
    bench.send('3.00kg\r\n');
    expect(bench.session.live().value).toBeNull();
  });

  it('completes a half frame that comes in time', async () => {
    const bench = await new SessionBench('st-gs').start();
    bench.send('\r\nST,GS,+ 12');
    await bench.time.pass(100);
    bench.send('3.00kg\r\n');
    expect(bench.session.live().value).toBe('123.00');
  });

  it('keeps the last frames as they came, good or bad', async () => {
    const bench = await new SessionBench('yaohua-tf0').start();
    for (let turn = 0; turn < 100; turn += 1) bench.show(turn);
    const frames = bench.session.recentFrames();
    expect(frames).toHaveLength(64);
    expect(frames[63]?.raw).toContain('39 39');
  });
});

describe('how the line fares', () => {
  it('says no signal after two seconds of silence, and live again with the next frame', async () => {
    const bench = await new SessionBench('toledo-continuous').start();
    expect(bench.session.live().state).toBe('connecting');
    await bench.keepShowing(786, 3);
    expect(bench.session.live().state).toBe('live');
    await bench.time.pass(1_600);
    expect(bench.session.live().state).toBe('live');
    await bench.time.pass(800);
    expect(bench.session.live()).toMatchObject({ state: 'no_signal', stable: false });
    expect(bench.take()).toBe('scale_no_signal');
    bench.show(786);
    expect(bench.session.live().state).toBe('live');
    // What was shown before the silence proves nothing about now.
    expect(bench.take()).toBe('weight_not_stable');
  });

  it('gives the slowest line five seconds', async () => {
    const bench = await new SessionBench('yaohua-tf0', { line: { baudRate: 600, dataBits: 8, parity: 'none', stopBits: 1 } }).start();
    bench.show(786);
    await bench.time.pass(4_500);
    expect(bench.session.live().state).toBe('live');
    await bench.time.pass(1_000);
    expect(bench.session.live().state).toBe('no_signal');
  });

  it('suspects the settings when nearly all that comes is noise', async () => {
    const bench = await new SessionBench('yaohua-tf0').start();
    for (let turn = 0; turn < 60; turn += 1) {
      bench.send(Uint8Array.of(0xfe, 0x80, 0xe0, 0x00, 0xfe));
      await bench.time.pass(100);
    }
    expect(bench.session.live().state).toBe('wrong_settings');
    expect(bench.take()).toBe('scale_no_signal');
  });

  it('opens a refused port again after 1, 2, 4 seconds, and says why it was refused', async () => {
    const bench = new SessionBench('toledo-continuous');
    bench.refusals = ['access_denied', 'access_denied', 'unplugged'];
    await bench.start();
    expect(bench.session.live().state).toBe('access_denied');
    await bench.time.pass(20_000);
    const [first = 0, ...later] = bench.opens;
    expect(later.map((at) => at - first)).toEqual([1_000, 3_000, 7_000]);
    bench.show(786);
    expect(bench.session.live().state).toBe('live');
  });

  it('never waits longer than 30 seconds for the next try', async () => {
    const bench = new SessionBench('toledo-continuous');
    bench.refusals = Array.from({ length: 12 }, () => 'unplugged' as const);
    await bench.start();
    await bench.time.pass(400_000);
    const gaps = bench.opens.slice(1).map((at, index) => at - (bench.opens[index] ?? 0));
    expect(Math.max(...gaps)).toBe(30_000);
  });

  it('sees a cable pulled out and put back, and books nothing in between', async () => {
    const bench = await new SessionBench('toledo-continuous').start();
    await bench.keepShowing(786, 5);
    bench.lose();
    expect(bench.session.live().state).toBe('unplugged');
    expect(bench.take()).toBe('scale_no_signal');
    await bench.time.pass(1_000);
    await bench.keepShowing(786, 3);
    expect(bench.take()).toBe(7860);
  });

  it('notices a device that is gone without a word', async () => {
    const bench = await new SessionBench('toledo-continuous').start();
    await bench.keepShowing(786, 5);
    bench.isPresent = false;
    await bench.time.pass(800);
    expect(bench.session.live().state).toBe('unplugged');
  });

  it('leaves nothing behind when it is stopped', async () => {
    const bench = await new SessionBench('toledo-continuous').start();
    await bench.keepShowing(786, 5);
    await bench.session.stop();
    expect(bench.time.pending).toBe(0);
    const before = bench.lives.length;
    bench.show(999);
    expect(bench.lives).toHaveLength(before);
  });
});
