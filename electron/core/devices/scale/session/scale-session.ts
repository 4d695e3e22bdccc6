import type { LineSettings, ScaleProfile } from '../../../../contract/scale-profile.ts';
import type { LiveWeight, ScaleState, WeightUse } from '../../../../contract/scale.ts';
import type { Reading } from '../../../../domain/reading.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Decoder } from '../decoder/decoder.ts';
import type { PortOpener, PortTrouble } from '../port/scale-port.ts';
import type { ScaleProtocol } from '../protocols/protocol.ts';
import { FrameRing } from './frame-ring.ts';
import type { RecentFrame } from './frame-ring.ts';
import { isNoise, LineQuality } from './line-quality.ts';
import { askEveryMs, Poller, pollOf } from './poller.ts';
import { PortConnection } from './port-connection.ts';
import { Settling, UNSETTLED } from './settling.ts';
import { StandingLoad } from './standing-load.ts';
import type { Settled } from './settling.ts';
import { TailGuard } from './tail-guard.ts';
import { shownWeight, usableWeight } from './take-weight.ts';
import type { Moment, Refused, UsableWeight } from './take-weight.ts';
import type { Timers } from './timers.ts';
import { lineTimes } from './line-times.ts';
import type { LineTimes } from './line-times.ts';

export interface SessionParts {
  readonly profile: ScaleProfile;
  readonly protocol: ScaleProtocol;
  readonly open: PortOpener;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onLive: (live: LiveWeight) => void;
}

/** A weight with its proof, frozen the moment it was taken. */
export interface SessionWeight extends UsableWeight {
  readonly raw: readonly string[];
  readonly net: boolean | null;
  readonly at: number;
  readonly monotonic: number;
  /** The weight that was taken of the same load before, of which only one may stand on tickets; null for a load taken for the first time. */
  readonly follows: SessionWeight | null;
}

const WATCH_MS = 250;
const TROUBLE: Readonly<Record<PortTrouble, ScaleState>> = { unplugged: 'unplugged', access_denied: 'access_denied', settings_refused: 'wrong_settings', failed: 'unplugged' };

/**
 * One scale on one port. It owns time: what decoders find becomes a weight only after this class has seen that it is
 * whole, repeated where the check is weak, settled and fresh.
 */
