import type { Duplex } from 'node:stream';
import type { PrinterCondition } from '../../../contract/printing.ts';
import type { StatusDialogue } from './status-dialogue.ts';

/** How long one answer may take; printers that know the question answer within a tenth of it. */
const ANSWER_TIMEOUT_MS = 800;

/**
 * Asks over an open line, one question after the other; null at the first one that stays without an answer, or when the line is closed. No
 * byte of a paper is sent. Behind a paper the first answer may take as long as the printer needs to take the paper: it proves that it did.
 */
export async function askStatus(line: Duplex, dialogue: StatusDialogue, firstTimeoutMs: number = ANSWER_TIMEOUT_MS): Promise<PrinterCondition | null> {
  const answers: Buffer[] = [];
  for (const question of dialogue.questions) {
    const answer = await oneAnswer(line, { question, answerIn: dialogue.answerIn }, answers.length === 0 ? firstTimeoutMs : ANSWER_TIMEOUT_MS);
    if (answer === null) return null;
    answers.push(answer);
  }
  return dialogue.conditionOf(answers);
}

function oneAnswer(line: Duplex, { question, answerIn }: { readonly question: Uint8Array } & Pick<StatusDialogue, 'answerIn'>, timeoutMs: number): Promise<Buffer | null> {
  let heard = Buffer.alloc(0);
  return new Promise((resolve) => {
    const finish = (answer: Buffer | null): void => {
      clearTimeout(timer);
      line.off('data', onData);
      line.off('close', onClose);
      resolve(answer);
    };
    const onData = (chunk: Buffer): void => {
      heard = Buffer.concat([heard, chunk]);
      const answer = answerIn(heard);
      if (answer !== null) finish(answer);
    };
    const onClose = (): void => finish(null);
    const timer = setTimeout(() => finish(null), timeoutMs);
    line.on('data', onData);
    line.once('close', onClose);
    line.write(question);
  });
}
