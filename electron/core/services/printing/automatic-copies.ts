import type { ReadHandle } from '../../../../db/connection.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import type { PaperKind } from '../../../contract/printing.ts';
import { parseJson } from '../../platform/json-text.ts';

/** Papers that come out by themselves when their document is posted. */
export type AutomaticPaper = 'receipt' | 'reversal_slip' | 'correction_slip' | 'return_slip' | 'crate_slip' | 'voucher';

/** A weigh slip comes in up to three: for the member, the station, the accountant, in this order; every other paper once. */
const copiesOf: Readonly<Record<AutomaticPaper, readonly PaperKind[]>> = {
  receipt: ['receipt', 'receipt_station', 'receipt_accountant'], reversal_slip: ['reversal_slip'], correction_slip: ['correction_slip'], return_slip: ['return_slip'], crate_slip: ['crate_slip'], voucher: ['voucher'],
};

/** What is printed of a paper when its document is posted, as the station chose under `print.copies.<paper>`; one where nobody chose. What is left out can be printed later. */
export function papersToPrint(db: ReadHandle, paper: AutomaticPaper): readonly PaperKind[] {
  const chosen = parseJson(settingValue.first(db, { key: `print.copies.${paper}` })?.value ?? '');
  const count = typeof chosen === 'number' && Number.isInteger(chosen) && chosen >= 0 ? chosen : 1;
  return copiesOf[paper].slice(0, count);
}
