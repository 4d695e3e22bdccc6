import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import type { CoreStart } from './core-host/start-core.ts';
import { runCommandLine } from './core-host/core-command-line.ts';
import { readLaunchOptions, type LaunchOptions } from './launch-options.ts';
import { declareAppProtocol } from './pages/app-protocol.ts';
import { restrictContents } from './pages/contents-rules.ts';
import { programFiles } from './program-files.ts';
import { ShellLog } from './shell-log.ts';
import { StationApp } from './station-app.ts';
import { stationFolders } from './station-folders.ts';

const options = readLaunchOptions(process.argv, process.cwd());
if (options.stationCli === null) openWindows(options);
else answerCommandLine(options.stationCli);

function answerCommandLine(args: readonly string[]): void {
  const files = programFiles(__dirname);
  runCommandLine({ entry: files.core, args, env: { STATION_RESOURCES: files.resources } }).then(
    (code) => app.exit(code),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      app.exit(2);
    },
  );
}

function openWindows(launch: LaunchOptions): void {
  const folders = stationFolders(launch, { platform: process.platform, home: homedir(), env: process.env });
  mkdirSync(folders.shell, { recursive: true, mode: 0o700 });
  app.setPath('userData', folders.shell);
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  drawWithoutGraphicsCard();
  const files = programFiles(__dirname);
  const log = new ShellLog(folders.data);
  noteBugs(log);
  const core = coreStart(files.core, folders.shell, log);
  declareAppProtocol();
  setMenu();
  app.on('web-contents-created', (_event, contents) => restrictContents(contents));
  void app.whenReady().then(() => {
    const station = new StationApp({ kind: launch.kind, locale: launch.locale, folders, files, log, core });
    app.on('second-instance', () => station.focus());
    app.on('window-all-closed', () => app.quit());
    stopBeforeQuit(station);
    station.start();
  });
}

function coreStart(entry: string, shellFolder: string, log: ShellLog): CoreStart {
  return {
    entry,
    codeCache: join(shellFolder, 'core-code'),
    onErrorOutput: (text) => {
      process.stderr.write(text);
      log.write(`core: ${text}`);
    },
  };
}

/** Core writes its last page before the program ends; it has at most 5 s for it. */
function stopBeforeQuit(station: StationApp): void {
  let stopped = false;
  let stopping: Promise<void> | null = null;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    stopping ??= station.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

/** A bug in the shell is written down. Electron's own answer is a box that stops everything until somebody presses it. */
function noteBugs(log: ShellLog): void {
  const note = (error: unknown): void => log.write(`bug: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
}

/**
 * Text, tables and small charts are drawn by the processor: the same picture on every computer, whatever its card and driver, and the
 * window stands sooner. Why: resources/docs/decisions/drawn-without-the-graphics-card.md
 */
function drawWithoutGraphicsCard(): void {
  app.disableHardwareAcceleration();
}

/** No menu: its keys would reload the page. macOS alone needs one for copy and paste. */
function setMenu(): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null);
}
