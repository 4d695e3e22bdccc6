import type { ChooseFileRequest, PagePrinted, PdfOptions, PowerEvent, SystemPrinter } from '../../contract/control.ts';

/** The printers of the operating system. */
export interface PagePrinting {
  printers(): Promise<readonly SystemPrinter[]>;
  /** Hands a PDF to a printer as it is, without asking, on the paper that it was drawn for. */
  print(pdf: Uint8Array, printer: string): Promise<PagePrinted>;
}

/**
 * What core may ask of whoever runs it. In the application that is the shell (electron/main), over the control channel;
 * in a test or on the command line it is a small object. Every call may be refused by a thrown error.
 */
export interface CoreHost {
  /** Draws a whole HTML document as PDF. Chinese text needs no fonts of its own: "Noto Sans SC" is there. */
  htmlToPdf(html: string, options: PdfOptions): Promise<Uint8Array>;
  /** Present only where there is a shell that prints. */
  readonly pages?: PagePrinting;
  /** Asks the person for a file or a folder; null when they cancel. */
  chooseFile(request: ChooseFileRequest): Promise<string | null>;
  /** Opens or closes the window on the second display (null: the other way round); answers whether it is open now. */
  showCustomerDisplay?(shown: boolean | null): Promise<boolean>;
  /** Opens the training station in a window of its own, beside this one; answers whether it could. */
  openTraining?(): Promise<boolean>;
  /** Present only where the operating system's key store really protects; encrypts the folder's data key. */
  sealKey?(bytes: Uint8Array): Promise<Uint8Array>;
  /** Opens what `sealKey` made; throws when this user or this machine did not make it. */
  unsealKey?(bytes: Uint8Array): Promise<Uint8Array>;
  /** Tells when the machine goes to sleep, wakes or shuts down. Returns the way to stop listening. */
  onPower?(listener: (event: PowerEvent) => void): () => void;
}
