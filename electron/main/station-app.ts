import { app, ipcMain, powerMonitor, safeStorage, session, type BrowserWindow } from 'electron';
import type { Locale, PowerEvent, StationKind } from '../contract/control.ts';
import { runCoreCommand } from './core-host/core-command.ts';
import type { CoreHandle } from './core-host/core-handle.ts';
import { startCore } from './core-host/start-core.ts';
import { CoreWatch, type CoreTrouble } from './core-watch.ts';
import { chooseFile } from './file-dialogs.ts';
import { answerHost, type ShellServices } from './host-answers.ts';
import { openKeyStore } from './key-store.ts';
import { serveAppProtocol } from './pages/app-protocol.ts';
import { isRescueAddress, rescueUrl, stationUrl } from './pages/page-address.ts';
import { restrictSession } from './pages/session-rules.ts';
import { stationPage } from './pages/station-pages.ts';
import { PdfPrinter } from './pdf/pdf-printer.ts';
import { printFonts } from './pdf/print-fonts.ts';
import type { ProgramFiles } from './program-files.ts';
import { rescueCommands } from './rescue/rescue-commands.ts';
import { RescueDesk } from './rescue/rescue-desk.ts';
import { readRescueTexts, rescueText } from './rescue/rescue-texts.ts';
import { isFromStationPage } from './sender-check.ts';
import type { ShellLog } from './shell-log.ts';
import type { StationFolders } from './station-folders.ts';
import { createCustomerWindow, createDeskWindow, type WindowFiles } from './station-window.ts';
import { WindowLines } from './window-lines.ts';

export interface StationAppOptions {
  readonly kind: StationKind;
  readonly locale: Locale;
  readonly folders: StationFolders;
  readonly files: ProgramFiles;
  readonly log: ShellLog;
}

/** The shell of one data folder: its windows, its core, and what joins them. */
export class StationApp {
  private readonly options: StationAppOptions;
  private readonly lines: WindowLines;
  private readonly watch: CoreWatch;
  private readonly pdf: PdfPrinter;
  private readonly rescue: RescueDesk;
  private readonly services: ShellServices;
  private desk: BrowserWindow | null = null;
  private customer: BrowserWindow | null = null;

  constructor(options: StationAppOptions) {
    this.options = options;
    const log = (line: string): void => options.log.write(line);
    this.lines = new WindowLines(options.locale, options.kind);
    this.pdf = new PdfPrinter(printFonts(options.files.resources), log);
    this.services = {
      htmlToPdf: (html, pdfOptions) => this.pdf.print(html, pdfOptions),
      chooseFile: (request) => chooseFile(this.deskWindow(), request),
      showCustomerDisplay: (shown) => this.showCustomerDisplay(shown),
      keyStore: openKeyStore(process.platform, safeStorage),
    };
    this.rescue = this.makeRescueDesk();
    this.watch = new CoreWatch({ launch: () => this.launchCore(), now: () => performance.now() }, {
      ready: (core) => this.coreReady(core),
      lost: () => this.lines.coreLost(),
      rescue: (trouble) => this.openRescue(trouble),
      message: (core, message) => {
        if (message.type === 'ask') void answerHost(message, this.services).then((answered) => core.send(answered));
      },
      log,
    });
  }

  /** Opens the desk and starts core at the same time; whichever is first waits for the other. */
  start(): void {
    const { files, log } = this.options;
    restrictSession(session.defaultSession);
    serveAppProtocol(session.defaultSession, {
      station: (_request, url) => stationPage(files.pages, url.pathname),
      rescue: (request, url) => this.rescue.serve(request.method, url.pathname),
    }, (line) => log.write(line));
    ipcMain.on('station:hello', (event) => {
      if (isFromStationPage(event)) this.lines.pageLoaded(event.sender.id);
      else log.write('A message from a foreign page was not heard.');
    });
    this.forwardPower();
    this.watch.start();
    this.openDesk();
  }

  /** Brings the desk to the front, when the application was started a second time on the same books. */
  focus(): void {
    const desk = this.deskWindow();
    if (desk.isMinimized()) desk.restore();
    desk.show();
    desk.focus();
  }

