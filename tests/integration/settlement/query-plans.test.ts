import { afterAll, beforeAll, expect, test } from 'vitest';
import { cashBook, spentOnDay } from '../../../db/queries/cash.queries.ts';
import { batchByUlid, heldBackOfRun, linesOfSettlement, payoutSheetRows, recoveriesOfSettlement, settlementByUlid, settlementsOfRun, unpaidOfRun } from '../../../db/queries/settlement.queries.ts';
import { runsOnItem } from '../../../db/queries/debt.queries.ts';
import { ticketOfLoad } from '../../../db/queries/ticket.queries.ts';
import { waitingTicketOfRun } from '../../../db/queries/settlement-report.queries.ts';
import { addClaims, addLines, anyWaiting, chunkText, claimOf, debtsOfPayees, leftOutOfScope, nextPayees, owedByPayee, payeesOfMemberDay, reduceItems, runsTouched, takeAwaySettlements, waitingOfScope } from '../../../db/queries/settlement-run.queries.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await testStation();
});
afterAll(async () => {
  await station.close();
});

const statements = {
  anyWaiting, heldBackOfRun, runsOnItem, ticketOfLoad, waitingOfScope, waitingTicketOfRun, cashBook, spentOnDay, batchByUlid, linesOfSettlement, payoutSheetRows, recoveriesOfSettlement, settlementByUlid, settlementsOfRun, unpaidOfRun,
  addClaims, addLines, chunkText, claimOf, debtsOfPayees, leftOutOfScope, nextPayees, owedByPayee, payeesOfMemberDay, reduceItems, runsTouched, takeAwaySettlements,
};
/** Tables that grow with every ticket; nothing asked at the desk or in a chunk may read one from end to end. */
const growing = /SCAN (p|l|c|s|d|t|r|e|payable|claim|settlement|settlement_line|document|cash_line|transition|event|open_item)\b/;

test.each(Object.entries(statements))('%s reads by index only', (_name, statement) => {
  const { sql } = statement;
  const parameters = (sql.match(/\?/g) ?? []).map(() => 1);
  const plan = (station.core.station.db.file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as Array<{ detail: string }>).map((row) => row.detail);
  expect(plan.filter((detail) => growing.test(detail))).toEqual([]);
});
