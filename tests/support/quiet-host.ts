import type { CoreHost } from '../../electron/core/host/core-host.ts';

/** A host that can do nothing; tests hand in what they need. */
export const quietHost: CoreHost = {
  htmlToPdf: () => Promise.reject(new Error('no window in this test')),
  chooseFile: () => Promise.resolve(null),
};
