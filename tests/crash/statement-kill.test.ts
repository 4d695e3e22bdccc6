import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counts } from '../support/counts.ts';
import { givenPostedBatch, shortlyBeforeNow } from '../support/posted-batch.ts';
import { handClock, testStation } from '../support/station.ts';
import { KillableCore, Unanswered } from './killable-core.ts';
import { dice } from './seeded.ts';

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31);
const random = dice(seed);
const members = 12;
const folder = mkdtempSync(join(tmpdir(), 'statement-files-'));
const core = new KillableCore({ files: folder });
let batchId = '';

beforeAll(async () => {
  const station = await testStation({ clock: handClock(shortlyBeforeNow()) });
  try {
    batchId = await givenPostedBatch(station, await station.as('clerk'), await station.as('accountant'), members);
    await station.core.stop();
    cpSync(station.folder, core.data, { recursive: true });
    cpSync(station.config, core.config, { recursive: true });
  } finally {
    await station.close();
  }
}, 60_000);
afterAll(async () => {
  await core.kill();
  core.remove();
  rmSync(folder, { recursive: true, force: true });
});

const order = () => ({ batchId, language: 'zh' as const });
type Long = 'sheet.drawStatements' | 'sheet.statementsFile';
const ask = (op: Long | 'sheet.statements') => core.call('li', op, order(), ulid());

async function open(): Promise<void> {
  await core.start();
  await core.call('li', 'session.signIn', { user: 'li', pin: '1470' }, ulid());
}

/** Starts long work and kills the process somewhere in it. */
async function cutOff(op: Long, withinMs: number): Promise<void> {
  await open();
  const working = ask(op).catch((error: unknown) => { if (!(error instanceof Unanswered)) throw error; });
  await wait(random.below(withinMs));
  await core.kill();
  await working;
}

function rows<Row>(sql: string): Row[] {
  const file = new Database(join(core.data, 'station.sqlite'), { readonly: true });
  try {
    return file.prepare(sql).all() as Row[];
  } finally {
    file.close();
  }
}
const kept = (): string[] => rows<{ subject: string }>('SELECT subject FROM sheet ORDER BY id').map(({ subject }) => subject);
const drawings = (): string[] => (existsSync(join(folder, 'drawn')) ? readFileSync(join(folder, 'drawn'), 'utf8').trim().split('\n') : []);

test(`a run that is killed ${counts.statementKills} times goes on where it stood, and no statement is kept twice (seed ${seed})`, async () => {
  process.stdout.write(`statement seed ${seed}\n`);
  let before: string[] = [];
  for (let kill = 0; kill < counts.statementKills && before.length < members; kill += 1) {
    await cutOff('sheet.drawStatements', 300);
    const now = kept();
    expect(now.slice(0, before.length)).toEqual(before);
    before = now;
  }
  await open();
  await ask('sheet.drawStatements');
  await expect.poll(async () => ask('sheet.statements'), { timeout: 20_000 }).toMatchObject({ ok: true, data: { state: 'idle', done: members, printed: 0 } });
  expect(new Set(kept()).size).toBe(members);
  expect(kept().length).toBe(members);
  // What was on the window when the power went is drawn once more, and nothing else.
  expect(drawings().length).toBeLessThanOrEqual(members + counts.statementKills);
  expect(rows('SELECT * FROM sheet_print')).toEqual([]);
  await core.kill();
}, 20 * 60_000);

test('a file that is cut off is not there, and no statement stands unmarked in two files', async () => {
  for (let kill = 0; kill < counts.statementKills; kill += 1) await cutOff('sheet.statementsFile', 1_500);
  await open();
  expect(await ask('sheet.statementsFile')).toMatchObject({ ok: true, data: { statements: members } });
  await core.kill();
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf')).map((name) => {
    const pages = execFileSync('pdftotext', [join(folder, name), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map((page) => page.split(/\s+/).filter((word) => word !== ''));
    expect(pages.map((words) => words.at(-1)).toSorted()).toEqual(kept().toSorted());
    return pages;
  });
  const unmarked = files.flat().filter(([mark]) => mark !== 'COPY').map(([number]) => number);
  expect(new Set(unmarked).size).toBe(unmarked.length);
  const prints = rows<{ n: number }>('SELECT count(*) AS n FROM sheet_print GROUP BY sheet_id');
  expect(prints.length).toBe(members);
  // A count may stand for a file that got no name any more; never the other way round.
  for (const { n } of prints) expect(n).toBeGreaterThanOrEqual(files.length);
  process.stdout.write(`statement files after ${counts.statementKills} kills: ${files.length}, counted ${prints[0]?.n ?? 0}\n`);
}, 20 * 60_000);
