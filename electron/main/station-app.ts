import { app, ipcMain, powerMonitor, safeStorage, session } from 'electron';
import type { Locale, PowerEvent, StationKind } from '../contract/control.ts';
import { runCoreCommand } from './core-host/core-command.ts';
import type { CoreHandle } from './core-host/core-handle.ts';
import { startCore, type CoreStart } from './core-host/start-core.ts';
import { CoreWatch, type CoreTrouble } from './core-watch.ts';
import { chooseFile } from './file-dialogs.ts';
import { answerHost, type ShellServices } from './host-answers.ts';
import { openKeyStore } from './key-store.ts';
import { openTraining } from './open-training.ts';
import { serveAppProtocol } from './pages/app-protocol.ts';
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
import { StationWindows } from './station-windows.ts';
import { WindowLines } from './window-lines.ts';

export interface StationAppOptions {
  readonly kind: StationKind;
  readonly locale: Locale;
  readonly folders: StationFolders;
  readonly files: ProgramFiles;
  readonly log: ShellLog;
  readonly core: CoreStart;
}

/** The shell of one data folder: its windows, its core, and what joins them. */
export class StationApp {
  private readonly options: StationAppOptions;
  private readonly lines: WindowLines;
  private readonly windows: StationWindows;
  private readonly watch: CoreWatch;
  private readonly pdf: PdfPrinter;
  private readonly rescue: RescueDesk;
  private readonly services: ShellServices;

  constructor(options: StationAppOptions) {
    const { files, folders, kind, locale } = options;
    this.options = options;
    this.lines = new WindowLines(locale, kind);
    this.windows = new StationWindows({
      files: { preload: files.preload, shell: folders.shell, icon: files.icon, devTools: !app.isPackaged },
      lines: this.lines,
      log: this.log,
      deskHopeless: (reason) => this.openRescue({ code: 'page_lost', message: reason }),
    });
    this.pdf = new PdfPrinter(printFonts(files.resources), this.log);
    this.services = {
      htmlToPdf: (html, pdfOptions) => this.pdf.print(html, pdfOptions),
      systemPrinters: () => this.pdf.printers(),
      printPdf: (pdf, printer) => this.pdf.printOn(pdf, printer),
      chooseFile: (request) => chooseFile(this.windows.deskWindow, request),
      showCustomerDisplay: (shown) => this.windows.showCustomerDisplay(shown),
      openTraining: () => openTraining({ kind, locale, folders }),
      keyStore: openKeyStore(process.platform, safeStorage),
    };
    this.rescue = this.makeRescueDesk();
    this.watch = this.makeCoreWatch();
  }

  /** Opens the desk and starts core at the same time; whichever is first waits for the other. The desk goes first: the two share the processor, and the page has further to go. */
  start(): void {
    const { files } = this.options;
    restrictSession(session.defaultSession);
    serveAppProtocol(session.defaultSession, {
      station: (_request, url) => stationPage(files.pages, url.pathname),
      rescue: (request, url) => this.rescue.serve(request.method, url.pathname),
    }, this.log);
    ipcMain.on('station:hello', (event) => {
      if (isFromStationPage(event)) this.lines.pageLoaded(event.sender.id);
      else this.log('A message from a foreign page was not heard.');
    });
    this.forwardPower();
    this.windows.openDesk();
    this.watch.start();
  }

  /** Brings the desk to the front, when the application was started a second time on the same books. */
  focus(): void {
    this.windows.focusDesk();
  }

  async stop(): Promise<void> {
    await this.watch.stop();
    this.pdf.close();
  }

  private readonly log = (line: string): void => this.options.log.write(line);

  private makeCoreWatch(): CoreWatch {
    return new CoreWatch({ launch: () => this.launchCore(), now: () => performance.now() }, {
      ready: (core) => {
        this.lines.coreReady(core);
        this.windows.leaveRescue();
      },
      lost: () => this.lines.coreLost(),
      rescue: (trouble) => this.openRescue(trouble),
      message: (core, message) => {
        if (message.type === 'ask') void answerHost(message, this.services).then((answered) => core.send(answered));
      },
      log: this.log,
    });
  }

  private launchCore(): CoreHandle {
    const { files, folders, kind, locale } = this.options;
    const core = startCore(this.options.core);
    const paths = { data: folders.data, resources: files.resources, config: folders.config, worker: files.worker };
    core.send({ type: 'start', config: { paths, kind, locale, version: app.getVersion(), keyStore: this.services.keyStore !== null } });
    return core;
  }

  private makeRescueDesk(): RescueDesk {
    const { files, folders, locale } = this.options;
    const texts = readRescueTexts(files.resources);
    const env = { STATION_CONFIG_DIR: folders.config, STATION_RESOURCES: files.resources };
    const actions = rescueCommands({
      dataFolder: folders.data,
      command: (args) => runCoreCommand({ entry: files.core, args, env }),
      chooseFile: (request) => chooseFile(this.windows.deskWindow, request),
      titles: { log: rescueText(texts[locale], 'choose_log_file'), backup: rescueText(texts[locale], 'choose_backup') },
    });
    return new RescueDesk(actions, () => this.tryAgain(), texts, locale);
  }

  private openRescue(trouble: CoreTrouble): void {
    this.rescue.open(trouble);
    this.windows.showRescue();
  }

  /** Core may be well while the page was not; then only the page is loaded again. */
  private tryAgain(): void {
    if (this.watch.running === null) this.watch.retry();
    else this.windows.leaveRescue();
  }

  private forwardPower(): void {
    const tell = (event: PowerEvent) => (): void => this.watch.running?.send({ type: 'power', event });
    powerMonitor.on('suspend', tell('suspend'));
    powerMonitor.on('resume', tell('resume'));
    powerMonitor.on('shutdown', tell('shutdown'));
  }
}
