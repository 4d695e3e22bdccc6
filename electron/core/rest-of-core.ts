import { operations } from '../contract/operations.ts';
import { answerCommandLine } from './cli/local-line.ts';
import { handlers } from './handlers.ts';
import { startLiveServices } from './live-services.ts';
import type { FolderLock } from './platform/folder-lock.ts';
import type { Entry } from './rpc/catalogue.ts';
import { entryOf } from './rpc/catalogue.ts';
import type { Dispatcher } from './rpc/dispatcher.ts';
import type { Station } from './station.ts';

/** Everything of core but the first answers: each operation, what lives as long as core, the line of the command line. */
export interface RestOfCore {
  find(op: string): Entry | null;
  stop(): Promise<void>;
}

/** Starts what lives as long as core does and lets everything be asked. In a core at work the command line may speak to it too. */
export async function startRestOfCore(station: Station, isAtWork: boolean, line: { readonly dispatcher: Dispatcher; readonly lock: FolderLock }): Promise<RestOfCore> {
  const live = await startLiveServices(station, isAtWork);
  Object.assign(station, { live: live.services });
  const callers = isAtWork ? await answerCommandLine(station, line.dispatcher, line.lock) : null;
  return {
    find: (op) => entryOf({ operations, handlers }, op),
    async stop() {
      await callers?.stop();
      await live.stop();
    },
  };
}
