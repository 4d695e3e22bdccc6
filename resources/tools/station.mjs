// npm run -s station -- <verb>: the command line. Only its own answers go to standard output.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareOrExit, runScript } from './child.mjs';
import { projectNode, projectRoot } from './prepare/places.mjs';

const entry = 'electron/core/cli/station.ts';

if (!existsSync(projectNode)) prepareOrExit();
if (process.features.typescript) {
  // This Node runs TypeScript itself: no second process, and the command line believes it was started directly.
  process.argv[1] = join(projectRoot, entry);
  await import(pathToFileURL(process.argv[1]).href);
} else {
  process.exitCode = await runScript(entry, process.argv.slice(2), { cwd: process.cwd(), env: { ...process.env, NODE_NO_WARNINGS: '1' } });
}
