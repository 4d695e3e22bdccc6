// npm run dev: the application with reloading. Changes to the window appear at once; main and preload start it again.
import { prepareOrExit, runScript, toolScripts } from './child.mjs';

prepareOrExit();
const { childEnvironment, electronExecutable } = await import('./runtime.mjs');
const { openDisplay } = await import('./display.mjs');

const display = await openDisplay();
const env = { ...childEnvironment(), ELECTRON_EXEC_PATH: electronExecutable(), ...display.variables };
process.exitCode = await runScript(toolScripts.electronVite, ['--watch', ...process.argv.slice(2)], { env });
display.close();
