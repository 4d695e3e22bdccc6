import type { Detection, DetectionFailure, Heard, Way } from '../../../../contract/scale-detection.ts';
import type { LineSettings } from '../../../../contract/scale-profile.ts';
import type { Clock } from '../../../platform/clock.ts';
import { hexText } from '../decoder/hex.ts';
import type { PortOpener, PortTrouble } from '../port/scale-port.ts';
import { PortError } from '../port/scale-port.ts';
import type { SafePoll, ScaleProtocol } from '../protocols/protocol.ts';
import type { FrameRing } from '../session/frame-ring.ts';
import { askEveryMs, pollOf, USUAL_POLL_MS } from '../session/poller.ts';
import type { Timers } from '../session/timers.ts';
import { sampleOf, sampleText, sevenBitLine, soundOf } from './heard-bytes.ts';
import { LineEar } from './line-ear.ts';
import { isSameLine, lineOrder, listenMs } from './line-order.ts';
import { Patience } from './patience.ts';
import type { Question } from './safe-questions.ts';
import { configFor, questionsAt } from './safe-questions.ts';
import type { Fit } from './trial.ts';
import { fitsOf, isConvincing } from './trial.ts';
import { WatchedCandidate } from './watched-candidate.ts';

export interface DetectionParts {
  readonly detectionId: string;
  readonly protocols: readonly ScaleProtocol[];
  /** Opens the port at these settings; with null where the port has none (network, device file). */
  readonly openAt: (line: LineSettings | null) => PortOpener;
  readonly hasLines: boolean;
  /** A way of reading that a person has chosen: then nothing is searched for. */
  readonly chosen?: { readonly protocol: ScaleProtocol; readonly way: Way } | null;
  /** Keeps what the first way of reading finds, sound or not. */
  readonly ring?: FrameRing;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onView: (view: Detection) => void;
}

/** One stretch of listening that gave something to choose from. */
interface Find {
  readonly line: LineSettings | null;
  readonly fits: readonly Fit[];
  readonly poll: SafePoll | null;
}

/** One question at one setting. */
interface Round {
  readonly line: LineSettings | null;
  readonly question: Question;
}

/** What is listened to in the end. */
interface Watch {
  readonly line: LineSettings | null;
  readonly candidates: readonly WatchedCandidate[];
  readonly poll: SafePoll | null;
  readonly everyMs: number;
}

const TELL_MS = 200;
const ANSWER_MS = 500;
const ANSWER_SLOW_MS = 900;
const RARE_ANSWER_MS = 300;
const RARE_ANSWER_SLOW_MS = 600;
/** An adapter and the scale behind it may miss what is asked in the moment of opening. */
const AFTER_OPENING_MS = 300;
const REPEATS = 4;
/** So many silent stretches of listening, and nobody speaks by himself on this line. */
const SILENT_ENOUGH = 3;
/** A system may take a moment to let go of the port that was closed for the next setting: nobody else has it, so it is tried again. */
const OWN_TRIES = 6;
const TROUBLES: Readonly<Record<PortTrouble, DetectionFailure>> = { unplugged: 'unplugged', access_denied: 'access_denied', settings_refused: 'settings_refused', failed: 'unplugged' };

/**
 * Finds out what a scale speaks: listens at one setting after the other until frames make up the stream; where nobody
 * speaks, asks what any scale may be asked. Then it goes on listening and shows what each way of reading reads, until it is stopped.
 */
export class ScaleDetection {
  readonly #parts: DetectionParts;
  readonly #ear = new LineEar();
  readonly #patience: Patience;
  #view: Detection;
  #candidates: readonly WatchedCandidate[] = [];
  #worst: Heard = 'nothing';
  /** Where the clearest of what was heard came. */
  #heardAt: LineSettings | null = null;
  /** Undefined while no port is open. */
  #opened: LineSettings | null | undefined;
  #running: Promise<void> | null = null;

