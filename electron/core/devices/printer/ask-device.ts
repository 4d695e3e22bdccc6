import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterCondition } from '../../../contract/printing.ts';
import { conditionOf, isStatusByte, STATUS_QUESTIONS } from './escpos-status.ts';
import { errorDetail } from './transport.ts';

/** How long one answer may take, as on every other line. */
const ANSWER_TIMEOUT_MS = 800;
/** How often a silent device is looked at: a blocking look could never be given up. */
const LOOK_EVERY_MS = 10;

/**
 * Asks a printer behind a device file (`/dev/usb/lp0`) for paper and cover; null where the path is no device, may not be read, or stays
 * silent. The device is let go before a job is written: most drivers give it to one opener at a time.
 */
export async function askDevice(path: string, timeoutMs: number = ANSWER_TIMEOUT_MS): Promise<PrinterCondition | null> {
  const isDevice = await stat(path).then((found) => found.isCharacterDevice(), () => false);
  const file = isDevice ? await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY).catch(() => null) : null;
  if (file === null) return null;
  try {
    const answers: number[] = [];
    for (const question of STATUS_QUESTIONS) {
      await file.write(question);
      const answer = await oneAnswer(file, timeoutMs);
      if (answer === null) return null;
      answers.push(answer);
    }
    return conditionOf(answers);
  } catch {
    // A device that takes no question now says nothing; the job that follows tells what is wrong.
    return null;
  } finally {
    await file.close();
  }
}

async function oneAnswer(file: FileHandle, timeoutMs: number): Promise<number | null> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += LOOK_EVERY_MS) {
    const answer = (await bytesThere(file)).find(isStatusByte);
    if (answer !== undefined) return answer;
    await sleep(LOOK_EVERY_MS);
  }
  return null;
}

/** What the device has said since the last look; nothing is no error here. */
async function bytesThere(file: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(64);
  try {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (errorDetail(error) === 'EAGAIN') return Buffer.alloc(0);
    throw error;
  }
}
