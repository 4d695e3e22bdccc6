import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { PrinterCondition } from '../../../contract/printing.ts';
import { askDevice } from './ask-device.ts';
import { answerBehind, DEFAULT_OPTIONS, errorDetail, failed, refusalOf, unanswered, type PrinterTransport, type SendFailureCode, type SendOutcome, type TransportOptions } from './transport.ts';

/**
 * A device file, a shared Windows printer or an ordinary file. A device that blocks (no paper) runs into the stall limit; one that may be
 * read is asked for paper and cover before a job and after it, as far as it answers. `lies` says where the system finds a path.
 */
export function fileTransport(address: { readonly path: string }, options: TransportOptions = DEFAULT_OPTIONS, lies: (path: string) => string = (path) => path): PrinterTransport {
  const { asks } = options;
  const ask = async (): Promise<PrinterCondition | null> => {
    const condition = asks === null ? null : await askDevice(address.path, asks);
    if (condition !== null) options.onCondition(condition);
    return condition;
  };
  return {
    send: async (bytes) => {
      const before = await ask();
      const refused = refusalOf(before);
      if (refused !== null) return refused;
      const opened = await openWithin(address.path, lies(address.path), options.limits.connectTimeoutMs);
      if ('outcome' in opened) return opened.outcome;
      const outcome = await writeWithin(opened.file, bytes, options);
      if (asks === null || before === null || outcome.state === 'failed') return outcome;
      return (await answerBehind((firstTimeoutMs) => askDevice(address.path, asks, firstTimeoutMs), options)) === null ? unanswered() : outcome;
    },
    ...(asks === null ? {} : { ask }),
  };
}

/** `\\computer\share`: a printer that Windows shares under a name; bytes written to it go to the spooler of that computer as they are. */
export function isWindowsShare(path: string): boolean {
  return /^\\\\[^\\]+\\[^\\]+$/u.test(path);
}

/** A share is opened as `copy /b` opens it, an ordinary file keeps the jobs before, a device is written from its start. */
export async function openFlags(path: string): Promise<number> {
  if (isWindowsShare(path)) return constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
  const isFile = await stat(path).then((found) => found.isFile(), () => false);
  return constants.O_WRONLY | constants.O_CREAT | (isFile ? constants.O_APPEND : 0);
}

async function openWithin(path: string, place: string, timeoutMs: number): Promise<{ file: FileHandle } | { outcome: SendOutcome }> {
  const opening = openFlags(path).then((flags) => open(place, flags));
  const late = Symbol('late');
  const { timer, expired } = deadline(timeoutMs, late);
  try {
    const file = await Promise.race([opening, expired]);
    if (typeof file !== 'symbol') return { file };
    // It may still open when the printer wakes: closed unused, so that no stray byte goes out.
    opening.then((opened) => opened.close()).catch(() => undefined);
    return { outcome: failed('printer_timeout', 'none', 'open') };
  } catch (error) {
    return { outcome: failed(openFailure(path, errorDetail(error)), 'none', errorDetail(error)) };
  } finally {
    clearTimeout(timer);
  }
}

/** Why a path could not be opened. A share that is not there and one that lets nobody in are put right at different places. */
export function openFailure(path: string, detail: string): SendFailureCode {
  if (!isWindowsShare(path)) return 'file_unwritable';
  return detail === 'EACCES' || detail === 'EPERM' ? 'share_denied' : 'share_missing';
}

async function writeWithin(file: FileHandle, bytes: Uint8Array, { limits, onCondition }: TransportOptions): Promise<SendOutcome> {
  const late = Symbol('late');
  const { timer, expired } = deadline(limits.stallTimeoutMs + limits.holdTimeoutMs, late);
  const held = setTimeout(() => onCondition('held'), limits.stallTimeoutMs);
  const writing = file.writeFile(bytes).then(() => file.close());
  try {
    const result = await Promise.race([writing, expired]);
    if (typeof result !== 'symbol') return { state: 'sent', byteCount: bytes.byteLength };
    writing.catch(() => undefined);
    return failed('printer_timeout', 'perhaps', 'write');
  } catch (error) {
    await file.close().catch(() => undefined);
    return failed('file_unwritable', 'perhaps', errorDetail(error));
  } finally {
    clearTimeout(timer);
    clearTimeout(held);
  }
}

function deadline(timeoutMs: number, mark: symbol): { timer: NodeJS.Timeout; expired: Promise<symbol> } {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<symbol>((resolve) => { timer = setTimeout(() => resolve(mark), timeoutMs); });
  if (timer === undefined) throw new Error('no timer');
  return { timer, expired };
}
