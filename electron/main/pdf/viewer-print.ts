import { setTimeout as sleep } from 'node:timers/promises';
import { BrowserWindow, type Session, type WebFrameMain } from 'electron';
import type { PagePrinted } from '../../contract/control.ts';
import { within } from '../one-at-a-time.ts';
import type { PdfPaper } from './paper-of-pdf.ts';
import { printSilently } from './silent-print.ts';

const loadLimitMs = 20_000;
const lookEveryMs = 100;
/** What the viewer needs from its first frame to the pages that stand in it. */
const settleMs = 1_000;

const isViewer = ({ url }: WebFrameMain): boolean => url.startsWith('chrome-extension:');

async function viewerStands(window: BrowserWindow): Promise<void> {
  while (!window.webContents.mainFrame.framesInSubtree.some(isViewer)) await sleep(lookEveryMs);
  await sleep(settleMs);
}

/** Hands a PDF at an address of the shell's own to a printer of Windows: Chromium's viewer draws it in a hidden window, and that is printed without a question. */
export async function printByViewer(session: Session, address: string, printer: string, paper: PdfPaper): Promise<PagePrinted> {
  const window = new BrowserWindow({ show: false, webPreferences: { session, plugins: true, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false, devTools: false } });
  try {
    await within(loadLimitMs, 'Loading a PDF', window.webContents.loadURL(address));
    await within(loadLimitMs, 'Showing a PDF', viewerStands(window));
    return await printSilently(window.webContents, printer, paper);
  } finally {
    window.destroy();
  }
}
