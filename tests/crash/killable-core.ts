import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Approval, Envelope } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import { programs, projectRoot } from '../support/programs.ts';

/** The core was killed before it answered; whether the command counts is known only after the restart. */
export class Unanswered extends Error {}

/** A real core in a process of its own that can be killed at any moment and started again on the same folder. */
export class KillableCore {
  readonly data = mkdtempSync(join(tmpdir(), 'station-crash-'));
  readonly config = mkdtempSync(join(tmpdir(), 'station-crash-config-'));
  readonly #files: string | null;
  #child: ChildProcess | null = null;
  #next = 1;
  readonly #waiting = new Map<number, { answer: (reply: unknown) => void; lost: (error: Error) => void }>();

  /** With a folder for files its core has a printing window and a person who wants them there. */
  constructor({ files = null }: { readonly files?: string | null } = {}) {
    this.#files = files;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', programs().coreChild, this.data, this.config, projectRoot, programs().worker, ...(this.#files === null ? [] : [this.#files])], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    child.stdin?.on('error', () => undefined);
    const ready = this.#reply(0);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, reply } = JSON.parse(line) as { id: number; reply: unknown };
      this.#waiting.get(id)?.answer(reply);
      this.#waiting.delete(id);
    });
    child.on('exit', () => {
      for (const { lost } of this.#waiting.values()) lost(new Unanswered('the core is gone'));
      this.#waiting.clear();
    });
    await ready;
  }

  #reply(id: number): Promise<unknown> {
    return new Promise((answer, lost) => this.#waiting.set(id, { answer, lost }));
  }

  #send(line: object): Promise<unknown> {
    // Whoever rested a moment while the core died would wait for an answer for ever.
    if (this.#child === null || this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.reject(new Unanswered('the core is gone'));
    const id = this.#next;
    this.#next += 1;
    const reply = this.#reply(id);
    this.#child?.stdin?.write(`${JSON.stringify({ id, ...line })}\n`);
    return reply;
  }

  async weigh(grams: number): Promise<string> {
    return ((await this.#send({ weigh: grams })) as { readingId: string }).readingId;
  }

  call<N extends OperationName>(as: string, op: N, input: InputOf<N>, commandId: string, approval?: Approval): Promise<Envelope<OutputOf<N>>> {
    return this.#send({ as, request: { op, input, commandId, approval } }) as Promise<Envelope<OutputOf<N>>>;
  }

  /** kill -9, and waits until the process is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  remove(): void {
    rmSync(this.data, { recursive: true, force: true });
    rmSync(this.config, { recursive: true, force: true });
  }
}
