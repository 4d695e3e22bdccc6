import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isDevicePresent, portTroubleOf } from './serial-port.ts';
import type { OpenPort, PortOpener } from './scale-port.ts';
import { PortError } from './scale-port.ts';
import type { Timers } from '../session/timers.ts';

const LOOK_MS = 40;
/** A report of a USB scale is a few bytes; the system keeps the last ones until they are fetched. */
const MOST_AT_ONCE = 1_024;

/** Opens a device file that delivers bytes without settings of a line, as the reports of a USB scale. It is looked at without waiting, so that closing never hangs. */
export function filePortOpener(path: string, timers: Timers): PortOpener {
  return async (handlers) => {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
      throw new PortError(portTroubleOf(error), error.message);
    });
    const buffer = Buffer.alloc(MOST_AT_ONCE);
    let isOpen = true;
    const look = async (): Promise<void> => {
      try {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        if (bytesRead > 0 && isOpen) handlers.data(Uint8Array.prototype.slice.call(buffer, 0, bytesRead));
      } catch (error) {
        // Nothing has come since the last look.
        if (isOpen && !(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) {
          isOpen = false;
          await file.close().catch(() => undefined);
          handlers.lost('unplugged');
          return;
        }
      }
      if (isOpen) timers.after(LOOK_MS, () => void look());
      else await file.close().catch(() => undefined);
    };
    timers.after(0, () => void look());
    return {
      write: () => Promise.reject(new PortError('failed', 'a device file of reports takes no requests')),
      flush: () => Promise.resolve(),
      // A scale that is pulled out takes its file along; reading alone need not tell.
      isPresent: async () => isOpen && await isDevicePresent(path),
      close() {
        isOpen = false;
        return Promise.resolve();
      },
    } satisfies OpenPort;
  };
}
