import { join } from 'node:path';
import { BrowserWindow, screen, type Display } from 'electron';
import { readPlace, usablePlace, writePlace } from './window-bounds.ts';

export interface WindowFiles {
  readonly preload: string;
  /** The folder of the shell, where the window's place is noted. */
  readonly shell: string;
  readonly icon: string;
  readonly devTools: boolean;
}

const paperWhite = '#f7f3ea';

/** The desk: 1366×768 at first, afterwards where it was left. It shows itself when it has something to show. */
export function createDeskWindow(files: WindowFiles): BrowserWindow {
  const placeFile = join(files.shell, 'window.json');
  const place = usablePlace(readPlace(placeFile), screen.getAllDisplays().map((display) => display.workArea));
  const window = newWindow(files, { ...place.bounds, minWidth: 1024, minHeight: 640 });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => writePlace(placeFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  return window;
}

/** What the farmer sees: full screen on the second display, or a small window where there is none. */
export function createCustomerWindow(files: WindowFiles): BrowserWindow {
  const second = secondDisplay();
  const window = newWindow(files, second === undefined
    ? { width: 800, height: 600 }
    : { ...second.bounds, fullscreen: true });
  window.once('ready-to-show', () => window.showInactive());
  return window;
}

function secondDisplay(): Display | undefined {
  const first = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().find((display) => display.id !== first);
}

function newWindow(files: WindowFiles, place: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  return new BrowserWindow({
    ...place,
    show: false,
    backgroundColor: paperWhite,
    autoHideMenuBar: true,
    icon: files.icon,
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: files.devTools,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
}
