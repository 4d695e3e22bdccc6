// Prepares a machine: npm packages, system packages, an Electron runtime. Runs on plain Node 20 without any package.
//   --again          try the official Electron once more even if an earlier try failed
//   --official-only  fail where the official Electron cannot be had
import { CannotPrepare } from './prepare/say.mjs';
import { ensureDependencies } from './prepare/dependencies.mjs';
import { ensureElectron } from './prepare/electron-runtime.mjs';
import { ensureSystemPackages } from './prepare/system-packages.mjs';

const has = (flag) => process.argv.includes(flag);

try {
  ensureDependencies();
  ensureSystemPackages();
  await ensureElectron({ again: has('--again'), officialOnly: has('--official-only') });
} catch (error) {
  if (!(error instanceof CannotPrepare)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
