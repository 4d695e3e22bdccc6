import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterCondition } from '../../../contract/printing.ts';
import type { StatusDialogue } from './status-dialogue.ts';
import { errorDetail } from './transport.ts';

/** How long one answer may take, as on every other line. */
const ANSWER_TIMEOUT_MS = 800;
/** How often a silent or a full device is tried: a blocking try could never be given up. */
const LOOK_EVERY_MS = 10;

/**
 * Asks a printer behind a device file (`/dev/usb/lp0`) for paper and cover; null where the path is no device, may not be read, or stays
 * silent. The device is let go before a job is written: most drivers give it to one opener at a time.
 */
export async function askDevice(path: string, dialogue: StatusDialogue, firstTimeoutMs: number = ANSWER_TIMEOUT_MS): Promise<PrinterCondition | null> {
  const isDevice = await stat(path).then((found) => found.isCharacterDevice(), () => false);
  const file = isDevice ? await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY).catch(() => null) : null;
  if (file === null) return null;
  try {
    const answers: Buffer[] = [];
    for (const question of dialogue.questions) {
      const answer = await oneAnswer(file, { question, answerIn: dialogue.answerIn }, answers.length === 0 ? firstTimeoutMs : ANSWER_TIMEOUT_MS);
      if (answer === null) return null;
      answers.push(answer);
    }
    return dialogue.conditionOf(answers);
  } catch {
    // A device that takes no question now says nothing; the job that follows tells what is wrong.
    return null;
  } finally {
    await file.close();
  }
}

async function oneAnswer(file: FileHandle, { question, answerIn }: { readonly question: Uint8Array } & Pick<StatusDialogue, 'answerIn'>, timeoutMs: number): Promise<Buffer | null> {
  let heard = Buffer.alloc(0);
  let asked = false;
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += LOOK_EVERY_MS) {
    asked ||= await unlessBusy(file.write(question).then(() => true), false);
    if (asked) heard = Buffer.concat([heard, await bytesThere(file)]);
    const answer = answerIn(heard);
    if (answer !== null) return answer;
    await sleep(LOOK_EVERY_MS);
  }
  return null;
}

/** What the device has said since the last look; nothing is no error here. */
async function bytesThere(file: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(64);
  return unlessBusy(file.read(buffer, 0, buffer.length, null).then(({ bytesRead }) => buffer.subarray(0, bytesRead)), Buffer.alloc(0));
}

async function unlessBusy<Result>(trying: Promise<Result>, busy: Result): Promise<Result> {
  try {
    return await trying;
  } catch (error) {
    if (errorDetail(error) === 'EAGAIN') return busy;
    throw error;
  }
}
