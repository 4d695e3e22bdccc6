import { businessDate } from '../../domain/business-date.ts';
import { sheetOrder, type SheetOrder } from '../../contract/sheet.ts';
import { refuse, Refusal } from '../rpc/refusal.ts';
import { newSession } from '../rpc/session.ts';
import { readySheet } from '../services/sheet/print-sheet.ts';
import { startCore, type Core } from '../start.ts';
import type { CommandOptions } from './options.ts';
import { commandPlaces } from './places.ts';
import { windowlessHost } from './windowless-host.ts';

/** Forms of a sheet that need no window: the PDF that was kept, and the page itself. */
const forms = 'pdf, html';

/** The order of `--sheet`, as `sheet.print` takes it; refuses `sheet_order_invalid` with what is wrong with it. */
function askedOrder(text: string): SheetOrder {
  const parsed = sheetOrder.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  throw new Refusal('sheet_order_invalid', { reason: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A sheet from the command line. `pdf` gives the bytes of the first print; where there was none, no window is here to draw one and it says so
 * (`sheet_never_printed`). `html` gives the page that was printed first, or the one today's data would give.
 */
export async function sheetBytes(options: CommandOptions, text: string, form: string): Promise<Uint8Array> {
  const order = askedOrder(text);
  const { paths, kind } = commandPlaces(options);
  const core = await startCore({ paths, kind, host: windowlessHost });
  try {
    return sheetIn(core, order, form);
  } finally {
    await core.stop();
  }
}

/** A sheet in one form. Refuses `form_not_for_paper`, and `sheet_never_printed` for the PDF of a sheet that nobody has drawn. */
export function sheetIn({ station }: Core, order: SheetOrder, form: string): Uint8Array {
  if (form !== 'pdf' && form !== 'html') throw new Refusal('form_not_for_paper', { form, forms });
  const now = station.clock.now();
  const { page, kept } = readySheet({ station, session: newSession('cli'), db: station.db, now, businessDate: businessDate(now), user: null, approver: null }, order);
  return form === 'html' ? Buffer.from(page, 'utf8') : kept?.pdf ?? refuse('sheet_never_printed');
}
