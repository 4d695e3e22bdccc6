import type { ScaleProfile } from '../../../contract/scale-profile.ts';
import type { FoundPort, LiveWeight, Simulation, WeightUse } from '../../../contract/scale.ts';
import type { Clock } from '../../platform/clock.ts';
import { simulatorPortOpener } from '../simulator/scale-simulator-port.ts';
import { SimulatedScale } from '../simulator/scale-simulator.ts';
import { LiveThrottle } from './live-throttle.ts';
import { findPort } from './port/find-port.ts';
import type { PortOpener } from './port/scale-port.ts';
import { serialPortOpener } from './port/serial-port.ts';
import { tcpPortOpener } from './port/tcp-port.ts';
import type { ScaleProtocol } from './protocols/protocol.ts';
import { protocolOf } from './protocols/protocol-table.ts';
import { ScaleSession } from './session/scale-session.ts';
import type { SessionWeight } from './session/scale-session.ts';
import type { Refused } from './session/take-weight.ts';
import type { Timers } from './session/timers.ts';

export interface ScaleDeskParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly emit: (live: LiveWeight) => void;
  /** The ports of this computer, to find an adapter again whose number has changed. */
  readonly listPorts: () => Promise<FoundPort[]>;
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

  constructor(parts: ScaleDeskParts) {
    this.#parts = parts;
  }

  /** Makes the scales those of the list; a scale whose profile did not change goes on undisturbed. */
  async configure(profiles: readonly ScaleProfile[]): Promise<void> {
    const wanted = new Map(profiles.map((profile) => [profile.id, profile]));
    const leaving = [...this.#places].filter(([id, place]) => JSON.stringify(wanted.get(id)) !== JSON.stringify(place.session.profile));
    for (const [id] of leaving) this.#places.delete(id);
    await Promise.all(leaving.map(([, place]) => stopPlace(place)));
    for (const profile of profiles) {
      const protocol = protocolOf(profile.protocol);
      if (protocol === null || this.#places.has(profile.id)) continue;
      const place = this.#place(profile, protocol);
      this.#places.set(profile.id, place);
      void place.session.start();
    }
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

  async stop(): Promise<void> {
    const places = [...this.#places.values()];
    this.#places.clear();
    await Promise.all(places.map(stopPlace));
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
    if (port.kind === 'tcp') return tcpPortOpener(port.host, port.port);
    if (port.kind === 'serial') {
      const line = profile.line ?? protocol.lines[0];
      return async (handlers) => serialPortOpener(await findPort(port, this.#parts.listPorts), line, config)(handlers);
    }
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
