import { MessageChannelMain, type WebContents } from 'electron';
import type { Locale, PageMessage, StationKind, WindowScope } from '../contract/control.ts';
import type { CoreHandle } from './core-host/core-handle.ts';

interface PageLine {
  readonly contents: WebContents;
  readonly scope: WindowScope;
  /** The page has loaded and waits for its port. */
  asked: boolean;
  /** The line it has now. */
  windowId: number | null;
}

/** Gives every page exactly one port to core: at each load, and again when core has been started again. */
export class WindowLines {
  private readonly pages = new Map<number, PageLine>();
  private readonly locale: Locale;
  private readonly kind: StationKind;
  private core: CoreHandle | null = null;
  private lastWindowId = 0;

  constructor(locale: Locale, kind: StationKind) {
    this.locale = locale;
    this.kind = kind;
  }

  add(contents: WebContents, scope: WindowScope): void {
    const { id } = contents;
    this.pages.set(id, { contents, scope, asked: false, windowId: null });
    contents.once('destroyed', () => {
      this.cut(id);
      this.pages.delete(id);
    });
  }

  /** A page has loaded, for the first time or again. */
  pageLoaded(contentsId: number): void {
    const page = this.pages.get(contentsId);
    if (page === undefined) return;
    this.cut(contentsId);
    page.asked = true;
    this.connect(page);
  }

  /** The page is no longer there: its process died, or the rescue screen takes its place. */
  pageLeft(contentsId: number): void {
    const page = this.pages.get(contentsId);
    if (page === undefined) return;
    this.cut(contentsId);
    page.asked = false;
  }

  coreReady(core: CoreHandle): void {
    this.core = core;
    for (const page of this.pages.values()) this.connect(page);
  }

  coreLost(): void {
    this.core = null;
    const lost: PageMessage = { station: 'lost' };
    for (const page of this.pages.values()) {
      page.windowId = null;
      if (page.asked && !page.contents.isDestroyed()) page.contents.postMessage('station:page', lost);
    }
  }

  private connect(page: PageLine): void {
    const core = this.core;
    if (core === null || !page.asked || page.windowId !== null || page.contents.isDestroyed()) return;
    this.lastWindowId += 1;
    const windowId = this.lastWindowId;
    page.windowId = windowId;
    const { port1, port2 } = new MessageChannelMain();
    core.openWindow({ windowId, scope: page.scope, locale: this.locale }, port1);
    const message: PageMessage = { station: 'port', scope: page.scope, locale: this.locale, kind: this.kind, generation: windowId };
    page.contents.postMessage('station:page', message, [port2]);
  }

  private cut(contentsId: number): void {
    const page = this.pages.get(contentsId);
    if (page === undefined || page.windowId === null) return;
    this.core?.closeWindow(page.windowId);
    page.windowId = null;
  }
}
