import { labelPapers, pagePapers, type PaperKind, type PrinterProfile, type SlipOptions } from '../../../../electron/contract/printing.ts';
import type { OutputOf } from '../../../api/operation-types.ts';

/** Papers that come out of small printers; the others are pages, PDF or files. */
export const printedPapers = ['receipt', 'receipt_station', 'receipt_accountant', 'reversal_slip', 'correction_slip', 'lot_label', 'test_page', 'queue_slip', 'return_slip', 'crate_slip', 'voucher', 'sample_label', 'crate_label', 'crate_tag', 'parcel_label', 'member_card'] as const satisfies readonly PaperKind[];

/** True of what comes out of a label printer. */
const isLabel = (paper: PaperKind): boolean => labelPapers.includes(paper);

/** Papers that a printer of this language takes, in the order in which they are offered. */
export function offeredPapers(language: PrinterProfile['language']): PaperKind[] {
  if (language === 'page') return [...pagePapers, 'test_page'];
  return printedPapers.filter((paper) => paper === 'test_page' || isLabel(paper) === (language !== 'escpos'));
}

/** Kinds of printer, slips first. */
export const printerLanguages = ['escpos', 'tspl', 'zpl', 'epl2', 'cpcl', 'page'] as const satisfies readonly PrinterProfile['language'][];

export type LabelSettings = NonNullable<PrinterProfile['label']>;
/** A label printer as it comes out of its box. */
export const usualLabel: LabelSettings = { media: 'gap', darkness: 'usual', speed: 'usual', transfer: 'hex' };
/** The rolls that labels are drawn for. */
export const labelSizes = [{ widthMm: 30, heightMm: 20 }, { widthMm: 40, heightMm: 30 }, { widthMm: 60, heightMm: 40 }, { widthMm: 100, heightMm: 100 }] as const;

type Language = PrinterProfile['language'];
/** Languages in which label printers are asked for paper and head. */
export const asksLabels = (language: Language): boolean => language === 'tspl' || language === 'zpl';
/** True of a printer that is asked how it is before each paper. */
export const isAsked = ({ language, slip, label }: PrinterProfile): boolean => (language === 'escpos' ? slip?.answers === true : asksLabels(language) && label?.answers === true);
type Family = 'slip' | 'label' | 'page';

const familyOf = (language: Language): Family => (language === 'page' ? 'page' : language === 'escpos' ? 'slip' : 'label');
const widthOf = { slip: 80, label: 60, page: 210 } as const;

/** The same printer speaking another language: paper, papers and connection of a kind that it takes. */
export function spoken(printer: PrinterProfile, language: Language): PrinterProfile {
  const family = familyOf(language);
  if (familyOf(printer.language) === family) return { ...printer, language };
  const port: PrinterProfile['port'] = family === 'page' ? { kind: 'system', name: '' } : printer.port.kind === 'system' ? { kind: 'tcp', host: '', port: 9100 } : printer.port;
  return { ...printer, language, port, papers: offeredPapers(language), widthMm: widthOf[family], mode: family === 'slip' ? printer.mode : 'raster' };
}

export const portKinds = ['tcp', 'serial', 'file', 'simulator'] as const;
export type PortKind = PrinterProfile['port']['kind'];

/** A slip printer of which nothing is known: it cuts, has the usual characters and answers nothing. */
export const plainSlip: SlipOptions = { charset: 'gbk', density: 0, cut: 'partial', drawer: null, beeps: 0, nativeBarcode: false, answers: false };

/** The same printer with the options of its kind, as it comes out of its box where none are known: only with them can it be asked how it is. */
export function withOptions(printer: PrinterProfile): PrinterProfile {
  switch (familyOf(printer.language)) {
    case 'slip': return { ...printer, slip: printer.slip ?? plainSlip };
    case 'label': return { ...printer, label: printer.label ?? usualLabel };
    case 'page': return printer;
  }
}

/** The profile without what core says about its state. */
export function profileOf(row: OutputOf<'printer.list'>['rows'][number]): PrinterProfile {
  const { state: _state, waiting: _waiting, lastError: _lastError, paused: _paused, condition: _condition, ...profile } = row;
  return profile;
}

/** A receipt printer on the network, the most usual one; a label printer where receipts have theirs already. */
export function newPrinter(known: readonly PrinterProfile[]): PrinterProfile {
  const receipts = known.some((printer) => printer.papers.includes('receipt'));
  const taken = new Set(known.map((printer) => printer.id));
  const id = Array.from({ length: 9 }, (_, index) => `printer-${String(index + 1)}`).find((candidate) => !taken.has(candidate)) ?? 'printer-9';
  const shared = { id, name: '', port: { kind: 'tcp', host: '', port: 9100 } as const, invert: false };
  return receipts
    ? { ...shared, papers: [...labelPapers], language: 'tspl', widthMm: 60, mode: 'raster', nativeQr: false }
    : { ...shared, papers: ['receipt', 'reversal_slip', 'test_page', 'queue_slip', 'return_slip', 'crate_slip', 'voucher'], language: 'escpos', widthMm: 80, mode: 'text', nativeQr: true };
}

export function portOf(kind: PortKind, former: PrinterProfile['port']): PrinterProfile['port'] {
  if (kind === former.kind) return former;
  switch (kind) {
    case 'tcp': return { kind, host: '', port: 9100 };
    case 'serial': return { kind, path: '', baud: 9600 };
    case 'file': return { kind, path: '' };
    case 'system': return { kind, name: '' };
    case 'simulator': return { kind };
  }
}

/** True when core would take it: a name, papers, and an address. */
export function printerHolds(printer: PrinterProfile): boolean {
  if (printer.name.trim() === '' || printer.papers.length === 0) return false;
  switch (printer.port.kind) {
    case 'tcp': return printer.port.host.trim() !== '' && printer.port.port >= 1 && printer.port.port <= 65_535;
    case 'serial': return printer.port.path.trim() !== '' && printer.port.baud > 0;
    case 'file': return printer.port.path.trim() !== '';
    case 'system': return printer.port.name !== '';
    case 'simulator': return true;
  }
}
