import type { BrowserWindow } from 'electron';
import { noteDisplayShown, wasDisplayShown } from './display-note.ts';
import { isRescueAddress, rescueUrl, stationUrl } from './pages/page-address.ts';
import { nextStep } from './restart-policy.ts';
import { createCustomerWindow, createDeskWindow, type WindowFiles } from './station-window.ts';
import type { WindowLines } from './window-lines.ts';

export interface StationWindowsTools {
  readonly files: WindowFiles;
  readonly lines: WindowLines;
  readonly log: (line: string) => void;
  /** The desk's page has died too often to be loaded once more. */
  readonly deskHopeless: (reason: string) => void;
}

/** The windows of the station: the desk, and the customer's display while it is wanted. */
export class StationWindows {
  private readonly tools: StationWindowsTools;
  private desk: BrowserWindow | null = null;
  private customer: BrowserWindow | null = null;

  constructor(tools: StationWindowsTools) {
    this.tools = tools;
  }

  /** The desk, for dialogs that stand in front of it. Throws when it is closed. */
  get deskWindow(): BrowserWindow {
    if (this.desk === null) throw new Error('The window is closed.');
    return this.desk;
  }

  openDesk(): void {
    const desk = createDeskWindow(this.tools.files);
    this.desk = desk;
    this.keepPage(desk, 'desk');
    if (wasDisplayShown(this.tools.files.shell)) this.openCustomerDisplay();
    desk.on('closed', () => {
      this.desk = null;
      this.customer?.close();
    });
    void this.load(desk, stationUrl);
  }

  focusDesk(): void {
    const desk = this.deskWindow;
    if (desk.isMinimized()) desk.restore();
    desk.show();
    desk.focus();
  }

  /** Puts the rescue screen in the desk's place. */
  showRescue(): void {
    if (this.desk === null) return;
    this.tools.lines.pageLeft(this.desk.webContents.id);
    void this.load(this.desk, rescueUrl);
  }

  /** Leads from the rescue screen back to the desk; elsewhere it does nothing. */
  leaveRescue(): void {
    if (this.desk !== null && isRescueAddress(this.desk.webContents.getURL())) void this.load(this.desk, stationUrl);
  }

  /** Answers whether the display is shown from now on (null: the other way round); closing it takes a moment longer. */
  showCustomerDisplay(wanted: boolean | null): boolean {
    const shown = wanted ?? this.customer === null;
    if (shown && this.customer === null) this.openCustomerDisplay();
    if (!shown) {
      this.customer?.close();
      this.customer = null;
    }
    noteDisplayShown(this.tools.files.shell, shown);
    return shown;
  }

  private openCustomerDisplay(): void {
    const customer = createCustomerWindow(this.tools.files);
    this.customer = customer;
    this.keepPage(customer, 'customer');
    customer.on('closed', () => {
      if (this.customer === customer) this.customer = null;
    });
    void this.load(customer, stationUrl);
  }

  /** Joins a window to core, and loads its page again should the page's process die; not for ever. */
  private keepPage(window: BrowserWindow, scope: 'desk' | 'customer'): void {
    const { webContents } = window;
    const { lines, log, deskHopeless } = this.tools;
    const deathsAt: number[] = [];
    lines.add(webContents, scope);
    webContents.on('render-process-gone', (_event, details) => {
      if (details.reason === 'clean-exit') return;
      log(`The page of ${scope} ended: ${details.reason}`);
      lines.pageLeft(webContents.id);
      deathsAt.push(performance.now());
      if (nextStep(deathsAt).step === 'restart') webContents.reload();
      else if (scope === 'desk') deskHopeless(details.reason);
      else window.close();
    });
  }

  private async load(window: BrowserWindow, url: string): Promise<void> {
    try {
      await window.loadURL(url);
    } catch (error) {
      // A load that another one overtakes ends so; anything else is worth a line.
      this.tools.log(`${url} was not loaded: ${String(error)}`);
    }
  }
}