  constructor(parts: DetectionParts) {
    this.#parts = parts;
    this.#patience = new Patience(parts.timers);
    this.#view = {
      detectionId: parts.detectionId, phase: 'listening', step: 0, steps: 0, secondsLeft: 0, line: null, poll: null, heard: 'nothing', bytes: 0, candidates: [], failure: null, sampleText: '', sampleHex: '',
    };
  }

  view(): Detection {
    return { ...this.#view, candidates: this.#candidates.map((candidate) => candidate.view()) };
  }

  /** Runs until something is found and stopped, or nothing was. Never rejects: what goes wrong stands in the view. */
  run(): Promise<void> {
    this.#running ??= this.#search().catch((error: unknown) => this.#fail(error instanceof PortError ? TROUBLES[error.trouble] : 'unplugged')).finally(() => this.#ear.close());
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#patience.end();
    await this.#running;
    if (this.#view.phase !== 'failed') this.#tell({ phase: 'stopped' });
  }

  async #search(): Promise<void> {
    const chosen = this.#parts.chosen ?? null;
    if (chosen !== null) {
      await this.#watch(watchOf(chosen.protocol, chosen.way));
      return;
    }
    const find = await this.#listenAlong() ?? (this.#worst === 'nothing' ? await this.#askAlong() : null);
    if (this.#patience.isOver) return;
    if (find === null) this.#fail(this.#worst === 'nothing' ? 'silent' : this.#worst === 'noise' ? 'wrong_speed' : 'unknown_format');
    else await this.#watch(watchOver(find));
  }

  #lines(): (LineSettings | null)[] {
    return this.#parts.hasLines ? lineOrder(this.#parts.protocols) : [null];
  }

  async #listenAlong(): Promise<Find | null> {
    const left = this.#lines();
    const steps = left.length;
    let doubtful: Find | null = null;
    let hinted: LineSettings | null = null;
    let silent = 0;
    for (let step = 1; left.length > 0 && !this.#patience.isOver && silent < SILENT_ENOUGH; step += 1) {
      const line = left.shift() ?? null;
      this.#tell({ phase: 'listening', step, steps, line, secondsLeft: secondsOf(left, listenMs(line)) });
      if (!await this.#openAt(line)) continue;
      await this.#listenFor(listenMs(line));
      const bytes = this.#ear.bytes();
      silent = bytes.length === 0 && doubtful === null && this.#worst === 'nothing' ? silent + 1 : 0;
      const fits = this.#judge(bytes);
      const hidden = line === null ? null : sevenBitLine(bytes, line);
      const isHinted = line !== null && hinted !== null && isSameLine(line, hinted);
      if (fits.length > 0 && hidden === null && (isHinted || isConvincing(fits))) return { line, fits, poll: null };
      if (fits.length > 0) doubtful ??= { line, fits, poll: null };
      // Text whose top bits follow a parity is heard again with seven bits before anything else.
      hinted ??= hidden;
      if (hidden !== null) left.sort((one, other) => Number(one === null || !isSameLine(one, hidden)) - Number(other === null || !isSameLine(other, hidden)));
    }
    return doubtful;
  }

  /** Every question at every setting where it is usual; the rare ones when all others were asked in vain. */
  #rounds(): Round[] {
    const rounds = this.#lines().flatMap((line) => questionsAt(line, this.#parts.protocols).map((question) => ({ line, question })));
    const isRare = ({ question }: Round): boolean => question.poll.rare === true;
    return [...rounds.filter((round) => !isRare(round)), ...rounds.filter(isRare)];
  }

  async #askAlong(): Promise<Find | null> {
    const rounds = this.#rounds();
    for (const [index, { line, question }] of rounds.entries()) {
      if (this.#patience.isOver) return null;
      const answerMs = answerTime(line, question.poll);
      this.#tell({ phase: 'asking', step: index + 1, steps: rounds.length, line, poll: question.poll.name, secondsLeft: askingSeconds(rounds.slice(index)) });
      if (line !== this.#opened) {
        if (!await this.#openAt(line)) continue;
        await this.#listenFor(AFTER_OPENING_MS);
      }
      const fits = await this.#askFor(question, answerMs);
      if (fits.length === 0) continue;
      const hidden = line === null ? null : sevenBitLine(this.#ear.bytes(), line);
      const plain = hidden !== null && await this.#openAt(hidden) ? await this.#askFor(question, answerMs) : [];
      return plain.length > 0 ? { line: hidden, fits: plain, poll: question.poll } : { line, fits, poll: question.poll };
    }
    return null;
  }

  /** Asks once, and on while answers come, until there are enough to judge by. */
  async #askFor(question: Question, answerMs: number): Promise<Fit[]> {
    this.#ear.forget();
    for (let turn = 0; turn < REPEATS && (turn === 0 || this.#ear.length > 0); turn += 1) {
      await this.#ear.ask(question.poll);
      await this.#listenFor(answerMs);
    }
    return this.#judge(this.#ear.bytes()).filter((fit) => question.protocols.includes(fit.protocol));
  }

  #judge(bytes: Uint8Array): Fit[] {
    const fits = fitsOf(this.#parts.protocols, bytes);
    const heard = fits.length > 0 ? 'frames' : soundOf(bytes);
    if (heard !== 'nothing' && (this.#worst === 'nothing' || this.#worst === 'noise')) {
      this.#worst = heard;
      this.#heardAt = this.#view.line;
    }
    this.#tell({ heard, bytes: this.#view.bytes + bytes.length, ...sampleFrom(bytes) });
    return fits;
  }

  async #watch({ line, candidates, poll, everyMs }: Watch): Promise<void> {
    this.#candidates = candidates;
    if (this.#opened !== line) await this.#openAt(line);
    this.#ear.follow((bytes) => {
      for (const [place, candidate] of this.#candidates.entries()) {
        const readings = candidate.hear(bytes);
        if (place === 0) for (const reading of readings) this.#parts.ring?.add(reading, this.#parts.clock.now());
      }
    });
    this.#tell({ phase: 'found', line, poll: poll?.name ?? null, secondsLeft: 0, heard: 'frames' });
    while (!this.#patience.isOver) {
      if (poll !== null) await this.#ear.ask(poll);
      await this.#listenFor(everyMs);
      this.#tell(sampleFrom(this.#ear.bytes()));
      this.#ear.forget();
    }
  }

  /** False where the driver does not take these settings: no scale at the other end can use them either. */
  async #openAt(line: LineSettings | null): Promise<boolean> {
    const wasOurs = this.#opened !== undefined;
    await this.#ear.close();
    this.#ear.forget();
    this.#opened = undefined;
    for (let tries = wasOurs ? OWN_TRIES : 1; ; tries -= 1) {
      try {
        await this.#ear.open(this.#parts.openAt(line));
        this.#opened = line;
        return true;
      } catch (error) {
        if (this.#parts.hasLines && error instanceof PortError && error.trouble === 'settings_refused') return false;
        if (tries <= 1 || !(error instanceof PortError) || error.trouble !== 'access_denied' || this.#patience.isOver) throw error;
        await this.#patience.wait(TELL_MS);
      }
    }
  }

  /** Waits and looks whether the device is still there. */
  async #listenFor(milliseconds: number): Promise<void> {
    for (let waited = 0; waited < milliseconds && !this.#patience.isOver; waited += TELL_MS) {
      await this.#patience.wait(Math.min(TELL_MS, milliseconds - waited));
      const trouble = await this.#ear.trouble();
      if (trouble !== null) throw new PortError(trouble, 'the port went away while it was listened to');
    }
  }

  #fail(failure: DetectionFailure): void {
    if (!this.#patience.isOver) this.#tell({ phase: 'failed', failure, secondsLeft: 0, line: this.#heardAt });
  }

  #tell(change: Partial<Detection>): void {
    this.#view = { ...this.#view, ...change };
    this.#parts.onView(this.view());
  }
}

