import type { FoundingPlan } from '../setup.service.ts';
import type { PriceE4 } from '../../../domain/price.ts';
import { parsePricePerJin, parsePricePerKilogram } from '../../../domain/price.ts';

/** Prices as the village says them: yuan per jin, tianma by the kilogram. Grades that are not bought have none. Practice figures, near those of 2026. */
const perJin: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CHILI-CTJ': { G1: '11.60', G2: '10.20', G3: '8.50' },
  'TEA-DYMJ': { ZP: '120', TJ: '80', G1: '50', G2: '30', G3: '15', G3A: '8', G4: '5' },
  'TEA-MTCY': { TJ: '60', G1: '40', G2: '25', G3: '12' },
  'KIWI-XW': { G1: '4.00', G2: '3.00', G3: '2.00' },
  CILI: { TH: '3.00', CJ: '1.50' },
  'SWPO-ZY': { G1: '1.80', G2: '1.20', G3: '0.70' },
  'PLUM-ZN': { '4A': '25', '3A': '18', '2A': '12', A: '8' },
  'APPLE-WN': { U: '2.50', G1: '2.00', G2: '1.50', REJ: '0.60' },
};
const perKilogram: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'TIANMA-DF': { TD: '58', G1: '45', G2: '36', G3: '28' } };

type Price = FoundingPlan['prices'][number];

function sheet(table: typeof perJin, parse: (text: string) => PriceE4 | null): Price[] {
  return Object.entries(table).flatMap(([productCode, grades]) => Object.entries(grades).map(([grade, text]) => {
    const priceE4 = parse(text);
    if (priceE4 === null) throw new Error(`no price: ${text}`);
    return { productCode, grade, priceE4 };
  }));
}

/** The first price sheet of a practice station. */
export const practicePrices = (): Price[] => [...sheet(perJin, parsePricePerJin), ...sheet(perKilogram, parsePricePerKilogram)];
