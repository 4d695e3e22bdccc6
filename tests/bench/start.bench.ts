import { setTimeout as sleep } from 'node:timers/promises';
import { blankProgram, endWindow, startWindow, stationProgram } from './bare-process.ts';
import type { WindowProgram } from './bare-process.ts';
import { askPage, devtoolsAddress } from './devtools-line.ts';
import { foundedFolder } from './founded-folder.ts';
import { median, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

const blocks = 9;
const bound = 1.5;
/** Long enough for either window to have painted before anybody looks at it. */
const settleMs = 2_500;
/** On a busy machine it is asked again, a second apart. */
const looks = 20;

interface Paints { readonly first: number; readonly standing: number | null }

/**
 * Two moments on the computer's clock: the first paint with content, and the first paint of something that still stands when the page is
 * asked. The station shows a waiting screen first where core is slower than the page; while that one stands there is no answer yet.
 */
const paints = `new Promise((resolve) => {
  if (document.querySelector('[role="status"]') !== null) resolve(null);
  const [first] = performance.getEntriesByName('first-contentful-paint');
  new PerformanceObserver((list) => {
    const standing = list.getEntries().find((entry) => entry.element !== null);
    resolve({ first: performance.timeOrigin + (first?.startTime ?? NaN), standing: standing === undefined ? null : performance.timeOrigin + standing.startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => resolve(null), 1000);
})`;

/** Milliseconds from starting the process to both moments. */
async function startOnce(program: WindowProgram): Promise<{ first: number; standing: number }> {
  const began = performance.timeOrigin + performance.now();
  const child = startWindow(program, ['--remote-debugging-port=0']);
  try {
    const address = await devtoolsAddress(child);
    await sleep(settleMs);
    for (let look = 0; look < looks; look += 1) {
      const painted = await askPage<Paints | null>(address, paints);
      if (painted?.standing) return { first: painted.first - began, standing: painted.standing - began };
      await sleep(1_000);
    }
    throw new Error('the window painted nothing');
  } finally {
    await endWindow(child);
  }
}

/** From starting the process to the sign-in screen, against a blank window of the same runtime. The first start of each fills the caches and is not counted. */
export async function benchStart(): Promise<BenchRow[]> {
  const folder = await foundedFolder();
  const blank = blankProgram();
  try {
    const station = stationProgram(folder);
    const firsts: number[] = [];
    const signIns: number[] = [];
    const floors: number[] = [];
    for (let block = -1; block < blocks; block += 1) {
      const cost = await startOnce(station);
      const floor = await startOnce(blank);
      if (block < 0) continue;
      firsts.push(cost.first);
      signIns.push(cost.standing);
      floors.push(floor.first);
    }
    return [
      row('start to the sign-in screen', median(signIns), median(floors), bound, 'ms'),
      row('start to the first paint of the window', median(firsts), median(floors), null, 'ms'),
    ];
  } finally {
    blank.remove();
    folder.remove();
  }
}
