import type { TestStation } from './station.ts';

interface Sum { readonly n: number }
const one = (station: TestStation, sql: string): number => (station.core.station.db.file.prepare(sql).get() as Sum).n;

/**
 * Looks for what must never be in the books, by SQL of its own: an entry out of balance, cash below zero or unlike its lines, a payable
 * settled twice, a settlement paid twice or unlike its lines, an open item unlike its recoveries. Returns the names of what is wrong.
 */
export function moneyFaults(station: TestStation): string[] {
  const checks: Record<string, string> = {
    'journal out of balance': 'SELECT count(*) AS n FROM (SELECT document_id FROM journal_line GROUP BY document_id HAVING sum(debit_fen) <> sum(credit_fen))',
    'cash unlike its lines': 'SELECT count(*) AS n FROM cash_balance b WHERE balance_fen <> (SELECT sum(amount_fen) FROM cash_line l WHERE l.cash_box_id = b.cash_box_id)',
    'cash below zero': 'SELECT count(*) AS n FROM cash_balance WHERE balance_fen < 0',
    'payable settled twice': `SELECT count(*) AS n FROM (SELECT l.payable_id FROM settlement_line l JOIN run_posted p ON p.run_id = l.run_id GROUP BY l.payable_id HAVING count(*) > 1)`,
    'line without claim': `SELECT count(*) AS n FROM settlement_line l JOIN run_posted p ON p.run_id = l.run_id LEFT JOIN claim c ON c.payable_id = l.payable_id AND c.settlement_id = l.settlement_id WHERE c.payable_id IS NULL`,
    'claim without line': `SELECT count(*) AS n FROM claim c LEFT JOIN settlement_line l ON l.settlement_id = c.settlement_id AND l.payable_id = c.payable_id WHERE l.payable_id IS NULL`,
    'void payable settled': 'SELECT count(*) AS n FROM claim c JOIN payable_void v ON v.payable_id = c.payable_id',
    'settlement unlike its lines': `SELECT count(*) AS n FROM settlement s JOIN settlement_run r ON r.id = s.run_id WHERE r.state IN ('posted', 'calculated') AND gross_fen <> (SELECT sum(amount_fen) FROM settlement_line l WHERE l.settlement_id = s.id)`,
    'settlement unlike its recoveries': 'SELECT count(*) AS n FROM settlement s WHERE recovered_fen <> (SELECT coalesce(sum(amount_fen), 0) FROM settlement_recovery r WHERE r.settlement_id = s.id)',
    'posted run unlike its settlements': `SELECT count(*) AS n FROM run_posted p WHERE gross_fen <> (SELECT sum(gross_fen) FROM settlement s WHERE s.run_id = p.run_id) OR paid_fen <> (SELECT sum(paid_fen) FROM settlement s WHERE s.run_id = p.run_id)`,
    'settlement paid twice': 'SELECT count(*) AS n FROM (SELECT l.settlement_id FROM payout_line l GROUP BY l.settlement_id HAVING count(*) - (SELECT count(*) FROM payout_return r WHERE r.settlement_id = l.settlement_id) > 1)',
    'paid otherwise than settled': 'SELECT count(*) AS n FROM payout_line l JOIN settlement s ON s.id = l.settlement_id WHERE l.amount_fen <> s.paid_fen',
    'open item unlike its recoveries': `SELECT count(*) AS n FROM open_item o WHERE left_fen <> original_fen - (SELECT coalesce(sum(r.amount_fen), 0) FROM settlement_recovery r JOIN run_posted p ON p.run_id = r.run_id WHERE r.open_item_id = o.document_id)
      - (SELECT coalesce(sum(y.amount_fen), 0) FROM debt_repayment y WHERE y.debt_id = o.document_id) AND NOT (left_fen = 0 AND EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = o.document_id))`,
    'numbers with a gap': `SELECT count(*) AS n FROM (SELECT first_number, lag(first_number + settlements, 1, 1) OVER (ORDER BY first_number) AS expected FROM run_posted) WHERE first_number <> expected`,
  };
  return Object.entries(checks).filter(([, sql]) => one(station, sql) > 0).map(([name]) => name);
}

/** Throws what `moneyFaults` finds; for the end of a test. */
export function assertSoundBooks(station: TestStation): void {
  const faults = moneyFaults(station);
  if (faults.length > 0) throw new Error(`the books are broken: ${faults.join(', ')}`);
}
