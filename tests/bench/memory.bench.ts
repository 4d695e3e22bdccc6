import { setTimeout as sleep } from 'node:timers/promises';
import { blankProgram, endWindow, processTree, pssOf, startWindow, stationProgram } from './bare-process.ts';
import type { WindowProgram } from './bare-process.ts';
import { foundedFolder } from './founded-folder.ts';
import { median, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

const blocks = 3;
const bound = 1.6;
const startMs = 2_000;
const idleMs = 10_000;

/** Proportional memory of the window with all its processes, after it has stood idle. */
async function idleMemory(program: WindowProgram): Promise<number> {
  const child = startWindow(program);
  // Nobody reads what it says; an unread pipe would stop it.
  child.stderr?.resume();
  try {
    await sleep(startMs + idleMs);
    if (child.pid === undefined) throw new Error('the window did not start');
    return processTree(child.pid).reduce((sum, pid) => sum + pssOf(pid), 0);
  } finally {
    await endWindow(child);
  }
}

/** Memory of the station on its sign-in screen, core included, against a blank window of the same runtime. */
export async function benchMemory(): Promise<BenchRow[]> {
  const folder = await foundedFolder();
  const blank = blankProgram();
  try {
    const costs: number[] = [];
    const floors: number[] = [];
    for (let block = 0; block < blocks; block += 1) {
      costs.push(await idleMemory(stationProgram(folder)));
      floors.push(await idleMemory(blank));
    }
    return [row('memory, 10 s idle', median(costs), median(floors), bound, 'MiB')];
  } finally {
    blank.remove();
    folder.remove();
  }
}
