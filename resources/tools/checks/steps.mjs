// The steps of npm test, in their order. Each takes extra arguments and resolves to `{passed, failed, skipped}`.
import { ensureBuilt } from '../build.mjs';
import { runScript, toolScripts } from '../child.mjs';
import { childEnvironment } from '../runtime.mjs';
import { browserTests, unitTests } from './runners.mjs';

const minutes = 60_000;
const long = process.env.TEST_LONG === '1';

/** A check counts as one: passed when its program ends with 0. */
function check(script, fixedArgs = []) {
  return async (args) => {
    const code = await runScript(script, [...fixedArgs, ...args], { env: childEnvironment(), stdio: ['ignore', 'inherit', 'inherit'], limitMs: 10 * minutes });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  };
}

const limitMs = (long ? 180 : 15) * minutes;

export const steps = {
  'check:types': check('resources/tools/checks/types.mjs'),
  'check:lint': check(toolScripts.oxlint, ['--deny-warnings']),
  'check:layers': check('resources/tools/checks/layers.mjs'),
  'check:unused': check(toolScripts.knip),
  'check:locales': check('resources/tools/checks/locales.mjs'),
  'test:architecture': unitTests(['tests/architecture/'], limitMs),
  'test:unit': unitTests(['tests/unit/'], limitMs),
  'test:integration': unitTests(['tests/integration/', 'tests/migration/'], limitMs),
  'test:crash': unitTests(['tests/crash/'], limitMs),
  build: async () => ((await ensureBuilt(true)) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }),
  'check:package': check('resources/tools/dist.mjs', ['--dir']),
  'test:e2e': browserTests('tests/e2e/playwright.config.ts', limitMs),
};
