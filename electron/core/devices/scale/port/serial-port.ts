import { access } from 'node:fs/promises';
import type { SerialPort } from 'serialport';
import type { DecoderConfig, LineSettings } from '../../../../contract/scale-profile.ts';
import { serialLibrary } from '../../serial-library.ts';
import type { OpenPort, PortHandlers, PortOpener, PortTrouble } from './scale-port.ts';
import { PortError } from './scale-port.ts';

/** The trouble behind an error of the system or of its serial driver, in any of the languages they speak. */
export function portTroubleOf(error: Error & { readonly code?: unknown }): PortTrouble {
  const text = `${String(error.code ?? '')} ${error.message}`.toLowerCase();
  if (/eacces|eperm|ebusy|access denied|permission denied|cannot lock|resource temporarily|busy|拒绝访问/.test(text)) return 'access_denied';
  if (/enoent|enodev|enxio|eio|no such file|no such device|file not found|device not configured|系统找不到/.test(text)) return 'unplugged';
  if (/baud|einval|invalid|error code (31|87)/.test(text)) return 'settings_refused';
  return 'failed';
}

/** Opens a serial line by its path (`COM3`, `/dev/ttyUSB0`). Must run in the process's main thread. */
export function serialPortOpener(path: string, line: LineSettings, config: DecoderConfig): PortOpener {
  return async (handlers) => {
    const library = await serialLibrary();
    const port = new library.SerialPort({ path, ...line, autoOpen: false, hupcl: config.dtr !== false });
    await settled((done) => port.open(done));
    let isOurs = false;
    listen(port, handlers, () => isOurs);
    await setLines(port, config);
    return {
      write: (bytes) => settled((done) => port.write(Buffer.from(bytes), (error) => done(error ?? null))),
      flush: () => settled((done) => port.flush(done)),
      isPresent: () => isDevicePresent(path),
      async close() {
        isOurs = true;
        if (port.isOpen) await settled((done) => port.close(done));
      },
    } satisfies OpenPort;
  };
}

function listen(port: SerialPort, handlers: PortHandlers, closedByUs: () => boolean): void {
  let told = false;
  const lost = (trouble: PortTrouble): void => {
    if (told || closedByUs()) return;
    told = true;
    handlers.lost(trouble);
  };
  port.on('data', (bytes: Buffer) => handlers.data(bytes));
  port.on('error', (error: Error) => {
    lost(portTroubleOf(error));
    if (port.isOpen) port.close(() => undefined);
  });
  // A device that vanishes gives `close` alone, marked as disconnected, and no error.
  port.on('close', () => lost('unplugged'));
}

/** Some adapters power the line from DTR or RTS, some scales restart when DTR changes: only what the site asks for is set. */
async function setLines(port: SerialPort, config: DecoderConfig): Promise<void> {
  const lines = { ...(config.dtr === undefined ? {} : { dtr: config.dtr }), ...(config.rts === undefined ? {} : { rts: config.rts }) };
  if (Object.keys(lines).length === 0) return;
  await settled((done) => port.set(lines, done)).catch(() => {
    // A line without modem signals (a pty, a two-wire converter) cannot set them, and works without.
  });
}

/** On Windows the name of a port is no file; there the system's own notice has to do. */
export async function isDevicePresent(path: string): Promise<boolean> {
  if (!path.startsWith('/')) return true;
  return access(path).then(() => true, () => false);
}

function settled(call: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => {
      if (error === null || error === undefined) resolve();
      else reject(new PortError(portTroubleOf(error), error.message));
    });
  });
}
