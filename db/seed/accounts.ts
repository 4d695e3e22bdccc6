import type { WriteHandle } from '../connection.ts';
import { insertRow } from '../insert.ts';

/** Accounts the station uses, after the cooperative accounting system in common use; codes are rows here and nowhere else. */
const accounts = [
  ['101', '库存现金', 'Cash on hand', 'asset'], ['102', '银行存款', 'Bank deposits', 'asset'], ['113', '应收款', 'Receivables', 'asset'],
  ['114', '成员往来', 'Member current account', 'asset'], ['121', '产品物资', 'Produce and goods', 'asset'], ['125', '委托代销商品', 'Goods consigned out', 'asset'],
  ['127', '受托代购商品', 'Goods bought on behalf', 'asset'], ['128', '受托代销商品', 'Goods held on consignment', 'asset'], ['211', '应付款', 'Payables', 'liability'],
  ['221', '应付盈余返还', 'Patronage refund payable', 'liability'], ['222', '应付剩余盈余', 'Residual surplus payable', 'liability'],
  ['235', '专项应付款', 'Special payables', 'liability'], ['301', '股金', 'Member capital', 'equity'], ['311', '专项基金', 'Special fund', 'equity'],
  ['321', '资本公积', 'Capital reserve', 'equity'], ['322', '盈余公积', 'Surplus reserve', 'equity'], ['331', '本年盈余', 'Surplus of the year', 'equity'],
  ['332', '盈余分配', 'Surplus distribution', 'equity'], ['501', '经营收入', 'Operating income', 'result'], ['521', '经营支出', 'Operating cost', 'result'],
] as const;

/** Which account each posting rule means. Cash floats come from the bank account unless an accountant says otherwise. */
const roles: Readonly<Record<string, string>> = {
  cash: '101', bank: '102', member_current: '114', other_payable: '211', produce: '121', consigned_goods: '128', sales: '501', cost_of_sales: '521', owner_funds_transfer: '113',
};

/** Fills the chart of accounts of a new folder. */
export function seedAccounts(tx: WriteHandle): void {
  const ids = new Map(accounts.map(([code, nameZh, nameEn, kind]) => [code as string, insertRow(tx, 'account', { code, name_zh: nameZh, name_en: nameEn, kind })]));
  for (const [role, code] of Object.entries(roles)) insertRow(tx, 'account_role', { role, account_id: ids.get(code) ?? 0 });
}
