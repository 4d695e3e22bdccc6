import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeskWindow, manager } from '../e2e/desk-window.ts';
import { openSerialCable } from '../support/pty.ts';
import { startSending } from '../support/sending-scale.ts';
import { processTree } from './bare-process.ts';
import { median, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

/** Ten readings a second from each of two scales. */
const everyMs = 100;
const scales = ['left', 'right'] as const;
const settleMs = 3_000;
const blockMs = 8_000;
const blocks = 3;
/** The clock of processes counts in hundredths of a second. */
const tickMs = 10;

const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8');

/** The core of a window: the one process under it that runs the core's own program. */
function coreUnder(window: number): number {
  const [core, ...more] = processTree(window).filter((pid) => /core[^/\0]*\.(?:c?js|ts)(?:\0|$)/u.test(commandOf(pid)));
  if (core === undefined || more.length > 0) throw new Error('the window has not one core');
  return core;
}

/** Processor time that a process has used so far, in milliseconds. */
function usedMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Percent of one processor that a process takes while nobody touches the window. */
async function shareOf(pid: number): Promise<number> {
  await sleep(settleMs);
  const before = usedMs(pid);
  await sleep(blockMs);
  return (usedMs(pid) - before) / blockMs * 100;
}

/**
 * What two scales that stream all day cost the core of the real window, each over a cable and from a process of its own, against the same core
 * with no scale. That one often uses less than the clock of processes can count, so the floor is one tick of it.
 */
export async function benchScaleIdle(): Promise<BenchRow[]> {
  const cables = await Promise.all(scales.map(() => openSerialCable()));
  const sending = cables.map((cable) => startSending(cable.scalePath, everyMs));
  const desk = await DeskWindow.open();
  try {
    const core = coreUnder(desk.pid);
    const profiles = scales.map((id, at) => ({ id, name: id, port: { kind: 'serial' as const, path: cables[at]?.stationPath ?? '' }, protocol: 'yaohua-tf0', config: { unit: 'kg' } }));
    const [streaming, silent]: [number[], number[]] = [[], []];
    for (let block = 0; block < blocks; block += 1) {
      await desk.ask('scale.configure', { scales: [] }, manager);
      silent.push(await shareOf(core));
      await desk.ask('scale.configure', { scales: profiles }, manager);
      streaming.push(await shareOf(core));
    }
    return [row('processor share of core, two scales streaming', median(streaming), Math.max(median(silent), tickMs / blockMs * 100), null, '%')];
  } finally {
    await desk.close();
    for (const each of sending) await each.stop();
    for (const cable of cables) await cable.remove();
  }
}
