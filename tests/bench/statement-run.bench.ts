import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import sheetWords from '../../resources/locales/zh/sheet.json' with { type: 'json' };
import { AccountantWindow } from '../e2e/accountant-window.ts';
import type { TestStation } from '../support/station.ts';
import { processTree } from './bare-process.ts';
import { quantile, row } from './measure.ts';
import type { BenchRow } from './measure.ts';
import { seasonDay, seedSeason } from './season.ts';

const members = 1_000;
const tickets = 5_000;
/** The run is stopped once and gone on with, as a person would who is called away. */
const stopAt = 100;
const idleMs = 15_000;
/** Four pictures of sixty a second: a window that answers within that does not seem to stand. */
const frameBound = 4;
/** The file would be held some four times over if it were made as a whole, and would grow with the village; in pieces what is held does not. */
const memoryBound = 3.5;

/** A season that is settled and approved; answers the batch. */
async function settledSeason(station: TestStation): Promise<string> {
  seedSeason(station, members, tickets);
  const accountant = await station.as('accountant');
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '全季', dateFrom: '2026-01-01', dateTo: seasonDay, productId: null, capBp: 5_000 });
  await station.must(accountant, 'settlement.calculate', { id });
  await station.core.station.live.settlementRuns.idle();
  await station.must(accountant, 'settlement.review', { id });
  await station.must(accountant, 'settlement.approve', { id }, { approval: station.approval('manager') });
  return id;
}

/** Notes in the page how long each picture stood before the next. */
const watchFrames = (): void => {
  const gaps: number[] = [];
  let last = performance.now();
  const look = (now: number): void => {
    gaps.push(now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(window, { takeFrameGaps: () => gaps.splice(0) });
};
const takeGaps = (page: Page): Promise<number[]> => page.evaluate<number[]>('window.takeFrameGaps()');

async function countDone(page: Page): Promise<number> {
  const text = await page.getByRole('region', { name: sheetWords.run.drawing }).innerText().catch(() => '');
  return Number(/(\d+)\s*\/\s*\d+/.exec(text)?.[1] ?? 0);
}

/** The process of core among those of the window. */
function coreProcess(root: number): number {
  const core = processTree(root).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('core.cjs'));
  if (core === undefined) throw new Error('the window has no core');
  return core;
}

/** Mebibytes of a process from its own account: what it holds now (`VmRSS`), or its most since it was last reset (`VmHWM`). */
const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

/** Draws all statements in the real window, with one stop; answers statements a second and how long the stop took. */
async function drawAll(page: Page): Promise<{ readonly perSecond: number; readonly stopMs: number }> {
  const drawing = page.getByRole('region', { name: sheetWords.run.drawing });
  let began = performance.now();
  await page.keyboard.press('F8');
  while (await countDone(page) < stopAt) await sleep(200);
  const pressed = performance.now();
  await page.keyboard.press('F7');
  await drawing.waitFor({ state: 'hidden' });
  const stopMs = performance.now() - pressed;
  let worked = pressed - began;
  began = performance.now();
  await page.keyboard.press('F8');
  await page.getByText(sheetWords.run.allDrawn.replace('{{total}}', String(members))).waitFor({ timeout: 10 * 60_000 });
  worked += performance.now() - began;
  return { perSecond: (members * 1_000) / worked, stopMs };
}

/**
 * Statements of 1,000 members drawn in the real window: how long a picture stands while it runs against one at rest, and what core holds while
 * it writes the file of all of them against what it held before.
 */
export async function benchStatementRun(): Promise<BenchRow[]> {
  const { desk, filled: batchId } = await AccountantWindow.open(settledSeason, {}, { checkReplies: false, worker: resolve(import.meta.dirname, '../../out/main/worker.cjs') });
  const { page, app, folder } = desk;
  try {
    await desk.go(`/settlement/batches/${batchId}`);
    await page.getByText(sheetWords.run.noneDrawn).waitFor();
    await page.evaluate(`(${String(watchFrames)})()`);
    await sleep(1_000);
    await takeGaps(page);
    await sleep(idleMs);
    const idle = await takeGaps(page);
    const { perSecond, stopMs } = await drawAll(page);
    const busy = await takeGaps(page);
    const core = coreProcess(app.process().pid ?? 0);
    const before = memoryOf(core, 'VmRSS');
    writeFileSync(`/proc/${core}/clear_refs`, '5');
    const file = join(folder, 'statements.pdf');
    await desk.answerSaveDialog(file);
    const began = performance.now();
    await page.keyboard.press('F6');
    await page.getByText(sheetWords.screen.savedTo.replace('{{path}}', file)).waitFor({ timeout: 5 * 60_000 });
    const writtenMs = performance.now() - began;
    return [
      row('picture standing while 1,000 statements are drawn, p99', quantile(busy, 0.99), quantile(idle, 0.99), frameBound, 'ms'),
      row('the longest picture while they are drawn', Math.max(...busy), Math.max(...idle), null, 'ms'),
      row('statements drawn in a second', perSecond, 1, null, '/s'),
      row('a run that is stopped', stopMs, 1_000 / perSecond, null, 'ms'),
      row('the file of 1,000 statements, for each', writtenMs / members, 1_000 / perSecond, null, 'ms'),
      row('memory of core while that file is written', memoryOf(core, 'VmHWM'), before, memoryBound, 'MiB'),
    ];
  } finally {
    await desk.close();
  }
}
