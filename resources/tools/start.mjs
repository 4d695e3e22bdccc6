// npm start: prepares the machine, builds where needed and opens the application. Without a display it runs the demo instead.
import { prepareOrExit, runScript, runToEnd } from './child.mjs';

const demo = 'resources/tools/demo.ts';

prepareOrExit();
const { ensureBuilt } = await import('./build.mjs');
const { childEnvironment, electronExecutable, electronFlags, lacksDisplay, projectRoot } = await import('./runtime.mjs');

async function open() {
  const given = process.argv.slice(2);
  if (!lacksDisplay) return runToEnd(electronExecutable(), [...electronFlags, projectRoot, ...given], { env: childEnvironment() });
  process.stderr.write('[start] There is no display here, so no window can open. Running the demo instead.\n');
  const { openDisplay } = await import('./display.mjs');
  const display = await openDisplay();
  try {
    return await runScript(demo, given, { env: { ...childEnvironment(), ...display.variables } });
  } finally {
    display.close();
  }
}

process.exitCode = (await ensureBuilt()) || (await open());