  async stop(): Promise<void> {
    await this.watch.stop();
    this.pdf.close();
  }

  private launchCore(): CoreHandle {
    const { files, folders, kind, locale, log } = this.options;
    const core = startCore(files.core, (text) => {
      process.stderr.write(text);
      log.write(`core: ${text}`);
    });
    const paths = { data: folders.data, resources: files.resources, config: folders.config, worker: files.worker };
    core.send({ type: 'start', config: { paths, kind, locale, version: app.getVersion(), keyStore: this.services.keyStore !== null } });
    return core;
  }

  private coreReady(core: CoreHandle): void {
    this.lines.coreReady(core);
    if (this.desk !== null && isRescueAddress(this.desk.webContents.getURL())) void this.load(this.desk, stationUrl);
  }

  private openRescue(trouble: CoreTrouble): void {
    this.rescue.open(trouble);
    const desk = this.deskWindow();
    this.lines.pageLeft(desk.webContents.id);
    void this.load(desk, rescueUrl);
  }

  private openDesk(): void {
    const desk = createDeskWindow(this.windowFiles());
    this.desk = desk;
    this.keepPage(desk, 'desk');
    desk.on('closed', () => {
      this.desk = null;
      this.customer?.close();
    });
    void this.load(desk, stationUrl);
  }

  /** Answers whether the display is shown from now on; closing it takes a moment longer. */
  private showCustomerDisplay(shown: boolean): boolean {
    if (shown && this.customer === null) this.openCustomerDisplay();
    if (!shown) {
      this.customer?.close();
      this.customer = null;
    }
    return shown;
  }

  private openCustomerDisplay(): void {
    const customer = createCustomerWindow(this.windowFiles());
    this.customer = customer;
    this.keepPage(customer, 'customer');
    customer.on('closed', () => {
      if (this.customer === customer) this.customer = null;
    });
    void this.load(customer, stationUrl);
  }

  /** Joins a window to core, and loads its page again should the page's process die. */
  private keepPage(window: BrowserWindow, scope: 'desk' | 'customer'): void {
    const { webContents } = window;
    this.lines.add(webContents, scope);
    webContents.on('render-process-gone', (_event, details) => {
      if (details.reason === 'clean-exit') return;
      this.options.log.write(`The page of ${scope} ended: ${details.reason}`);
      this.lines.pageLeft(webContents.id);
      webContents.reload();
    });
  }

  private async load(window: BrowserWindow, url: string): Promise<void> {
    try {
      await window.loadURL(url);
    } catch (error) {
      // A load that another one overtakes ends so; anything else is worth a line.
      this.options.log.write(`${url} was not loaded: ${String(error)}`);
    }
  }

  private deskWindow(): BrowserWindow {
    if (this.desk === null) throw new Error('The window is closed.');
    return this.desk;
  }

  private windowFiles(): WindowFiles {
    const { files, folders } = this.options;
    return { preload: files.preload, shell: folders.shell, icon: files.icon, devTools: !app.isPackaged };
  }

  private makeRescueDesk(): RescueDesk {
    const { files, folders, locale } = this.options;
    const texts = readRescueTexts(files.resources);
    const env = { STATION_CONFIG_DIR: folders.config, STATION_RESOURCES: files.resources };
    const actions = rescueCommands({
      dataFolder: folders.data,
      command: (args) => runCoreCommand({ entry: files.core, args, env }),
      chooseFile: (request) => chooseFile(this.deskWindow(), request),
      titles: { log: rescueText(texts[locale], 'choose_log_file'), backup: rescueText(texts[locale], 'choose_backup') },
    });
    return new RescueDesk(actions, () => this.watch.retry(), texts, locale);
  }

  private forwardPower(): void {
    const tell = (event: PowerEvent) => (): void => this.watch.running?.send({ type: 'power', event });
    powerMonitor.on('suspend', tell('suspend'));
    powerMonitor.on('resume', tell('resume'));
    powerMonitor.on('shutdown', tell('shutdown'));
  }
}
