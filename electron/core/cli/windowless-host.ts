import type { CoreHost } from '../host/core-host.ts';
import { Fault } from '../platform/fault.ts';

/** The command line has no window: no dialogs, and no PDF. */
export const windowlessHost: CoreHost = {
  htmlToPdf: () => Promise.reject(new Fault('window_missing')),
  chooseFile: () => Promise.resolve(null),
};