/** What the screen shows of the last bytes; what stood there stays while nothing comes. */
function sampleFrom(bytes: Uint8Array): Partial<Detection> {
  return bytes.length === 0 ? {} : { sampleText: sampleText(bytes), sampleHex: hexText(sampleOf(bytes)) };
}

/** How long an answer is waited for; the slow lines need that long to carry question and answer. */
function answerTime(line: LineSettings | null, poll: SafePoll): number {
  const isSlow = line !== null && line.baudRate <= 1_200;
  if (poll.rare === true) return isSlow ? RARE_ANSWER_SLOW_MS : RARE_ANSWER_MS;
  return isSlow ? ANSWER_SLOW_MS : ANSWER_MS;
}

function askingSeconds(rounds: readonly Round[]): number {
  return Math.ceil(rounds.reduce((sum, { line, question }) => sum + answerTime(line, question.poll), 0) / 1_000);
}

function secondsOf(left: readonly (LineSettings | null)[], now: number): number {
  return Math.ceil(left.reduce((sum, line) => sum + listenMs(line), now) / 1_000);
}

function watchOver({ line, fits, poll }: Find): Watch {
  const candidates = fits.map((fit) => new WatchedCandidate(
    fit.protocol, { line, config: poll === null ? fit.config : { ...fit.config, ...configFor(fit.protocol, poll) }, pollMs: poll === null ? null : USUAL_POLL_MS },
    { share: fit.share, frames: fit.frames, reading: fit.readings.at(-1) ?? null },
  ));
  return { line, candidates, poll, everyMs: poll === null ? TELL_MS : USUAL_POLL_MS };
}

function watchOf(protocol: ScaleProtocol, way: Way): Watch {
  const line = way.line ?? protocol.lines[0];
  const pollMs = askEveryMs(protocol, way.pollMs);
  const poll = pollMs === null ? null : pollOf(protocol, way.config);
  return { line, candidates: [new WatchedCandidate(protocol, { ...way, line }, { share: 0, frames: 0, reading: null })], poll, everyMs: poll === null ? TELL_MS : pollMs ?? USUAL_POLL_MS };
}
