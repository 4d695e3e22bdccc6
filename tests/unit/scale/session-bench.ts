import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import type { PortHandlers, PortTrouble } from '../../../electron/core/devices/scale/port/scale-port.ts';
import { PortError } from '../../../electron/core/devices/scale/port/scale-port.ts';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { ScaleSession } from '../../../electron/core/devices/scale/session/scale-session.ts';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { HandTime } from './hand-time.ts';

/** A session on a port in the test's hand. */
export class SessionBench {
  readonly time = new HandTime();
  readonly lives: LiveWeight[] = [];
  readonly session: ScaleSession;
  readonly opens: number[] = [];
  /** What was sent to the scale, with `flush` before what followed a clean buffer. */
  readonly sent: string[] = [];
  /** What the scale answers to what it was sent. */
  answer: (bytes: Uint8Array) => Uint8Array | null = () => null;
  readonly #protocol: string;
  /** What the next tries to open meet; empty means that they succeed. */
  refusals: PortTrouble[] = [];
  isPresent = true;
  #handlers: PortHandlers | null = null;

  constructor(protocol: string, profile: Partial<ScaleProfile> = {}) {
    const row = protocolOf(protocol);
    if (row === null) throw new Error(`no protocol ${protocol}`);
    this.#protocol = protocol;
    this.session = new ScaleSession({
      profile: scaleProfileSchema.parse({ id: 'a', name: '台秤', port: { kind: 'serial', path: '/dev/x' }, protocol, config: protocol === 'yaohua-tf0' ? { unit: 'kg' } : {}, ...profile }),
      protocol: row, clock: this.time, timers: this.time, onLive: (live) => this.lives.push(live),
      open: (handlers) => {
        this.opens.push(this.time.monotonic());
        const refusal = this.refusals.shift();
        if (refusal !== undefined) return Promise.reject(new PortError(refusal, 'refused'));
        this.#handlers = handlers;
        return Promise.resolve({ write: (bytes) => this.#receive(bytes), flush: () => this.#flush(), isPresent: () => Promise.resolve(this.isPresent), close: () => Promise.resolve() });
      },
    });
  }

  async start(): Promise<this> {
    await this.session.start();
    return this;
  }

  send(bytes: Uint8Array | string): void {
    this.#handlers?.data(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  show(digits: number, rest: Partial<ScaleDisplay> = {}): void {
    const shown = { digits, decimals: 2, unit: 'kg' as const, stable: true, net: false, tareDigits: 0, overload: false, underload: false, ...rest };
    this.send(scaleEncoders[this.#protocol]?.(shown) ?? new Uint8Array(0));
  }

  /** Shows the same every 100 ms. */
  async keepShowing(digits: number, times: number, rest: Partial<ScaleDisplay> = {}): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      this.show(digits, rest);
      await this.time.pass(100);
    }
  }

  #receive(bytes: Uint8Array): Promise<void> {
    this.sent.push(Buffer.from(bytes).toString('latin1'));
    const answer = this.answer(bytes);
    if (answer !== null) this.time.after(20, () => this.send(answer));
    return Promise.resolve();
  }

  #flush(): Promise<void> {
    this.sent.push('flush');
    return Promise.resolve();
  }

  lose(trouble: PortTrouble = 'unplugged'): void {
    this.#handlers?.lost(trouble);
  }

  /** The grams taken, or the refusal. */
  take(): number | string {
    const taken = this.session.take();
    return 'refused' in taken ? taken.refused : taken.mass.wholeGrams;
  }
}
