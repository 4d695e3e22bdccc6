import { operations } from '../contract/operations.ts';
import { handlers } from './handlers.ts';
import { startLiveServices } from './live-services.ts';
import type { Entry } from './rpc/catalogue.ts';
import { entryOf } from './rpc/catalogue.ts';
import type { Station } from './station.ts';

/** Everything of core but the first answers: each operation, and what lives as long as core. */
export interface RestOfCore {
  find(op: string): Entry | null;
  stop(): Promise<void>;
}

/** Starts what lives as long as core does and lets everything be asked. */
export async function startRestOfCore(station: Station, isAtWork: boolean): Promise<RestOfCore> {
  const live = await startLiveServices(station, isAtWork);
  Object.assign(station, { live: live.services });
  return { find: (op) => entryOf({ operations, handlers }, op), stop: () => live.stop() };
}
