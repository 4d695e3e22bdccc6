// The steps of npm test, in their order, and groups that can be run alone. Each takes extra arguments and resolves to `{passed, failed, skipped}`.
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

/** Tests that run without a window. All at once they end sooner than group after group, for many of them wait for a port, a clock or a killed program. */
const codeTests = {
  'test:architecture': ['tests/architecture/'],
  'test:unit': ['tests/unit/'],
  'test:integration': ['tests/integration/', 'tests/migration/'],
  'test:crash': ['tests/crash/'],
};

/** Groups of `test:code`, for whoever names one. */
export const groups = Object.fromEntries(Object.entries(codeTests).map(([name, folders]) => [name, unitTests(folders, limitMs)]));

export const steps = {
  'check:types': check('resources/tools/checks/types.mjs'),
  'check:lint': check(toolScripts.oxlint, ['--deny-warnings']),
  'check:layers': check('resources/tools/checks/layers.mjs'),
  'check:unused': check(toolScripts.knip),
  'check:locales': check('resources/tools/checks/locales.mjs'),
  'test:code': unitTests(Object.values(codeTests).flat(), limitMs),
  build: async () => ((await ensureBuilt(true)) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }),
  'check:package': check('resources/tools/dist.mjs', ['--dir']),
  'test:e2e': browserTests('tests/e2e/playwright.config.ts', limitMs),
};
