import { join } from 'node:path';
import type { OutputOf } from '../../../contract/operations.ts';
import { mayRole } from '../../../contract/permission.ts';
import type { Permission } from '../../../contract/permission.ts';
import type { SheetKind, SheetOrder } from '../../../contract/sheet.ts';
import { boxedOn, boxMissingCharacters } from '../../documents/html-page.ts';
import { shippedFonts } from '../../documents/shipped-fonts.ts';
import { markedCopy, sheetPage, type Sheet, type SheetMade } from '../../documents/sheets/sheet-page.ts';
import { sheetWords } from '../../documents/sheets/sheet-words.ts';
import { signedCode } from '../../documents/signed-code.ts';
import type { BaseContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { pagePdf } from '../printing/page-pdf.ts';
import { findKept, printsOf, type KeptSheet, type SheetForm } from './keep-sheet.ts';
import { sheetSource } from './sources.ts';
import type { SheetSource } from './sheet-source.ts';

/** Where the printing window of the shell serves the product's fonts. */
export const fontBase = 'app://print/fonts/';

/** A page in which every character that no shipped font has stands as its boxed code point. Fault `font_missing`. */
export const boxedPage = ({ paths }: Pick<Station, 'paths'>, page: string): string => boxMissingCharacters(page, shippedFonts(join(paths.resources, 'fonts')).covers).page;

/** Who may have which sheet: those who may see on the screen what stands on it. */
const rights: Readonly<Record<SheetKind, Permission>> = {
  day: 'report.read', purchase_note: 'ticket.read', notice: 'settlement.read', scale_book: 'scale_book.read', grading: 'ticket.read', grading_form: 'product.read', statement: 'settlement.read', payout: 'settlement.read', price_board: 'price.read',
};

/** Refuses `sheet_not_permitted` where the person may not see on the screen what stands on the sheet. */
export function checkRight(context: BaseContext, kind: SheetKind): void {
  if (!mayRole(signedIn(context).role, rights[kind])) refuse('sheet_not_permitted');
}

/** A sheet, ready to leave: what is kept of it, or the page that today's data gives. */
export interface ReadySheet { readonly form: SheetForm; readonly source: SheetSource; readonly sheet: Sheet; readonly kept: KeptSheet | null; /** How often it has left before. */ readonly prints: number; readonly page: string; readonly boxed: readonly string[] }

/** Reads what the order names and sets its page; what was drawn before is taken as it was. Refuses as the order's kind does. */
export function readySheet(context: QueryContext, order: SheetOrder): ReadySheet {
  const { station } = context;
  const source = sheetSource(context, order);
  const code: SheetMade['code'] = (facts) => signedCode({ ...facts, number: source.subject }, station.keys?.signing ?? null);
  const sheet = source.draw(sheetWords(order.language), { at: context.now, code });
  const form = { kind: order.kind, language: order.language, size: sheet.size };
  const kept = findKept(station, context.db, form, source);
  const page = kept?.page ?? boxedPage(station, sheetPage(sheet, order.language, fontBase));
  return { form, source, sheet, kept, prints: printsOf(context.db, form, source, kept?.id ?? null), page, boxed: boxedOn(page) };
}

/** The page, marked as the copy that is made now. */
export function copyOf(context: BaseContext, { form, source, prints, page }: ReadySheet): string {
  const mark = { copyNo: prints, at: context.now, byName: signedIn(context).name, voidedBy: source.voidedBy };
  return boxedPage(context.station, markedCopy(page, form.language, mark));
}

/** The PDF of a sheet, what it is at the foot of every page; fault `window_missing`. */
export const drawPdf = (station: Station, page: string, { size }: Sheet, { kind }: SheetForm, { subject }: SheetSource): Promise<Buffer> =>
  pagePdf(station.host, page, { paper: size === 'A5' ? 'A5' : 'A4', preferCssPageSize: true, footer: `${kind.replaceAll('_', '-')} ${subject}` });

/** The page for the window to look at: the body of exactly what would be drawn, and its style. */
export function previewSheet(context: QueryContext, { order }: { readonly order: SheetOrder }): OutputOf<'sheet.preview'> {
  checkRight(context, order.kind);
  const ready = readySheet(context, order);
  const copyNo = ready.prints;
  const page = copyNo === 0 ? ready.page : copyOf(context, ready);
  const between = (start: string, end: string): string => page.slice(page.indexOf(start) + start.length, page.lastIndexOf(end));
  return { body: between('<body>', '</body>'), style: between('<style>', '</style>'), title: ready.sheet.title, size: ready.sheet.size, copyNo, boxed: [...ready.boxed] };
}
