import { statfsSync } from 'node:fs';

/** One line of the report: cost ÷ floor, lower is better. `bound` null means that the figure is reported only. */
export interface BenchRow {
  readonly name: string;
  /** Cost and floor in `unit`, medians of interleaved blocks. */
  readonly value: number;
  readonly floor: number;
  readonly ratio: number;
  readonly bound: number | null;
  readonly unit: string;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which the share `q` of the values lies (nearest rank). */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

export function row(name: string, value: number, floor: number, bound: number | null, unit: string): BenchRow {
  return { name, value, floor, ratio: value / floor, bound, unit };
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Runs cost and floor in turns, so that a noisy moment hits both, and compares the medians of the blocks. `between` prepares the floor untimed. */
export async function interleaved(blocks: number, cost: (block: number) => unknown, floor: (block: number) => unknown, between: (block: number) => void = () => undefined): Promise<{ value: number; floor: number }> {
  const costs: number[] = [];
  const floors: number[] = [];
  for (let block = 0; block < blocks; block += 1) {
    costs.push(await timed(() => cost(block)));
    between(block);
    floors.push(await timed(() => floor(block)));
  }
  return { value: median(costs), floor: median(floors) };
}

const tmpfsMagic = 0x01021994;

/** A commit on a file system in memory costs nothing and would flatter every figure. */
export function refuseMemoryDisk(folder: string): void {
  if (statfsSync(folder).type === tmpfsMagic) throw new Error(`${folder} lies in memory; set TMPDIR to a folder on a real disk`);
}
