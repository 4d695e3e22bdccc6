// npm test: prepares the machine, then runs every step, or only those that are named:
//   node resources/tools/test.mjs [--long] [--official] [step …] [-- arguments for the step]
// It goes on after a failed step. The last line is `N passed, N failed, N skipped`.
import { join } from 'node:path';
import { prepareOrExit } from './child.mjs';
import { projectRoot } from './prepare/places.mjs';

const given = process.argv.slice(2);
const split = given.includes('--') ? given.indexOf('--') : given.length;
const [own, passedOn] = [given.slice(0, split), given.slice(split + 1)];
const named = own.filter((part) => !part.startsWith('--'));
if (own.includes('--long')) process.env.TEST_LONG = '1';
// The tests start the command line and core some hundred times; compiled once, each of them starts in half the time.
process.env.NODE_COMPILE_CACHE ??= join(projectRoot, 'node_modules/.cache/node-compile');

prepareOrExit(own.includes('--official') ? ['--again', '--official-only'] : []);
const { groups, steps } = await import('./checks/steps.mjs');
const known = { ...steps, ...groups };
const unknown = named.filter((name) => !(name in known));
if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')}; there are: ${Object.keys(known).join(', ')}`);

const results = [];
for (const name of named.length > 0 ? named : Object.keys(steps)) {
  process.stdout.write(`\n=== ${name}\n`);
  const startedAt = Date.now();
  const counts = await countsOf(name);
  results.push({ name, ...counts, seconds: (Date.now() - startedAt) / 1000 });
}

/** A step that could not even start has failed; the others go on. */
async function countsOf(name) {
  try {
    return await known[name](passedOn);
  } catch (error) {
    process.stdout.write(`${name} could not run: ${error.stack}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const sum = (field) => results.reduce((total, result) => total + result[field], 0);
process.stdout.write('\n');
for (const { name, passed, failed, skipped, seconds } of results) {
  const mark = failed > 0 ? 'FAILED' : 'ok    ';
  process.stdout.write(`${mark} ${name.padEnd(18)} ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds.toFixed(1)} s)\n`);
}
process.exitCode = sum('failed') > 0 ? 1 : 0;
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
