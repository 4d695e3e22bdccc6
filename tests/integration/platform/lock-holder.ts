import { lockFolder } from '../../../electron/core/platform/folder-lock.ts';
import { serveLocal } from '../../../electron/core/platform/local-socket.ts';

/** Run as a process of its own: takes the folder given, echoes what callers say, and stays until it is killed. */
const [folder = '', runtimeFolder = ''] = process.argv.slice(2);
try {
  const lock = lockFolder(folder);
  await serveLocal(lock, (channel) => channel.onMessage((message) => channel.post({ echo: message })), runtimeFolder);
  process.stdout.write('held\n');
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
