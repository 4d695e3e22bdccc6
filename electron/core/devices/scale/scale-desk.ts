import type { ScalePortAddress, ScaleProfile } from '../../../contract/scale-profile.ts';
import type { LiveWeight, ScaleCommand, ScaleFault, Simulation, WeightUse } from '../../../contract/scale.ts';
import type { Clock } from '../../platform/clock.ts';
import { simulatorPortOpener } from '../simulator/scale-simulator-port.ts';
import { SimulatedScale } from '../simulator/scale-simulator.ts';
import { LiveThrottle } from './live-throttle.ts';
import type { PortParts } from './port/open-port.ts';
import { isSamePort, openerOf } from './port/open-port.ts';
import type { PortOpener } from './port/scale-port.ts';
import type { ScaleProtocol } from './protocols/protocol.ts';
import { protocolOf } from './protocols/protocol-table.ts';
import { commandBytes } from './requests/scale-commands.ts';
import type { RecentFrame } from './session/frame-ring.ts';
import { ScaleSession } from './session/scale-session.ts';
import type { SessionWeight } from './session/scale-session.ts';
import type { Refused } from './session/take-weight.ts';

export interface ScaleDeskParts extends PortParts {
  readonly clock: Clock;
  readonly emit: (live: LiveWeight) => void;
}

interface Place {
  readonly session: ScaleSession;
  readonly throttle: LiveThrottle;
  readonly simulated: SimulatedScale | null;
}

const SIMULATED_CAPACITY_GRAMS = 150_000;
const SIMULATED_INTERVAL_GRAMS = 10;

/** All scales of the station, each with its own port, session and profile; none ever stands in for another. */
export class ScaleDesk {
  readonly #parts: ScaleDeskParts;
  readonly #places = new Map<string, Place>();
  /** Ports that are being given back; nobody opens one before. */
  #closing: Promise<unknown> = Promise.resolve();

  constructor(parts: ScaleDeskParts) {
    this.#parts = parts;
  }

