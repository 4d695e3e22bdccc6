import { serveLocal } from '../platform/local-socket.ts';
import type { LocalServer } from '../platform/local-socket.ts';
import type { FolderLock } from '../platform/folder-lock.ts';
import type { Dispatcher } from '../rpc/dispatcher.ts';
import { linkWindow } from '../rpc/window-link.ts';
import type { Station } from '../station.ts';

/** Lets the command line of the same user speak to this core, under a session and a sign-in of its own. A line that cannot be opened does not stop the desk. */
export async function answerCommandLine(station: Station, dispatcher: Dispatcher, lock: FolderLock): Promise<LocalServer | null> {
  try {
    return await serveLocal(lock, (channel) => {
      linkWindow(channel, 'cli', dispatcher);
    });
  } catch (error) {
    station.log.error({ err: error }, 'the line of the command line could not be opened');
    return null;
  }
}
