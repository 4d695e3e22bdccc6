import { allProducts } from '../../../db/queries/product.queries.ts';
import { cashBoxes } from '../../../db/queries/cash.queries.ts';
import type { Locale } from '../../contract/fields.ts';
import { practicePeople } from '../../contract/practice.ts';
import type { CommandContext } from '../rpc/handler.ts';
import { saveCertificate } from './contract/certificates.ts';
import { signContract } from './contract/sign.ts';
import { sellOnCredit } from './cash/debts.ts';
import { moveFloat } from './cash/float.ts';
import { saveAccount } from './member/accounts.ts';
import { addMember } from './member/save.ts';
import { publishTerms } from './deduction.service.ts';
import { setPrinters } from './printing/set-printers.ts';
import type { FoundingPlan } from './setup.service.ts';
import { publishPrices } from './product.service.ts';
import { definitions } from './setup-goods.ts';
import { practiceMembers } from './training/practice-people.ts';
import { practicePrices } from './training/practice-prices.ts';
import { contractedGoods, contractedMember, practiceCertificate, practiceContract, practicePremiumE4, practiceTerms } from './training/practice-terms.ts';
import { practicePrinters } from './training/practice-printers.ts';

/** The practice cooperative: same shape as a real first run. */
export function trainingPlan(locale: Locale): FoundingPlan {
  return {
    locale,
    cooperative: { name: '云岭练习农民专业合作社', creditCode: null, phone: null, address: null },
    station: { code: 'GZ01', name: '云岭村服务站', village: '云岭村', deskLetter: 'A' },
    people: [...practicePeople],
    products: definitions().map((product) => product.code),
    prices: practicePrices(),
  };
}

/** Cash in the box on the first morning: 5,000 yuan. */
const floatFen = 500_000;
/** What one member owes for seed and fertiliser, so that a settlement has something to recover. */
const credits = [['红薯种苗', 64_000], ['复合肥', 138_650]] as const;

/** A contract, a certificate with its premium and published terms of deduction, so that a trainer can show a delivery under all of them. */
function seedTerms(context: CommandContext, memberId: string, locale: Locale): void {
  const product = allProducts.all(context.tx, {}).find(({ code }) => code === contractedGoods);
  if (product === undefined) throw new Error(`no product ${contractedGoods}`);
  const productId = product.ulid;
  publishTerms(context, { productId, basedOn: null, effectiveFrom: null, reason: locale === 'zh' ? '练习用的扣法' : 'Practice terms', ...practiceTerms });
  publishPrices(context, { note: locale === 'zh' ? '绿色食品加价' : 'Premium for green food', rows: [], premiums: [{ productId, kind: 'green', premiumE4: practicePremiumE4 }] });
  signContract(context, { memberId, productId, note: null, ...practiceContract(context.businessDate) });
  saveCertificate(context, { memberId, productId, ...practiceCertificate(context.businessDate) });
}

/**
 * Fills a practice station in the founding transaction: thirty people, simulated printers, cash in the box, two open credits, and one
 * contract with its terms. The
 * context acts for the manager, with the accountant as the second person for the cash. The simulated scale needs no setting.
 */
export function seedTraining(context: CommandContext, locale: Locale): void {
  const members = practiceMembers().map(({ input, account }) => {
    const { id } = addMember(context, input);
    if (account !== null) saveAccount(context, { memberId: id, bankName: '练习农商银行', cnapsCode: null, kind: 'card', account, typedTwice: true });
    if (input.name === contractedMember) seedTerms(context, id, locale);
    return id;
  });
  setPrinters(context, practicePrinters(locale));
  const [box] = cashBoxes.all(context.tx, {});
  if (box) moveFloat(context, { cashBoxId: box.id, direction: 'in', amountFen: floatFen, note: locale === 'zh' ? '练习备用金' : 'Practice float' });
  const [debtor] = members;
  if (debtor === undefined) return;
  for (const [goods, amountFen] of credits) sellOnCredit(context, { memberId: debtor, goods, amountFen, consent: locale === 'zh' ? '同意从货款里扣' : 'Agreed to recovery from produce' });
}
