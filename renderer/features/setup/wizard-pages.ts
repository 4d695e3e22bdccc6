import { creditCodeHolds, personTrouble, stationCodeHolds, type FirstPlan, type Offer } from './first-plan.ts';

export type WizardPage =
  | { readonly group: 'cooperative' | 'station' | 'people' | 'products' | 'summary' }
  | { readonly group: 'prices'; readonly product: Offer };

/** Why the person cannot go on from a page yet, or null. The page itself marks the field. */
export function firstTrouble(plan: FirstPlan, page: WizardPage): string | null {
  switch (page.group) {
    case 'cooperative':
      if (plan.cooperative.name.trim() === '') return 'name';
      return creditCodeHolds(plan.cooperative.creditCode) ? null : 'creditCode';
    case 'station':
      if (plan.station.name.trim() === '') return 'name';
      if (!stationCodeHolds(plan.station.code)) return 'code';
      return /^[A-Z]$/u.test(plan.station.deskLetter) ? null : 'deskLetter';
    case 'people':
      return plan.people.map((_, index) => personTrouble(plan, index)).find((trouble) => trouble !== null) ?? null;
    case 'products':
      return plan.products.length === 0 ? 'products' : null;
    case 'prices':
      return plan.products.includes(page.product.code) && Object.entries(plan.prices).some(([key, price]) => key.startsWith(`${page.product.code}/`) && price.typed.trim() !== '' && price.priceE4 === null) ? 'price' : null;
    case 'summary':
      return null;
  }
}
