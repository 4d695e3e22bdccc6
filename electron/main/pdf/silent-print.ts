import type { PagePrinted, SystemPrinter } from '../../contract/control.ts';
import type { PdfPaper } from './paper-of-pdf.ts';

/** What a printer of the system looks like to Chromium; the part of it that is used here. */
interface KnownPrinter {
  readonly name: string;
  readonly displayName: string;
  readonly isDefault?: boolean;
}

interface PrintOptions { readonly silent: true; readonly deviceName: string; readonly pageSize: PdfPaper['name']; readonly landscape: boolean; readonly printBackground: true }

/** The part of a page that prints; a page of the shell is one. */
export interface PrintingPage {
  getPrintersAsync(): Promise<readonly KnownPrinter[]>;
  print(options: PrintOptions, done: (success: boolean, reason: string) => void): void;
}

/** The printers that the operating system knows, by the name it wants to be told. */
export async function listPrinters(page: PrintingPage): Promise<SystemPrinter[]> {
  const known = await page.getPrintersAsync();
  return known.map(({ name, displayName, isDefault }) => ({ name, shownName: displayName === '' ? name : displayName, isDefault: isDefault === true }));
}

/** Prints what the page shows without a question. A printer that is not there is found out before anything is handed over. */
export async function printSilently(page: PrintingPage, printer: string, paper: PdfPaper): Promise<PagePrinted> {
  const known = await page.getPrintersAsync();
  if (!known.some(({ name }) => name === printer)) return 'missing';
  return new Promise((resolve) => {
    page.print({ silent: true, deviceName: printer, pageSize: paper.name, landscape: paper.landscape, printBackground: true }, (success) => resolve(success ? 'sent' : 'refused'));
  });
}
