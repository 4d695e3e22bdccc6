import type { firstSlip } from '../../../../db/queries/print.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import type { SlipLanguage } from '../../documents/paper-text.ts';
import type { SlipCopy } from '../../documents/small-slip.ts';
import { readStoredSlip } from '../../documents/stored-slip.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { escposProfile } from './paper-request.ts';
import { looksOf } from './slip-looks.ts';
import { languageOfLooks } from './versioned-looks.ts';

type FirstSlip = ReturnType<typeof firstSlip.first>;

/**
 * A slip that was printed before, as it was then: names, debts, looks and program may have changed since. On a printer that is set up as the
 * first one was, the very bytes; on another, the same slip laid out for its paper. Null where nothing was printed yet, or where it is asked for
 * in another language, which can only be drawn from the books.
 */
export function keptSlipRequest(context: QueryContext, first: FirstSlip, order: { readonly paper: string; readonly locale: Locale; readonly copy: SlipCopy | null }, printer: PrinterProfile | null): PaperRequest | null {
  if (!first) return null;
  const looks = looksOf(context.db, order.paper, printer?.id ?? null);
  // Looks that say a language hold for new slips; a copy changes its language only where a person asked for it.
  const wanted = looks?.layout.language === 'person' ? languageOfLooks(looks.layout, order.locale) : first.locale;
  if (wanted !== first.locale && first.locale !== 'both') return null;
  const profile = escposProfile(printer);
  const same = JSON.stringify(profile) === first.profile && first.copyAt !== null;
  return { kind: 'keptSlip', locale: first.locale as SlipLanguage, slip: readStoredSlip(first.slip), copy: order.copy, original: same ? { bytes: first.bytes, copyAt: first.copyAt ?? 0 } : null, profile };
}