export class ScaleSession {
  readonly profile: ScaleProfile;
  readonly line: LineSettings;
  readonly #parts: SessionParts;
  readonly #times: LineTimes;
  readonly #connection: PortConnection;
  readonly #settling: Settling;
  readonly #quality: LineQuality;
  readonly #poller: Poller;
  readonly #ring = new FrameRing();
  readonly #standing = new StandingLoad();
  #decoder: Decoder;
  #tail: TailGuard;
  #state: ScaleState = 'connecting';
  #reading: Reading | null = null;
  #readAt = 0;
  #readMonotonic = 0;
  #settled: Settled = UNSETTLED;
  #sequence = 0;
  #bookedSequence = -1;
  #openedAt = 0;
  #lastByteAt = 0;
  #cancelWatch: (() => void) | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.profile = parts.profile;
    this.line = parts.profile.line ?? parts.protocol.lines[0];
    const { config } = parts.profile;
    const pollMs = askEveryMs(parts.protocol, parts.profile.pollMs);
    this.#times = lineTimes(this.line.baudRate, parts.protocol.frameBytes, pollMs);
    this.#settling = new Settling(parts.protocol.equalFrames, parts.profile);
    this.#quality = new LineQuality(this.#times.silenceMs);
    this.#decoder = parts.protocol.decoder(parts.profile.config);
    this.#tail = new TailGuard(false, false, 0);
    this.#connection = new PortConnection(parts.open, parts.timers, {
      opened: () => this.#opened(),
      data: (bytes) => this.#data(bytes),
      failed: (trouble) => this.#failed(trouble),
    });
    const poll = pollMs === null ? null : pollOf(parts.protocol, config);
    this.#poller = new Poller({ poll, everyMs: this.#times.pollMs, timers: parts.timers, port: () => this.#connection.port });
  }

  async start(): Promise<void> {
    await this.#connection.start();
  }

  /** Gives the port back. What was shown last can no longer be taken. */
  async stop(): Promise<void> {
    this.#cancelWatch?.();
    this.#poller.stop();
    this.#state = 'connecting';
    this.#settled = this.#settling.interrupt();
    await this.#connection.stop();
  }

  /** Sends a command to the scale; false where nobody is there to take it. */
  async send(bytes: Uint8Array): Promise<boolean> {
    const { port } = this.#connection;
    return port !== null && port.write(bytes).then(() => true, () => false);
  }

  live(): LiveWeight {
    const { profile, clock } = this.#parts;
    const reading = this.#reading;
    return {
      scaleId: profile.id, name: profile.name, state: this.#state, status: reading?.status ?? null, value: reading?.value ?? null, unit: reading?.unit ?? null, grams: reading?.grams ?? null,
      net: reading?.net ?? null, tare: reading?.tare ?? null, stable: this.#settled.stable && this.#state === 'live', stableRule: this.#settled.rule, pressAgain: this.#settled.pressAgain && this.#state === 'live', sequence: this.#sequence,
      at: reading === null ? null : this.#readAt, ageMs: reading === null ? null : Math.max(0, clock.monotonic() - this.#readMonotonic), simulated: profile.port.kind === 'simulator',
    };
  }

  /** Takes the weight shown now with the frames that prove it, or says why it cannot be booked. The same load taken again is the same weight. */
  take(use: WeightUse = 'goods'): SessionWeight | Refused {
    const usable = usableWeight(this.#moment(), this.profile, use);
    // Of a scale that sends once nobody sees whether the load was lifted in between; there each key press is a weight.
    if ('refused' in usable || this.profile.sendsOnce) return this.#keep(usable);
    const weight = this.#standing.again(usable, this.#reading?.net ?? null) ?? this.#keep(usable);
    if (!('refused' in weight)) this.#standing.keep(weight);
    return weight;
  }

  /** What is shown at rest, zero and less too, with its frames: for the book of the scale, never for goods. */
  look(): SessionWeight | Refused {
    return this.#keep(shownWeight(this.#moment(), this.profile));
  }

  #moment(): Moment {
    return {
      state: this.#state, reading: this.#reading, ageMs: this.#parts.clock.monotonic() - this.#readMonotonic, settled: this.#settled,
      isBooked: this.profile.sendsOnce && this.#bookedSequence === this.#sequence,
    };
  }

  #keep(usable: UsableWeight | Refused): SessionWeight | Refused {
    const reading = this.#reading;
    if ('refused' in usable) return usable;
    this.#bookedSequence = this.#sequence;
    // The next load proves itself by presses of its own.
    if (this.profile.sendsOnce) this.#settling.interrupt();
    return Object.freeze({ ...usable, raw: Object.freeze([...this.#settled.frames]), net: reading?.net ?? null, at: this.#readAt, monotonic: this.#readMonotonic, follows: this.profile.sendsOnce ? null : this.#standing.followedBy(usable.mass.wholeGrams, this.profile.intervalGrams) });
  }

  recentFrames(): RecentFrame[] {
    return this.#ring.list();
  }

  #opened(): void {
    const { protocol, profile, clock } = this.#parts;
    const now = clock.monotonic();
    this.#decoder = protocol.decoder(profile.config);
    this.#tail = new TailGuard(protocol.lineBased, profile.sendsOnce, now);
    this.#openedAt = now;
    this.#lastByteAt = now;
    this.#quality.restart(now);
    // A scale that speaks when its key is pressed is in order while it is silent.
    this.#become(profile.sendsOnce ? 'live' : 'connecting');
    this.#poller.start();
    this.#watchLater();
  }

  #data(chunk: Uint8Array): void {
    const now = this.#parts.clock.monotonic();
    const bytes = this.#poller.hear(chunk);
    if (now - this.#lastByteAt > this.#times.partialMs) this.#acceptAll(this.#decoder.end(), now);
    this.#lastByteAt = now;
    this.#quality.received(bytes.length);
    this.#acceptAll(this.#decoder.push(this.#tail.pass(bytes, now)), now);
  }

  #acceptAll(readings: readonly Reading[], now: number): void {
    for (const reading of readings) this.#accept(reading, now);
  }

  #accept(reading: Reading, now: number): void {
    this.#ring.add(reading, this.#parts.clock.now());
    this.#quality.decoded(reading);
    if (isNoise(reading)) {
      this.#settled = this.#settling.interrupt();
      return;
    }
    this.#settled = this.#settling.accept(reading, now);
    this.#standing.hear(reading);
    this.#reading = reading;
    this.#readAt = this.#parts.clock.now();
    this.#readMonotonic = now;
    this.#sequence += 1;
    this.#state = 'live';
    this.#connection.proved();
    this.#tell();
  }

  #failed(trouble: PortTrouble): void {
    this.#cancelWatch?.();
    this.#cancelWatch = null;
    this.#poller.stop();
    this.#become(TROUBLE[trouble]);
  }

  /** Any state but `live` ends the weight that was shown: it must never be booked after the line came back. */
  #become(state: ScaleState): void {
    const isNew = this.#state !== state;
    this.#state = state;
    if (state !== 'live') {
      this.#settled = this.#settling.interrupt();
      this.#standing.forget();
    }
    if (isNew) this.#tell();
  }

  #tell(): void {
    this.#parts.onLive(this.live());
  }

  #watchLater(): void {
    this.#cancelWatch?.();
    this.#cancelWatch = this.#parts.timers.after(WATCH_MS, () => {
      this.#watchLater();
      this.#watch();
    });
  }

  #watch(): void {
    const now = this.#parts.clock.monotonic();
    if (now - this.#lastByteAt > this.#times.partialMs) this.#acceptAll(this.#decoder.end(), now);
    const lastSound = Math.max(this.#openedAt, this.#reading === null ? 0 : this.#readMonotonic);
    const isSuspect = this.#quality.isSuspect(now);
    if (now - lastSound > this.#times.silenceMs) {
      if (isSuspect) this.#become('wrong_settings');
      else if (now - this.#lastByteAt > this.#times.silenceMs && !this.profile.sendsOnce) this.#become('no_signal');
    }
    if (now - this.#lastByteAt > WATCH_MS) void this.#checkPresence();
  }

  /** Unplugging is not always announced: a line that fell silent is looked for. */
  async #checkPresence(): Promise<void> {
    const { port } = this.#connection;
    if (port === null || await port.isPresent() || this.#connection.port !== port) return;
    this.#connection.drop('unplugged');
  }
}
