import { tmpdir } from 'node:os';
import { benchTicketPost } from './ticket-post.bench.ts';
import { benchLoopHold } from './loop-hold.bench.ts';
import { benchMemory } from './memory.bench.ts';
import { benchSearch } from './search.bench.ts';
import { benchStart } from './start.bench.ts';
import { benchSettlement } from './settlement.bench.ts';
import { benchLabel } from './label.bench.ts';
import { benchReceipt } from './receipt.bench.ts';
import { benchScaleDecode } from './scale-decode.bench.ts';
import { benchScaleDigit } from './scale-digit.bench.ts';
import { benchScaleIdle } from './scale-idle.bench.ts';
import { benchScaleStream } from './scale-stream.bench.ts';
import { benchStatementRun } from './statement-run.bench.ts';
import type { BenchRow } from './measure.ts';
import { refuseMemoryDisk } from './measure.ts';

const benches: ReadonlyArray<readonly [name: string, run: () => Promise<BenchRow[]>, full: boolean]> = [
  ['ticket', benchTicketPost, false],
  ['scale', benchScaleDecode, false],
  ['scale-stream', benchScaleStream, false],
  ['scale-digit', benchScaleDigit, false],
  ['scale-idle', benchScaleIdle, false],
  ['receipt', benchReceipt, false],
  ['label', benchLabel, false],
  ['settlement', benchSettlement, false],
  ['statement-run', benchStatementRun, false],
  ['loop-hold', benchLoopHold, false],
  ['search', benchSearch, false],
  ['start', benchStart, false],
  ['memory', benchMemory, false],
];

const asJson = process.argv.includes('--json');
const full = process.argv.includes('--full');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function print(row: BenchRow): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(row)}\n`);
    return;
  }
  const verdict = row.bound === null ? 'reported' : row.ratio <= row.bound ? `within ${row.bound}` : `ABOVE ${row.bound}`;
  process.stdout.write(`${row.name.padEnd(46)} ${figure(row.value).padStart(9)} ÷ ${figure(row.floor).padStart(9)} ${row.unit.padEnd(4)} = ${row.ratio.toFixed(2).padStart(6)}  ${verdict}\n`);
}

refuseMemoryDisk(tmpdir());
for (const [name, run, isFull] of benches) {
  if ((isFull && !full) || (only !== undefined && only !== name)) continue;
  process.stderr.write(`measuring: ${name}\n`);
  for (const row of await run()) print(row);
}