  /**
   * Makes the scales those of the list; a scale whose profile did not change goes on undisturbed. The list holds the new ones at once: a
   * window asks for it while ports are still closing. A new scale is opened when those that leave have given their ports back.
   */
  async configure(profiles: readonly ScaleProfile[]): Promise<void> {
    const wanted = new Map(profiles.map((profile) => [profile.id, profile]));
    const leaving = [...this.#places].filter(([id, place]) => JSON.stringify(wanted.get(id)) !== JSON.stringify(place.session.profile));
    for (const [id] of leaving) this.#places.delete(id);
    const coming = profiles.flatMap((profile) => (this.#places.has(profile.id) ? [] : this.#stand(profile)));
    this.#closing = Promise.all([this.#closing, ...leaving.map(([, place]) => stopPlace(place))]);
    await this.#closing;
    // One that was taken away again meanwhile is not opened.
    for (const place of coming) if (this.#places.get(place.session.profile.id) === place) void place.session.start();
  }

  /** Lets the scales on this port rest and gives the port away; the answer lets them go on. What they showed can no longer be taken. */
  async lend(port: ScalePortAddress): Promise<() => void> {
    const resting: Place[] = [];
    for (const place of this.#places.values()) {
      if (await isSamePort(place.session.profile.port, port, this.#parts.listPorts)) resting.push(place);
    }
    await Promise.all(resting.map(stopPlace));
    return () => {
      // A scale that was set up anew or taken away meanwhile is not brought back.
      for (const place of resting) if (this.#places.get(place.session.profile.id) === place) this.#begin(place.session.profile);
    };
  }

  list(): readonly { readonly profile: ScaleProfile; readonly live: LiveWeight }[] {
    return [...this.#places.values()].map(({ session }) => ({ profile: session.profile, live: session.live() }));
  }

  /** Null for a scale that is not set up. */
  take(scaleId: string, use: WeightUse = 'goods'): { readonly profile: ScaleProfile; readonly taken: SessionWeight | Refused } | null {
    const session = this.#places.get(scaleId)?.session;
    return session === undefined ? null : { profile: session.profile, taken: session.take(use) };
  }

  /** What a scale shows at rest, for its own book. Null for a scale that is not set up. */
  look(scaleId: string): { readonly profile: ScaleProfile; readonly taken: SessionWeight | Refused } | null {
    const session = this.#places.get(scaleId)?.session;
    return session === undefined ? null : { profile: session.profile, taken: session.look() };
  }

  /** The last frames of a scale, sound or not, oldest first; none for a scale that is not set up. */
  recentFrames(scaleId: string): readonly RecentFrame[] {
    return this.#places.get(scaleId)?.session.recentFrames() ?? [];
  }

  /** Tells a scale to zero or tare itself. */
  async command(scaleId: string, command: ScaleCommand): Promise<'done' | 'unknown' | 'none' | 'not_reached'> {
    const session = this.#places.get(scaleId)?.session;
    if (session === undefined) return 'unknown';
    const bytes = commandBytes(session.profile.protocol, command);
    if (bytes === null) return 'none';
    return await session.send(bytes) ? 'done' : 'not_reached';
  }

  simulate(scaleId: string, change: Simulation): 'done' | 'unknown' | 'not_simulated' {
    const place = this.#places.get(scaleId);
    if (place === undefined) return 'unknown';
    if (place.simulated === null) return 'not_simulated';
    const now = this.#parts.clock.monotonic();
    if (change.action === 'put') place.simulated.put(change.grams, now);
    else if (change.action === 'remove') place.simulated.remove(now);
    else place.simulated.setFault(change.fault, change.on);
    return 'done';
  }

  /** The simulated scales, what lies on each and what is broken. */
  simulated(): readonly { readonly id: string; readonly name: string; readonly onGrams: number; readonly faults: ScaleFault[] }[] {
    return [...this.#places.values()].flatMap(({ session: { profile }, simulated }) =>
      (simulated === null ? [] : [{ id: profile.id, name: profile.name, onGrams: simulated.onGrams, faults: [...simulated.faults] }]));
  }

  async stop(): Promise<void> {
    const places = [...this.#places.values()];
    this.#places.clear();
    await Promise.all(places.map(stopPlace));
  }

  #begin(profile: ScaleProfile): void {
    for (const place of this.#stand(profile)) void place.session.start();
  }

  /** Puts a scale on the list without opening its port; none for a protocol that this program does not know. */
  #stand(profile: ScaleProfile): Place[] {
    const protocol = protocolOf(profile.protocol);
    if (protocol === null) return [];
    const place = this.#place(profile, protocol);
    this.#places.set(profile.id, place);
    return [place];
  }

  #place(profile: ScaleProfile, protocol: ScaleProtocol): Place {
    const { clock, timers, emit } = this.#parts;
    const simulated = profile.port.kind === 'simulator' ? simulatedScale(profile) : null;
    const throttle = new LiveThrottle(clock, timers, emit);
    const session = new ScaleSession({ profile, protocol, clock, timers, open: this.#opener(profile, protocol, simulated), onLive: (live) => throttle.offer(live) });
    return { session, throttle, simulated };
  }

  #opener(profile: ScaleProfile, protocol: ScaleProtocol, simulated: SimulatedScale | null): PortOpener {
    const { port, config } = profile;
    if (port.kind !== 'simulator') return openerOf(port, profile.line ?? protocol.lines[0], config, this.#parts);
    if (simulated === null) throw new Error('a simulated port needs a simulated scale');
    return simulatorPortOpener(simulated, this.#parts.clock, this.#parts.timers);
  }
}

function simulatedScale(profile: ScaleProfile): SimulatedScale {
  return new SimulatedScale({
    protocol: profile.protocol, capacityGrams: profile.capacityGrams ?? SIMULATED_CAPACITY_GRAMS, intervalGrams: profile.intervalGrams ?? SIMULATED_INTERVAL_GRAMS, seed: profile.id.length + 1,
  });
}

async function stopPlace(place: Place): Promise<void> {
  place.throttle.stop();
  await place.session.stop();
}
