import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob, resolve } from 'node:path';
import { expect, test } from 'vitest';
import runs from '../../../vitest.config.ts';
import { testsOfFile, type WrittenTest } from '../../support/tests-of-file.ts';
import { badInputs, type BadInput } from './bad-inputs.ts';

const project = resolve(import.meta.dirname, '../../..');

type Proof = readonly [file: string, name: string];
/** What proves more of each input than that it is answered in words (`every-input.test.ts` gives each of them to the product): a test by its file and its whole name. */
const proofs: Readonly<Record<BadInput, readonly [Proof, ...Proof[]]>> = {
  'scale noise': [
    ['tests/unit/scale/decoding.property.test.ts', 'never becomes a weight in %s'],
    ['tests/unit/scale/damaged-frames.test.ts', 'never pass the check of %s'],
    ['tests/integration/scale/serial-scale.test.ts', 'weighs one basket and then another, through noise'],
    ['tests/e2e/bad-input.spec.ts', '%s: no wrong weight is taken, and words say why and what to do'],
  ],
  'half frames': [
    ['tests/integration/scale/serial-scale.test.ts', 'takes nothing from half frames'],
    ['tests/unit/scale/scale-session.test.ts', 'does not complete a half frame with one that comes after a pause'],
  ],
  'cable out and in': [
    ['tests/integration/scale/serial-scale.test.ts', 'shows a pulled cable within two seconds, and weighs again after it was put back'],
    ['tests/unit/scale/scale-session.test.ts', 'sees a cable pulled out and put back, and books nothing in between'],
  ],
  'printer refused': [
    ['tests/integration/print/spool-of-station.test.ts', 'a printer that refuses keeps its job waiting, and the paper comes when it is well again'],
  ],
  'printer silent': [
    ['tests/integration/bad-input/printer.test.ts', 'a posted ticket stands while its printer is silent, its paper waits, and comes out once when the printer is well'],
    ['tests/integration/printer/transports.test.ts', 'that hangs leaves the job unsure'],
  ],
  'database locked': [
    ['tests/integration/bad-input/database.test.ts', 'a database that another process holds is a fault in words, nothing is half written, and the same step goes through afterwards'],
    ['tests/integration/bad-input/printer.test.ts', 'books that take nothing while the paper is drawn stop neither core nor the ticket; the paper comes out afterwards, once'],
  ],
  'database corrupt': [
    ['tests/integration/bad-input/database.test.ts', 'a file whose beginning is rubbish is found corrupt and left as it is'],
  ],
  'database from the future': [
    ['tests/integration/bad-input/database.test.ts', 'a database from the future is refused and not touched'],
  ],
  'database read-only': [
    ['tests/integration/bad-input/database.test.ts', 'a file that may only be read, and a folder that may only be read, are faults in words%s'],
  ],
  'disk full': [
    ['tests/integration/bad-input/database.test.ts', 'a full disk stops the step that needs room and nothing else; with room again the same step goes through'],
    ['tests/integration/bad-input/database.test.ts', 'on a real small disk the steps that fit are kept and the rest are told "disk full"%s'],
    ['tests/e2e/bad-input-disk.spec.ts', 'on a full disk the ticket is not posted and not put aside, words say so, it stays on the desk, and is kept once there is room'],
  ],
  'clock behind': [
    ['tests/integration/bad-input/clock.test.ts', 'a clock behind the last event stops the numbers until two people have confirmed it'],
  ],
  'clock a year ahead': [
    ['tests/integration/bad-input/clock.test.ts', 'a clock a year ahead stops the numbers'],
  ],
  'PIN wrong five times': [
    ['tests/integration/session/sign-in.test.ts', 'after five wrong PINs the right one must wait, and the wait is told in seconds'],
    ['tests/e2e/bad-input.spec.ts', 'a PIN wrong five times makes that person wait, says how long, and stops nobody else'],
  ],
  'malformed call on the port': [
    ['tests/integration/bad-input/malformed-calls.test.ts', 'senseless messages get a refusal or nothing, change nothing, and the next good call is answered'],
    ['tests/e2e/bad-input.spec.ts', 'messages that make no sense on the page’s port neither end core nor change anything'],
  ],
  'malformed call on the command line': [
    ['tests/integration/bad-input/malformed-calls.test.ts', 'a line that is JSON and no request is refused line by line, and the good line between is done'],
    ['tests/integration/command-line/call.test.ts', 'many requests go over one process: the last person named holds, a bad line does not stop the next, and the worst answer gives the exit code'],
  ],
  'same command id with other input': [
    ['tests/integration/session/sign-in.test.ts', 'the same command id answers the same, and with other input it is refused'],
    ['tests/integration/command-line/call.test.ts', 'the same command id is answered the same, and with other input it is refused'],
  ],
  'spreadsheet cells in a number field': [
    ['tests/unit/window/number-text.test.ts', 'refuses %j as %s'],
    ['tests/e2e/bad-input.spec.ts', '%s is refused in words, and stays in the field to be put right'],
  ],
  'Chinese composition and Enter': [
    ['tests/unit/window/key-name.test.ts', 'does nothing while an input method is composing, and nothing on the press that ends it'],
    ['tests/e2e/bad-input.spec.ts', 'Enter in the member search chooses nobody and opens nothing; the same key takes the member afterwards'],
  ],
};

