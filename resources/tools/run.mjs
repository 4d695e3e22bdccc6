// Runs one script of the project with everything it needs: node resources/tools/run.mjs [--build] [--display] <script> [arguments]
//   --build    bundle the program first when a source has changed
//   --display  give it a virtual screen where there is no real one
import { prepareOrExit, runScript } from './child.mjs';

const given = process.argv.slice(2);
const at = given.findIndex((part) => !part.startsWith('--'));
if (at === -1) throw new Error('usage: run.mjs [--build] [--display] <script> [arguments]');
const [flags, script, args] = [given.slice(0, at), given[at], given.slice(at + 1)];

prepareOrExit();
const { ensureBuilt } = await import('./build.mjs');
const { childEnvironment } = await import('./runtime.mjs');
const { openDisplay } = await import('./display.mjs');

process.exitCode = flags.includes('--build') ? await ensureBuilt() : 0;
if (process.exitCode === 0) {
  const display = flags.includes('--display') ? await openDisplay() : { variables: {}, close: () => {} };
  try {
    process.exitCode = await runScript(script, args, { env: { ...childEnvironment(), ...display.variables } });
  } finally {
    display.close();
  }
}
