import { query } from '../sql.ts';

export const accountRoles = query<object>()((k) => k.selectFrom('account_role').select(['role', 'account_id as accountId']));
export const chartOfAccounts = query<object>()((k) => k.selectFrom('account').select(['id', 'code', 'name_zh as nameZh', 'name_en as nameEn', 'kind']).orderBy('id'));
