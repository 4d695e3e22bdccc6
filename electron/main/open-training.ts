import { spawn } from 'node:child_process';
import { app } from 'electron';
import type { Locale, StationKind } from '../contract/control.ts';
import type { StationFolders } from './station-folders.ts';
import { trainingCommand } from './training-command.ts';

/**
 * Starts the program a second time on the training folder, in a process of its own, so that nothing of the practice can reach the real
 * books. When the training station is open already, the second start brings its window to the front and ends.
 */
export function openTraining(here: { readonly kind: StationKind; readonly locale: Locale; readonly folders: StationFolders }): Promise<boolean> {
  if (here.kind === 'training') return Promise.resolve(false);
  const { command, args } = trainingCommand({
    executable: process.execPath, appImage: process.env['APPIMAGE'] ?? null, packaged: app.isPackaged, appPath: app.getAppPath(),
    withoutSandbox: app.commandLine.hasSwitch('no-sandbox'), locale: here.locale, dataFolder: here.folders.data, standardFolder: here.folders.standard,
  });
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', () => resolve(false));
  });
}
