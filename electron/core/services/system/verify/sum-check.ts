import type { ReadHandle } from '../../../../../db/connection.ts';
import { masterTables } from '../../../../../db/queries/masters.queries.ts';
import { crateDifferences } from '../../../../../db/queries/crate.queries.ts';
import { bindingDifferences } from '../../../../../db/queries/grading.queries.ts';
import { currentRows, eventsAbout, lastVersions } from '../../../../../db/queries/verify.queries.ts';
import {
  cashDifferences, claimDifferences, countersignDifferences, journalDifference, openItemDifferences, payablesTakenTwice, payoutClaimDifferences, runDifferences, runStateDifferences,
  settlementDifferences, stockDifferences, unbalancedDocuments,
} from '../../../../../db/queries/verify-sums.queries.ts';
import { canonicalText } from '../../../platform/canonical-text.ts';
import { withoutRowId } from '../../books/canonical-rows.ts';
import { yuanText } from '../../../../domain/money.ts';
import { kilogramText } from '../../../../domain/mass.ts';
import type { FindingList } from './findings.ts';

/** The journal is zero in sum and for each document; settlements and runs add up. */
export function checkSums(db: ReadHandle, findings: FindingList): void {
  for (const { number, difference } of unbalancedDocuments.all(db, {})) findings.add('journal_unbalanced', { number, yuan: yuanText(difference) });
  const { difference } = journalDifference.one(db, {});
  if (difference !== 0) findings.add('journal_sum', { yuan: yuanText(difference) });
  for (const { settlement } of settlementDifferences.all(db, {})) findings.add('settlement_differs', { settlement });
  for (const { run } of runDifferences.all(db, {})) findings.add('run_differs', { run });
  for (const { run } of runStateDifferences.all(db, {})) findings.add('run_state_differs', { run });
}

/** Rebuilds what is kept ready (stock, open items, cash, claims, waiting consents, current master rows) and compares. */
export function checkProjections(db: ReadHandle, findings: FindingList): void {
  for (const row of stockDifferences.all(db, {})) findings.add('stock_differs', { lot: row.lot, rebuilt: kilogramText(row.rebuilt), kept: kilogramText(row.kept) });
  for (const { member, rebuilt, kept } of crateDifferences.all(db, {})) findings.add('crates_differ', { member, rebuilt, kept });
  for (const { code } of bindingDifferences.all(db, {})) findings.add('sample_binding_differs', { code });
  for (const row of openItemDifferences.all(db, {})) findings.add('open_item_differs', { number: row.number, rebuilt: yuanText(row.rebuilt), kept: yuanText(row.kept ?? 0) });
  for (const row of cashDifferences.all(db, {})) findings.add('cash_differs', { box: row.box, rebuilt: yuanText(row.rebuilt), kept: yuanText(row.kept) });
  for (const { payable } of payablesTakenTwice.all(db, {})) findings.add('payable_twice', { payable });
  for (const { payable } of claimDifferences.all(db, {})) findings.add('claim_differs', { payable });
  for (const { settlement } of payoutClaimDifferences.all(db, {})) findings.add('payout_claim_differs', { settlement });
  for (const { number } of countersignDifferences.all(db, {})) findings.add('countersign_differs', { number });
  for (const table of masterTables) checkCurrentRows(db, table, findings);
}

function checkCurrentRows(db: ReadHandle, entity: string, findings: FindingList): void {
  const last = new Map(lastVersions.all(db, { entity }).map((row) => [row.ulid, row]));
  for (const row of currentRows(db, entity)) {
    const version = last.get(row.ulid);
    last.delete(row.ulid);
    const event = version ? eventsAbout.first(db, { docId: `${entity}:${row.ulid}@${version.version}` }) ?? null : null;
    if (version?.payload !== canonicalText(withoutRowId(row))) findings.add('master_row_differs', { entity, ulid: row.ulid }, event);
  }
  for (const { ulid, version } of last.values()) findings.add('master_row_missing', { entity, ulid }, eventsAbout.first(db, { docId: `${entity}:${ulid}@${version}` }) ?? null);
}
