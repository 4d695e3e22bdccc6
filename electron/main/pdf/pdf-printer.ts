import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { BrowserWindow, session, type Session } from 'electron';
import type { PdfOptions } from '../../contract/control.ts';
import { OneAtATime, within } from '../one-at-a-time.ts';
import { serveAppProtocol } from '../pages/app-protocol.ts';
import { printPolicy } from '../pages/content-security-policy.ts';
import { answer, notFound } from '../pages/page-files.ts';
import { restrictSession } from '../pages/session-rules.ts';
import { pageFooter } from './page-footer.ts';
import { pageSizeOf } from './paper-size.ts';
import { withPrintFonts, type PrintFont } from './print-fonts.ts';

const loadLimitMs = 20_000;
const printLimitMs = 60_000;
const isolatedWorld = 999;

/** Turns documents into PDF in a hidden window, one at a time. The window is kept until a document fails in it. */
export class PdfPrinter {
  private readonly fonts: readonly PrintFont[];
  private readonly log: (line: string) => void;
  private readonly queue = new OneAtATime();
  private readonly documents = new Map<string, string>();
  private ownSession: Session | null = null;
  private window: BrowserWindow | null = null;

  constructor(fonts: readonly PrintFont[], log: (line: string) => void) {
    this.fonts = fonts;
    this.log = log;
  }

  /** The PDF of a whole HTML document. Throws when it does not load or print in time. */
  print(html: string, options: PdfOptions): Promise<Uint8Array> {
    const pageSize = pageSizeOf(options.paper);
    return this.queue.run(async () => {
      const token = randomUUID();
      this.documents.set(token, html);
      try {
        return await this.printLoaded(token, pageSize, options);
      } catch (error) {
        this.close();
        throw error;
      } finally {
        this.documents.delete(token);
      }
    });
  }

  close(): void {
    this.window?.destroy();
    this.window = null;
  }

  private async printLoaded(token: string, pageSize: ReturnType<typeof pageSizeOf>, options: PdfOptions): Promise<Uint8Array> {
    const { webContents } = this.openWindow();
    await within(loadLimitMs, 'Loading a document for PDF', webContents.loadURL(`app://print/${token}`));
    await within(loadLimitMs, 'Loading its fonts', webContents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
      { code: 'document.fonts.ready.then(() => document.fonts.status)' },
    ]));
    // Margins are the document's own (@page) or the usual ones; a margin of zero loses the printable edge.
    const printed = webContents.printToPDF({
      pageSize,
      landscape: options.landscape ?? false,
      printBackground: true,
      preferCSSPageSize: options.preferCssPageSize ?? false,
      ...pageFooter(options.footer),
    });
    return new Uint8Array(await within(printLimitMs, 'Drawing a PDF', printed));
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
    const html = this.documents.get(path.slice(1));
    if (html !== undefined) return answer(withPrintFonts(html, this.fonts), 'text/html; charset=utf-8', printPolicy);
    const font = this.fonts.find(({ url }) => url === path);
    if (font === undefined) return notFound(printPolicy);
    return answer(new Uint8Array(await readFile(font.path)), 'font/ttf', printPolicy);
  }
}
