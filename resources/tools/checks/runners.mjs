// Running vitest and Playwright with their output on screen, and counting what they report.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { runScript, toolScripts } from '../child.mjs';
import { openDisplay } from '../display.mjs';
import { childEnvironment } from '../runtime.mjs';

/** Vitest on some folders. A run that found no test has failed. */
export function unitTests(folders, limitMs) {
  return (args) =>
    withReport(async (report) => {
      const fixed = ['run', ...(args.length > 0 ? args : folders), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      return runScript(toolScripts.vitest, fixed, { env: childEnvironment(), stdio: ['ignore', 'inherit', 'inherit'], limitMs });
    }, countVitest);
}

/** Playwright in real windows, on a virtual screen where there is none. */
export function browserTests(config, limitMs) {
  return async (args) => {
    if ((await ensureBuilt()) !== 0) return { passed: 0, failed: 1, skipped: 0 };
    const display = await openDisplay();
    try {
      return await withReport(async (report) => {
        const env = { ...childEnvironment(), ...display.variables, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
        const fixed = ['test', '--config', config, '--reporter=list,json', '--forbid-only', ...args];
        return runScript(toolScripts.playwright, fixed, { env, stdio: ['ignore', 'inherit', 'inherit'], limitMs });
      }, countPlaywright);
    } finally {
      display.close();
    }
  };
}

/** Runs a program that leaves a report. Where the report says all is well but the exit code does not, one failure is added. */
async function withReport(run, count) {
  const folder = mkdtempSync(join(tmpdir(), 'village-station-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await run(report);
    const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
    const ranNothing = counts.passed + counts.failed === 0;
    return counts.failed === 0 && (code !== 0 || ranNothing) ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countVitest(report) {
  const unreadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unreadable,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
