import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CoreToMain } from '../../../electron/contract/control.ts';
import type { CoreHandle } from '../../../electron/main/core-host/core-handle.ts';
import { CoreWatch } from '../../../electron/main/core-watch.ts';
import { nextStep } from '../../../electron/main/restart-policy.ts';

/** A core that lives and dies when the test says so. */
class ScriptedCore implements CoreHandle {
  readonly transport = 'relayed';
  readonly pid = 1;
  readonly sent: string[] = [];
  killed = false;
  private hear: (message: CoreToMain) => void = () => {};
  private exit: (code: number | null) => void = () => {};

  send(message: { type: string }): void { this.sent.push(message.type); }
  openWindow(): void {}
  closeWindow(): void {}
  onMessage(listener: (message: CoreToMain) => void): void { this.hear = listener; }
  onExit(listener: (code: number | null) => void): void { this.exit = listener; }
  kill(): void { this.killed = true; this.exit(null); }
  say(message: CoreToMain): void { this.hear(message); }
  die(code: number | null = 9): void { this.exit(code); }
}

function watched() {
  const cores: ScriptedCore[] = [];
  const happened: string[] = [];
  const watch = new CoreWatch({
    launch: () => {
      const core = new ScriptedCore();
      cores.push(core);
      return core;
    },
    now: () => Date.now(),
  }, {
    ready: () => happened.push('ready'),
    lost: () => happened.push('lost'),
    rescue: (trouble) => happened.push(`rescue ${trouble.code}`),
    message: (_core, message) => happened.push(message.type),
    log: () => {},
  });
  const last = (): ScriptedCore => cores.at(-1) as ScriptedCore;
  return { watch, cores, happened, last };
}

describe('a core that dies', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is started again after half a second, then after two, and the third time the rescue screen comes', () => {
    const { watch, cores, happened, last } = watched();
    watch.start();
    last().say({ type: 'ready' });
    last().die();
    vi.advanceTimersByTime(499);
    expect(cores).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(cores).toHaveLength(2);
    last().die();
    vi.advanceTimersByTime(1_999);
    expect(cores).toHaveLength(2);
    vi.advanceTimersByTime(1);
    last().die();
    vi.advanceTimersByTime(60_000);
    expect(cores).toHaveLength(3);
    expect(happened).toEqual(['ready', 'lost', 'lost', 'lost', 'rescue core_lost']);
  });

  test('does not answer until it is ready again', () => {
    const { watch, last } = watched();
    watch.start();
    expect(watch.running).toBeNull();
    last().say({ type: 'ready' });
    expect(watch.running).toBe(last());
    last().die();
    expect(watch.running).toBeNull();
  });

  test('leads to the rescue screen at once when the books cannot be opened', () => {
    const { watch, cores, happened, last } = watched();
    watch.start();
    last().say({ type: 'start-failed', code: 'database_from_future', message: 'version 9' });
    last().die(1);
    vi.advanceTimersByTime(60_000);
    expect(cores).toHaveLength(1);
    expect(happened).toEqual(['lost', 'rescue database_from_future']);
  });

  test('is tried again when somebody else holds the folder for a moment', () => {
    const { watch, cores, last } = watched();
    watch.start();
    last().say({ type: 'start-failed', code: 'folder_in_use', message: '' });
    last().die(1);
    vi.advanceTimersByTime(500);
    expect(cores).toHaveLength(2);
  });

  test('may be tried again by the person, with earlier deaths forgotten', () => {
    const { watch, cores, happened, last } = watched();
    watch.start();
    for (const wait of [500, 2_000, 0]) {
      last().die();
      vi.advanceTimersByTime(wait);
    }
    watch.retry();
    watch.retry();
    expect(cores).toHaveLength(4);
    last().die();
    vi.advanceTimersByTime(500);
    expect(cores).toHaveLength(5);
    expect(happened.filter((what) => what.startsWith('rescue'))).toHaveLength(1);
  });
});

describe('stopping', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('asks core, and a core that ends is not started again', async () => {
    const { watch, cores, happened, last } = watched();
    watch.start();
    const stopped = watch.stop();
    expect(last().sent).toEqual(['stop']);
    last().die(0);
    await stopped;
    vi.advanceTimersByTime(60_000);
    expect(cores).toHaveLength(1);
    expect(happened).toEqual([]);
  });

  test('waits five seconds at most', async () => {
    const { watch, last } = watched();
    watch.start();
    const stopped = watch.stop();
    vi.advanceTimersByTime(4_999);
    expect(last().killed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(last().killed).toBe(true);
    await stopped;
  });

  test('ends a wait for the next start', async () => {
    const { watch, cores, last } = watched();
    watch.start();
    last().die();
    await watch.stop();
    vi.advanceTimersByTime(60_000);
    expect(cores).toHaveLength(1);
  });
});

describe('the restart rule', () => {
  test('deaths far apart never end on the rescue screen, and wait longer while they are remembered', () => {
    expect(nextStep([0])).toEqual({ step: 'restart', afterMs: 500 });
    expect(nextStep([0, 90_000])).toEqual({ step: 'restart', afterMs: 2_000 });
    expect(nextStep([0, 90_000, 180_000])).toEqual({ step: 'restart', afterMs: 5_000 });
    expect(nextStep([0, 90_000, 180_000, 270_000])).toEqual({ step: 'restart', afterMs: 5_000 });
    expect(nextStep([0, 700_000])).toEqual({ step: 'restart', afterMs: 500 });
  });

  test('three within a minute do', () => {
    expect(nextStep([0, 30_000, 59_999])).toEqual({ step: 'rescue' });
    expect(nextStep([0, 30_000, 60_000]).step).toBe('restart');
  });
});
