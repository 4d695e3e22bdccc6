import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');

/** Every kind of bad input the station must bear, with the tests that prove it: a file, and words of the test's own name in it. */
const proofs: ReadonlyArray<readonly [badInput: string, file: string, words: string]> = [
  ['scale noise', 'tests/unit/scale/decoding.property.test.ts', 'never becomes a weight in'],
  ['scale noise', 'tests/unit/scale/damaged-frames.test.ts', 'never pass the check of %s'],
  ['scale noise', 'tests/integration/scale/serial-scale.test.ts', 'through noise'],
  ['scale noise', 'tests/e2e/bad-input.spec.ts', 'the basket is not taken, and words say why and what to do'],
  ['half frames', 'tests/integration/scale/serial-scale.test.ts', 'takes nothing from half frames'],
  ['half frames', 'tests/unit/scale/scale-session.test.ts', 'does not complete a half frame with one that comes after a pause'],
  ['cable out and in', 'tests/integration/scale/serial-scale.test.ts', 'shows a pulled cable within two seconds, and weighs again after it was put back'],
  ['cable out and in', 'tests/unit/scale/scale-session.test.ts', 'books nothing in between'],
  ['printer refused', 'tests/integration/print/spool-of-station.test.ts', 'a printer that refuses keeps its job waiting'],
  ['printer silent', 'tests/integration/bad-input/printer.test.ts', 'a posted ticket stands while its printer is silent'],
  ['printer silent', 'tests/integration/printer/transports.test.ts', 'that hangs leaves the job unsure'],
  ['database locked', 'tests/integration/bad-input/database.test.ts', 'a database that another process holds'],
  ['database locked', 'tests/integration/bad-input/printer.test.ts', 'books that take nothing while the paper is drawn'],
  ['database corrupt', 'tests/integration/bad-input/database.test.ts', 'found corrupt and left as it is'],
  ['database from the future', 'tests/integration/bad-input/database.test.ts', 'a database from the future is refused and not touched'],
  ['database read-only', 'tests/integration/bad-input/database.test.ts', 'a file that may only be read'],
  ['disk full', 'tests/integration/bad-input/database.test.ts', 'a full disk stops the step that needs room and nothing else'],
  ['disk full', 'tests/integration/bad-input/database.test.ts', 'on a real small disk'],
  ['disk full', 'tests/e2e/bad-input-disk.spec.ts', 'on a full disk the ticket is not posted and not put aside, words say so'],
  ['clock behind', 'tests/integration/bad-input/clock.test.ts', 'a clock behind the last event stops the numbers'],
  ['clock a year ahead', 'tests/integration/bad-input/clock.test.ts', 'a clock a year ahead stops the numbers'],
  ['PIN wrong five times', 'tests/integration/session/sign-in.test.ts', 'after five wrong PINs the right one must wait'],
  ['PIN wrong five times', 'tests/e2e/bad-input.spec.ts', 'a PIN wrong five times makes that person wait'],
  ['malformed calls on the port', 'tests/integration/bad-input/malformed-calls.test.ts', 'senseless messages get a refusal or nothing'],
  ['malformed calls on the port', 'tests/e2e/bad-input.spec.ts', 'neither end core nor change anything'],
  ['malformed calls on the command line', 'tests/integration/bad-input/malformed-calls.test.ts', 'a line that is JSON and no request is refused line by line'],
  ['malformed calls on the command line', 'tests/integration/command-line/call.test.ts', 'a bad line does not stop the next'],
  ['same command id with other input', 'tests/integration/session/sign-in.test.ts', 'the same command id answers the same, and with other input it is refused'],
  ['same command id with other input', 'tests/integration/command-line/call.test.ts', 'with other input it is refused'],
  ['spreadsheet cells in a number field', 'tests/unit/window/number-text.test.ts', 'severalCells'],
  ['spreadsheet cells in a number field', 'tests/e2e/bad-input.spec.ts', 'what is pasted into a number field'],
  ['Chinese composition and Enter', 'tests/unit/window/key-name.test.ts', 'does nothing while an input method is composing'],
  ['Chinese composition and Enter', 'tests/e2e/bad-input.spec.ts', 'Enter in the member search chooses nobody'],
  ['a sentence for each', 'tests/unit/platform/fault-words.test.ts', 'every fault says what happened, what was saved and what to do'],
  ['a sentence for each', 'tests/integration/bad-input/sentences.test.ts', 'says in both languages what happened and what to do'],
];

test.each(proofs)('%s is proven by %s: %s', (_badInput, file, words) => {
  const path = resolve(project, file);
  expect(existsSync(path), `${file} is missing`).toBe(true);
  expect(readFileSync(path, 'utf8'), `${file} has no such test any more`).toContain(words);
});
