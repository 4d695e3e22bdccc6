/**
 * What the shell (main) and core say to each other, besides the windows' own traffic.
 *
 * The same messages travel over both transports. With a utility process a window's port is handed over beside
 * `open-window` and its traffic never passes main; with a child process main relays it as `window-message`.
 */

export type StationKind = 'live' | 'training';
export type WindowScope = 'desk' | 'customer' | 'rescue';
export type Locale = 'zh' | 'en';
export type PowerEvent = 'suspend' | 'resume' | 'shutdown';

/** Absolute paths. `worker` is the script that core starts its worker threads from. */
export interface StationPaths {
  readonly data: string;
  readonly resources: string;
  readonly config: string;
  readonly worker: string;
}

export interface PdfOptions {
  /** A paper's name, or a size in micrometres. */
  readonly paper: 'A3' | 'A4' | 'A5' | 'A6' | { readonly widthUm: number; readonly heightUm: number };
  readonly landscape?: boolean;
  /** The document's own `@page size` wins over `paper`. */
  readonly preferCssPageSize?: boolean;
  /** Stands at the foot of every page, with the number of the page and how many there are; plain letters and digits only. */
  readonly footer?: string;
}

/** A printer that the operating system knows. */
export interface SystemPrinter {
  readonly name: string;
  readonly shownName: string;
  readonly isDefault: boolean;
}

/** What became of a PDF: the system took it, knows no such printer, or did not take it. None of them says that it was printed. */
export type PagePrinted = 'sent' | 'missing' | 'refused';

export interface ChooseFileRequest {
  readonly kind: 'open' | 'save' | 'folder';
  readonly title?: string;
  /** Only for `save`: a bare file name. */
  readonly suggestedName?: string;
  /** Extensions without the dot. */
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

export interface StartConfig {
  readonly paths: StationPaths;
  readonly kind: StationKind;
  readonly locale: Locale;
  /** The program's version. */
  readonly version: string;
  /** True when main can seal and unseal the data key with the system's key store. */
  readonly keyStore: boolean;
}

/** What core asks of main, and what it gets. */
export interface HostCalls {
  'html-to-pdf': { input: { html: string; options: PdfOptions }; output: Uint8Array };
  'system-printers': { input: Record<string, never>; output: readonly SystemPrinter[] };
  'print-pdf': { input: { pdf: Uint8Array; printer: string }; output: PagePrinted };
  'choose-file': { input: ChooseFileRequest; output: string | null };
  /** Null turns it over. Answers whether it is shown from now on. */
  'customer-display': { input: { shown: boolean | null }; output: boolean };
  'open-training': { input: Record<string, never>; output: boolean };
  'seal-key': { input: Uint8Array; output: Uint8Array };
  'unseal-key': { input: Uint8Array; output: Uint8Array };
}
export type HostCallName = keyof HostCalls;

/** The fault codes that a request to main may end with. */
export type HostFailure = 'internal' | 'window_missing' | 'key_missing' | 'key_wrong';

export type MainToCore =
  | { readonly type: 'start'; readonly config: StartConfig }
  | { readonly type: 'stop' }
  | { readonly type: 'open-window'; readonly windowId: number; readonly scope: WindowScope; readonly locale: Locale }
  | { readonly type: 'close-window'; readonly windowId: number }
  | { readonly type: 'window-message'; readonly windowId: number; readonly message: unknown }
  | { readonly type: 'power'; readonly event: PowerEvent }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly code: HostFailure; readonly message: string };

export type CoreToMain =
  | { readonly type: 'ready' }
  /** Core could not open its folder. `code` is a fault code such as `database_from_the_future`. */
  | { readonly type: 'start-failed'; readonly code: string; readonly message: string }
  | { readonly type: 'stopped' }
  | { readonly type: 'close-window'; readonly windowId: number }
  | { readonly type: 'window-message'; readonly windowId: number; readonly message: unknown }
  | HostAsk;

export type HostAsk = {
  [Name in HostCallName]: { readonly type: 'ask'; readonly id: number; readonly call: Name; readonly input: HostCalls[Name]['input'] };
}[HostCallName];

/** Sent by preload to its own page with `window.postMessage`, and nothing else ever is. */
export type PageMessage =
  /** Carries exactly one port in `event.ports`. It replaces any port given before. */
  | { readonly station: 'port'; readonly scope: WindowScope; readonly locale: Locale; readonly kind: StationKind; readonly generation: number }
  /** Core has died and is being started again; a new port follows. */
  | { readonly station: 'lost' };
