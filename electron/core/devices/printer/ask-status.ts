import type { Duplex } from 'node:stream';
import type { PrinterCondition } from '../../../contract/printing.ts';
import { conditionOf, isStatusByte, STATUS_QUESTIONS } from './escpos-status.ts';

/** How long one answer may take; printers that know the question answer within a tenth of it. */
const ANSWER_TIMEOUT_MS = 800;

/**
 * Asks over an open line, one question after the other; null at the first one that stays without an answer, or when the line is closed. No
 * byte of a paper is sent. Behind a paper the first answer may take as long as the printer needs to take the paper: it proves that it did.
 */
export async function askStatus(line: Duplex, firstTimeoutMs: number = ANSWER_TIMEOUT_MS): Promise<PrinterCondition | null> {
  const answers: number[] = [];
  for (const question of STATUS_QUESTIONS) {
    const answer = await oneAnswer(line, question, answers.length === 0 ? firstTimeoutMs : ANSWER_TIMEOUT_MS);
    if (answer === null) return null;
    answers.push(answer);
  }
  return conditionOf(answers);
}

function oneAnswer(line: Duplex, question: Uint8Array, timeoutMs: number): Promise<number | null> {
  return new Promise((resolve) => {
    const finish = (answer: number | null): void => {
      clearTimeout(timer);
      line.off('data', onData);
      line.off('close', onClose);
      resolve(answer);
    };
    const onData = (chunk: Buffer): void => {
      const answer = chunk.find(isStatusByte);
      if (answer !== undefined) finish(answer);
    };
    const onClose = (): void => finish(null);
    const timer = setTimeout(() => finish(null), timeoutMs);
    line.on('data', onData);
    line.once('close', onClose);
    line.write(question);
  });
}
