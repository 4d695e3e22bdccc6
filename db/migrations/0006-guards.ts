/** Triggers that refuse a change of what has been posted. */
const appendOnly = [
  'device', 'event', 'seal', 'document', 'transition', 'command_log', 'audit', 'master_version', 'price_sheet', 'price', 'reading', 'reading_again', 'ticket', 'ticket_owner',
  'weighing', 'ticket_measure', 'ticket_line', 'ticket_deduction', 'payable', 'payable_void', 'lot', 'movement', 'journal_line', 'debt', 'cash_line',
  'settlement_batch', 'run_posted', 'debt_repayment', 'payout', 'payout_line', 'payout_return', 'settlement_release', 'settlement_role', 'clock_correction', 'incarnation', 'kept_paper',
] as const;

/** Rows of a settlement run may change until the run has its posted row; claims of a posted run stay for ever. */
const untilPosted = ['run_chunk', 'settlement', 'settlement_line', 'settlement_recovery', 'claim'] as const;

/** The trigger that keeps a table as it was posted. */
export const refuse = (table: string, action: 'UPDATE' | 'DELETE', when = ''): string =>
  `CREATE TRIGGER ${table}_no_${action.toLowerCase()} BEFORE ${action} ON ${table}${when} BEGIN SELECT RAISE(ABORT, 'posted rows are never changed: ${table}'); END;`;

const isPosted = (row: 'OLD' | 'NEW'): string => ` WHEN EXISTS (SELECT 1 FROM run_posted p WHERE p.run_id = ${row}.run_id)`;

const lateInsert = (table: string): string =>
  `CREATE TRIGGER ${table}_no_late_insert BEFORE INSERT ON ${table}${isPosted('NEW')} BEGIN SELECT RAISE(ABORT, 'the run is posted: ${table}'); END;`;

export const guards = {
  number: 6,
  name: 'guards',
  sql: [
    ...appendOnly.flatMap((table) => [refuse(table, 'UPDATE'), refuse(table, 'DELETE')]),
    ...untilPosted.flatMap((table) => [refuse(table, 'UPDATE', isPosted('OLD')), refuse(table, 'DELETE', isPosted('OLD')), lateInsert(table)]),
  ].join('\n'),
} as const;
