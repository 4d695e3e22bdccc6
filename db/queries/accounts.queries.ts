import { query } from '../sql.ts';

export const accountRoles = query<object>()((k) => k.selectFrom('account_role').select(['role', 'account_id as accountId']));
