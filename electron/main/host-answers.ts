import type { ChooseFileRequest, HostAsk, HostFailure, MainToCore, PagePrinted, PdfOptions, SystemPrinter } from '../contract/control.ts';
import type { KeyStore } from './key-store.ts';

/** What the shell does for core. */
export interface ShellServices {
  htmlToPdf(html: string, options: PdfOptions): Promise<Uint8Array>;
  systemPrinters(): Promise<readonly SystemPrinter[]>;
  printPdf(pdf: Uint8Array, printer: string): Promise<PagePrinted>;
  chooseFile(request: ChooseFileRequest): Promise<string | null>;
  showCustomerDisplay(shown: boolean | null): boolean;
  /** Starts the training station beside this one; answers whether it could. */
  openTraining(): Promise<boolean>;
  readonly keyStore: KeyStore | null;
}

/** Answers one question of core. A failure is an answer too; core turns its code into a sentence. */
export async function answerHost(ask: HostAsk, services: ShellServices): Promise<Extract<MainToCore, { type: 'answer' }>> {
  try {
    return { type: 'answer', id: ask.id, ok: true, value: await valueFor(ask, services) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { type: 'answer', id: ask.id, ok: false, code: failureCode(ask), message };
  }
}

async function valueFor(ask: HostAsk, services: ShellServices): Promise<unknown> {
  switch (ask.call) {
    case 'html-to-pdf': return services.htmlToPdf(ask.input.html, ask.input.options);
    case 'system-printers': return services.systemPrinters();
    case 'print-pdf': return services.printPdf(ask.input.pdf, ask.input.printer);
    case 'choose-file': return services.chooseFile(ask.input);
    case 'customer-display': return services.showCustomerDisplay(ask.input.shown);
    case 'open-training': return services.openTraining();
    case 'seal-key': return keyStoreOf(services).seal(ask.input);
    case 'unseal-key': return keyStoreOf(services).unseal(ask.input);
  }
}

function keyStoreOf(services: ShellServices): KeyStore {
  if (services.keyStore === null) throw new Error('This computer has no key store that protects.');
  return services.keyStore;
}

function failureCode(ask: HostAsk): HostFailure {
  if (ask.call === 'unseal-key') return 'key_wrong';
  if (ask.call === 'seal-key') return 'key_missing';
  return ask.call === 'html-to-pdf' || ask.call === 'print-pdf' ? 'internal' : 'window_missing';
}
