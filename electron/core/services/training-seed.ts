import type { Locale } from '../../contract/fields.ts';
import type { CommandContext } from '../rpc/handler.ts';
import type { FoundingPlan } from './setup.service.ts';
import { definitions } from './setup-goods.ts';

/** The practice cooperative: same shape as a real first run. */
export function trainingPlan(locale: Locale): FoundingPlan {
  const products = definitions();
  return {
    locale,
    cooperative: { name: '云岭练习农民专业合作社', creditCode: null, phone: null, address: null },
    station: { code: 'GZ01', name: '云岭村服务站', village: '云岭村', deskLetter: 'A' },
    people: [
      { login: 'zhanzhang', name: '王站长', role: 'manager', pin: '2580' }, { login: 'kuaiji', name: '李会计', role: 'accountant', pin: '1470' },
      { login: 'siban', name: '张司磅', role: 'clerk', pin: '3690' },
    ],
    products: products.map((product) => product.code),
    prices: products.flatMap((product) => (product.schemes[0]?.grades ?? []).map((grade, index) => ({ productCode: product.code, grade: grade.id, priceE4: Math.max(8_000, 64_000 - 14_000 * index) }))),
  };
}

export function seedTraining(_context: CommandContext, _locale: Locale): void {
  return undefined;
}
