import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import type { PagePrinted, PdfOptions, SystemPrinter } from '../../contract/control.ts';
import { OneAtATime, within } from '../one-at-a-time.ts';
import { serveAppProtocol } from '../pages/app-protocol.ts';
import { printPolicy } from '../pages/content-security-policy.ts';
import { answer, notFound } from '../pages/page-files.ts';
import { restrictSession } from '../pages/session-rules.ts';
import { pageFooter } from './page-footer.ts';
import { pageSizeOf } from './paper-size.ts';
import { printByCups } from './cups-print.ts';
import { paperOfPdf } from './paper-of-pdf.ts';
import { listPrinters } from './silent-print.ts';
import { printByViewer } from './viewer-print.ts';
import { withPrintFonts, type PrintFont } from './print-fonts.ts';

/**
 * Waits until no font is missing any more: a font of rare characters is only asked for when the everyday one has come and lacks one, so
 * after each that came the page is laid out and looked at again. Runs inside the page.
 */
const fontsStand = `(async () => {
  do {
    await document.fonts.ready;
    void document.documentElement.offsetHeight;
  } while (document.fonts.status === 'loading');
})()`;
const loadLimitMs = 20_000;
const printLimitMs = 60_000;
const isolatedWorld = 999;
/** So many documents a window draws: it keeps something of each, and a run over thousands would fill the memory of a small computer. */
const documentsAWindow = 100;
/** A window reads the bundled faces once: read anew for every document they cost five times what the document does. */
const keptByTheWindow = 'max-age=31536000, immutable';

async function drawPdf(page: WebContents, pageSize: ReturnType<typeof pageSizeOf>, options: PdfOptions): Promise<Uint8Array> {
  // Margins are the document's own (@page) or the usual ones; a margin of zero loses the printable edge.
  const printed = page.printToPDF({ pageSize, landscape: options.landscape ?? false, printBackground: true, preferCSSPageSize: options.preferCssPageSize ?? false, ...pageFooter(options.footer) });
  return new Uint8Array(await within(printLimitMs, 'Drawing a PDF', printed));
}

/** Turns documents into PDF in a hidden window, and hands PDFs to printers of the system, one at a time. A window draws many documents, and none after one has failed in it. */
export class PdfPrinter {
  private readonly fonts: readonly PrintFont[];
  private readonly log: (line: string) => void;
  private readonly queue = new OneAtATime();
  private readonly documents = new Map<string, string | Uint8Array>();
  private ownSession: Session | null = null;
  private window: BrowserWindow | null = null;
  private documentsDrawn = 0;

  constructor(fonts: readonly PrintFont[], log: (line: string) => void) {
    this.fonts = fonts;
    this.log = log;
  }

  /** The PDF of a whole HTML document. Throws when it does not load or print in time. */
  print(html: string, options: PdfOptions): Promise<Uint8Array> {
    const pageSize = pageSizeOf(options.paper);
    return this.withLoaded(html, (page) => drawPdf(page, pageSize, options));
  }

  /** The printers that the operating system knows. */
  async printers(): Promise<SystemPrinter[]> {
    return this.queue.run(() => listPrinters(this.openWindow().webContents));
  }

  /** Hands a PDF to a printer of the system as it is, without a question. Throws when that takes too long. */
  printOn(pdf: Uint8Array, printer: string): Promise<PagePrinted> {
    return this.queue.run(() => within(printLimitMs, 'Handing a PDF to a printer', process.platform === 'win32' ? this.printByWindow(pdf, printer) : printByCups(pdf, printer, AbortSignal.timeout(printLimitMs))));
  }

  close(): void {
    this.window?.destroy();
    this.window = null;
  }

  private async printByWindow(pdf: Uint8Array, printer: string): Promise<PagePrinted> {
    const token = randomUUID();
    this.documents.set(token, pdf);
    try {
      return await printByViewer(this.openSession(), `app://print/${token}`, printer, paperOfPdf(pdf));
    } finally {
      this.documents.delete(token);
    }
  }

  /** Loads a document in the hidden window and does something with it, one document at a time. */
  private withLoaded<Result>(html: string, use: (page: WebContents) => Promise<Result>): Promise<Result> {
    return this.queue.run(async () => {
      const token = randomUUID();
      this.documents.set(token, html);
      try {
        return await use(await this.load(token));
      } catch (error) {
        this.close();
        throw error;
      } finally {
        this.documents.delete(token);
        this.documentsDrawn += 1;
        if (this.documentsDrawn >= documentsAWindow) this.close();
      }
    });
  }

  private async load(token: string): Promise<WebContents> {
    const { webContents } = this.openWindow();
    await within(loadLimitMs, 'Loading a document for PDF', webContents.loadURL(`app://print/${token}`));
    await within(loadLimitMs, 'Loading its fonts', webContents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
      { code: fontsStand },
    ]));
    return webContents;
  }

  private openWindow(): BrowserWindow {
    if (this.window !== null && !this.window.isDestroyed()) return this.window;
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: this.openSession(), sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false, devTools: false,
      },
    });
    window.webContents.on('render-process-gone', () => this.close());
    this.window = window;
    this.documentsDrawn = 0;
    return window;
  }

  /** The documents live in a session of their own, so no other page can reach them. */
  private openSession(): Session {
    if (this.ownSession !== null) return this.ownSession;
    const own = session.fromPartition('print');
    restrictSession(own);
    serveAppProtocol(own, { print: (_request, url) => this.serve(url.pathname) }, this.log);
    this.ownSession = own;
    return own;
  }

  private async serve(path: string): Promise<Response> {
    const document = this.documents.get(path.slice(1));
    if (typeof document === 'string') return answer(withPrintFonts(document, this.fonts), 'text/html; charset=utf-8', printPolicy);
    // The viewer is a page of its own and brings its own policy.
    if (document !== undefined) return new Response(new Uint8Array(document), { headers: { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' } });
    const font = this.fonts.find(({ url }) => url === path);
    if (font === undefined) return notFound(printPolicy);
    const face = answer(new Uint8Array(await readFile(font.path)), 'font/ttf', printPolicy);
    face.headers.set('cache-control', keptByTheWindow);
    return face;
  }
}
