import { afterAll, beforeAll, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { counts } from '../support/counts.ts';
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts';
import { DeskDriver } from './desk-driver.ts';
import { KillableCore, Unanswered } from './killable-core.ts';
import { dice } from './seeded.ts';

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31);
const core = new KillableCore();
let printer: FakePrinter;
beforeAll(async () => { printer = await startFakePrinter(); });
afterAll(async () => {
  await core.kill();
  core.remove();
  await printer.close();
});

interface JobRow { readonly ulid: string; readonly state: string; readonly copy: number; readonly bytes: Buffer | null }

/** The papers of the desk's printer as the books know them (the voucher of the float is one), with the bytes that were kept before the first of them was sent. */
const slips = (): JobRow[] => {
  const file = new Database(join(core.data, 'station.sqlite'), { readonly: true });
  try {
    return file.prepare("SELECT j.ulid, j.state, j.copy_no AS copy, k.bytes FROM print_job j LEFT JOIN kept_paper k ON k.print_job_id = j.id WHERE j.printer_id = 'desk' ORDER BY j.id").all() as JobRow[];
  } finally {
    file.close();
  }
};

/** A slip as one picture is some 60 kB: most offsets fall inside it, some behind its end. */
const SLIP_BYTES = 75_000;

test(`no second original over ${counts.spoolKills} kills at random bytes of a slip (seed ${seed})`, async () => {
  process.stdout.write(`spool seed ${seed}\n`);
  const random = dice(seed);
  const driver = new DeskDriver(core, random);
  await core.start();
  await driver.begin();
  const configured = await core.call('wang', 'printer.configure', {
    printers: [{ id: 'desk', name: '小票机', papers: ['receipt'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port: printer.port }, mode: 'raster', invert: false, nativeQr: false }],
  }, ulid());
  expect(configured.ok).toBe(true);

  for (let kill = 0; kill < counts.spoolKills; kill += 1) {
    // Half the kills come at a byte, with which the printer loses its power too; the others at a moment, some after the slip is out.
    const atByte = random.below(2) === 0 ? 1 + random.below(SLIP_BYTES) : null;
    const moment = random.below(2_400);
    printer.setBehaviour(atByte !== null ? { kind: 'stops_at', bytes: atByte } : random.below(3) === 0 ? { kind: 'keeps_open' } : { kind: 'well' });
    const reached = new Promise<void>((resolve) => printer.onBytes((_, bytes) => { if (atByte !== null && bytes.length >= atByte) resolve(); }));
    const posting = driver.post().catch((error: unknown) => { if (!(error instanceof Unanswered)) throw error; });
    await Promise.race([reached, new Promise((done) => setTimeout(done, atByte === null ? moment : 2_500))]);
    await core.kill();
    await posting;
    // Papers that waited come out after the restart, of a printer that has its power again.
    printer.setBehaviour({ kind: 'well' });
    printer.onBytes(() => undefined);
    await core.start();
    await driver.signIn();
    await driver.askAgain();
  }

  printer.setBehaviour({ kind: 'well' });
  await expect.poll(() => slips().filter((job) => job.state === 'waiting' || job.state === 'sending').length, { timeout: 120_000, interval: 500 }).toBe(0);
  await core.kill();

  const jobs = slips();
  const papers = printer.jobs;
  expect(jobs.every((job) => job.copy === 0)).toBe(true);
  expect(jobs.map((job) => job.state).filter((state) => state !== 'sent' && state !== 'unsure')).toEqual([]);
  const timesOnPaper = jobs.map((job) => papers.filter((paper) => job.bytes !== null && paper.equals(job.bytes)).length);
  jobs.forEach((job, index) => {
    if (job.state === 'sent') expect([job.ulid, timesOnPaper[index]]).toEqual([job.ulid, 1]);
    else expect(timesOnPaper[index]).toBeLessThanOrEqual(1);
  });
  // Whatever else lies in the tray is the beginning of one slip that is marked to be looked at, and of no other.
  const looked = jobs.filter((job, index) => job.state === 'unsure' && timesOnPaper[index] === 0);
  const torn = papers.filter((paper) => !jobs.some((job) => job.bytes !== null && paper.equals(job.bytes)));
  expect(torn.length).toBeLessThanOrEqual(looked.length);
  for (const paper of torn) expect(looked.some((job) => job.bytes?.subarray(0, paper.length).equals(paper))).toBe(true);
  expect(papers.length).toBeLessThanOrEqual(jobs.length);

  const states = { sent: jobs.filter((job) => job.state === 'sent').length, unsure: jobs.filter((job) => job.state === 'unsure').length, torn: torn.length };
  process.stdout.write(`spool kills ${counts.spoolKills}: ${JSON.stringify(states)}\n`);
  expect(states.sent).toBeGreaterThan(0);
  expect(states.unsure).toBeGreaterThan(0);
}, 40 * 60_000);
