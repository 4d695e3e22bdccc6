import type { ReadHandle } from '../../../../db/connection.ts';
import { accountRoles, chartOfAccounts } from '../../../../db/queries/accounts.queries.ts';
import { digestOf } from '../../platform/digest.ts';

/** The digest of the chart of accounts and of which account each posting rule means; the founding's event carries it. */
export const digestOfAccounts = (db: ReadHandle): string => digestOf({ accounts: chartOfAccounts.all(db, {}), roles: accountRoles.all(db, {}).toSorted((one, other) => (one.role < other.role ? -1 : 1)) });