const isRun = (file: string): boolean => runs.test?.include?.some((glob) => matchesGlob(file, glob)) === true && runs.test.exclude?.every((glob) => !matchesGlob(file, glob)) === true;
/** What is wrong with a test that should prove something; null for one that runs and claims something. */
function flaw(tests: readonly WrittenTest[], name: string): string | null {
  const found = tests.filter((written) => written.name === name);
  const [written] = found;
  if (written === undefined || found.length > 1) return `${found.length} tests have this name`;
  if (written.marks.length > 0) return `it is marked ${written.marks.join()}`;
  return written.claims === 0 ? 'it claims nothing' : null;
}

test.each(badInputs.flatMap((input) => proofs[input].map(([file, name]) => [input, file, name] as const)))('%s is proven by %s: %s', (_input, file, name) => {
  expect(isRun(file) || matchesGlob(file, 'tests/e2e/*.spec.ts'), 'no run takes this file').toBe(true);
  expect(flaw(testsOfFile(resolve(project, file)), name)).toBeNull();
});

test('an empty test, one that is put off, one that only its words name and one that claims nothing prove nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'station-proofs-'));
  const file = join(folder, 'x.test.ts');
  writeFileSync(file, [
    "const held = () => { expect(1).toBe(1); };", "const idle = () => 5;",
    "test('true', () => { held(); });", "test('empty', () => {});", "test('idle', () => { idle(); });", "test.todo('later');", "test.skip('put off', () => { expect(1).toBe(1); });",
    "describe.skip('group', () => { it('inside', () => { expect(1).toBe(1); }); });", "// test('a comment', () => { expect(1).toBe(1); });", "const text = \"test('a text', () => { expect(1) })\";",
    "test.each([1])('each %s', (one) => { expect(one).toBe(1); });", "test.skipIf(true)(`on this machine${''}`, () => { expect(1).toBe(1); });", "test('twice', () => { held(); });", "test('twice', () => { held(); });",
  ].join('\n'));
  const tests = testsOfFile(file);
  rmSync(folder, { recursive: true });
  expect(['true', 'each %s', 'on this machine%s'].map((name) => flaw(tests, name))).toEqual([null, null, null]);
  expect(['empty', 'idle', 'later', 'put off', 'inside', 'a comment', 'a text', 'twice'].map((name) => flaw(tests, name))).toEqual([
    'it claims nothing', 'it claims nothing', 'it is marked todo', 'it is marked skip', 'it is marked skip', '0 tests have this name', '0 tests have this name', '2 tests have this name',
  ]);
});
