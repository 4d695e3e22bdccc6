import { createBirpc } from 'birpc';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallRequest, CoreFunctions, Envelope, WindowFunctions } from '../../contract/envelope.ts';
import { sleepCountingClock, systemClock } from '../platform/clock.ts';
import { Fault } from '../platform/fault.ts';
import { connectLocal } from '../platform/local-socket.ts';
import type { Channel } from '../rpc/channel.ts';
import { newSession } from '../rpc/session.ts';
import { startCore } from '../start.ts';
import type { CommandPlaces } from './places.ts';
import { windowlessHost } from './windowless-host.ts';

/** A way to core: the one that runs, or one of our own. */
export interface CoreLine {
  call(request: CallRequest): Promise<Envelope<unknown>>;
  close(): Promise<void>;
}

/** A core that is just starting or stopping has the folder but does not answer yet. */
const patienceMs = 5_000;
const retryMs = 100;

/** Speaks to the core that runs in the folder, else becomes the core itself. Faults as `startCore`; `folder_in_use` when somebody holds the folder and does not answer. */
export async function openCoreLine(places: CommandPlaces): Promise<CoreLine> {
  const until = systemClock.monotonic() + patienceMs;
  for (;;) {
    const channel = await connectLocal(places.paths.data);
    if (channel) return lineOver(channel);
    try {
      return await ownCore(places);
    } catch (error) {
      const isBusy = error instanceof Fault && error.code === 'folder_in_use';
      if (!isBusy || systemClock.monotonic() > until) throw error;
    }
    await pause(retryMs);
  }
}

async function ownCore({ paths, kind }: CommandPlaces): Promise<CoreLine> {
  const core = await startCore({ paths, kind, host: windowlessHost, guardClock: sleepCountingClock, isAtWork: true });
  const session = newSession('cli');
  return { call: (request) => core.dispatcher.call(session, request), close: () => core.stop() };
}

function lineOver(channel: Channel): CoreLine {
  let hasGone = false;
  const gone = new Promise<never>((_resolve, reject) => {
    channel.onClose(() => {
      hasGone = true;
      reject(new Fault('core_lost'));
    });
  });
  // Nobody waits for it while no call is under way.
  gone.catch(() => undefined);
  const core = createBirpc<CoreFunctions, WindowFunctions>({ event: () => undefined }, { post: (message) => channel.post(message), on: (listener) => channel.onMessage(listener), timeout: -1 });
  return {
    call: (request) => Promise.race([core.call(request), gone]),
    async close() {
      if (!hasGone) channel.close();
    },
  };
}
