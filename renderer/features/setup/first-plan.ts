import { checkIdentifier } from '../../../electron/domain/identifiers.ts';
import { pinProblem } from '../../../electron/domain/pin-rule.ts';
import { parsePricePerJin, parsePricePerKilogram, pricePerJinText, priceText, type PriceE4 } from '../../../electron/domain/price.ts';
import type { InputOf, OutputOf } from '../../api/operation-types.ts';
import type { Language } from '../../ui/language/languages.ts';

export type Offer = OutputOf<'setup.offer'>['products'][number];
export type TradedUnit = Offer['tradedUnit'];
export type FirstRole = 'manager' | 'accountant' | 'clerk' | 'grader';

export interface FirstPerson {
  /** Only for the window, to tell two people of one role apart. */
  readonly id: string;
  readonly role: FirstRole;
  readonly name: string;
  readonly pin: string;
  readonly again: string;
}

/** What was typed so far in the first run. Nothing of it is kept anywhere until the station is founded. */
export interface FirstPlan {
  readonly cooperative: { readonly name: string; readonly creditCode: string; readonly phone: string; readonly address: string };
  readonly station: { readonly name: string; readonly village: string; readonly code: string; readonly deskLetter: string };
  readonly people: readonly FirstPerson[];
  readonly products: readonly string[];
  /** The unit prices are typed in, by product. */
  readonly units: Readonly<Record<string, TradedUnit>>;
  /** Prices by product and grade, in 1/10,000 yuan per kilogram; `typed` keeps what stands in the field. */
  readonly prices: Readonly<Record<string, TypedPrice>>;
}

export interface TypedPrice {
  readonly typed: string;
  readonly priceE4: PriceE4 | null;
}

export function newPerson(role: FirstRole): FirstPerson {
  return { id: crypto.randomUUID(), role, name: '', pin: '', again: '' };
}

export const emptyPlan: FirstPlan = {
  cooperative: { name: '', creditCode: '', phone: '', address: '' },
  station: { name: '', village: '', code: 'GZ01', deskLetter: 'A' },
  people: [newPerson('manager'), newPerson('accountant')],
  products: [], units: {}, prices: {},
};

export const priceKey = (productCode: string, grade: string): string => `${productCode}/${grade}`;

export function unitOf(plan: FirstPlan, offer: Offer): TradedUnit {
  return plan.units[offer.code] ?? offer.tradedUnit;
}

/** The price a text means in a unit; a price per 斤 is doubled exactly. */
export function priceOf(meaning: string | null, unit: TradedUnit): PriceE4 | null {
  if (meaning === null) return null;
  return unit === 'jin' ? parsePricePerJin(meaning) : parsePricePerKilogram(meaning);
}

/** The same prices, written in the other unit. */
export function withUnit(plan: FirstPlan, offer: Offer, unit: TradedUnit): FirstPlan {
  const rewritten = offer.grades.flatMap((grade): readonly [string, TypedPrice][] => {
    const price = plan.prices[priceKey(offer.code, grade.id)];
    if (price === undefined || price.priceE4 === null) return [];
    return [[priceKey(offer.code, grade.id), { priceE4: price.priceE4, typed: unit === 'jin' ? pricePerJinText(price.priceE4) : priceText(price.priceE4) }]];
  });
  return { ...plan, units: { ...plan.units, [offer.code]: unit }, prices: { ...plan.prices, ...Object.fromEntries(rewritten) } };
}

/** True where the figure came from a public text; all others are samples that the cooperative has to approve. */
export function isConfirmed(confidence: string): boolean {
  return confidence === 'seen';
}

export type PersonTrouble = 'name' | 'pinWeak' | 'pinsDiffer' | 'pinTaken';

/** What is still wrong with a person, by the field where it belongs. */
export function personTrouble(plan: FirstPlan, index: number): PersonTrouble | null {
  const person = plan.people[index];
  if (person === undefined || person.name.trim() === '') return 'name';
  if (pinProblem(person.pin) !== null) return 'pinWeak';
  if (person.pin !== person.again) return 'pinsDiffer';
  return plan.people.some((other, at) => at !== index && other.pin === person.pin) ? 'pinTaken' : null;
}

export function creditCodeHolds(code: string): boolean {
  return code.trim() === '' || checkIdentifier('uscc', code).valid;
}

export function stationCodeHolds(code: string): boolean {
  return /^[A-Z]{2}\d{2}$/u.test(code);
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Names to sign in with from the command line: the role, numbered from the second person on. */
function loginOf(people: readonly FirstPerson[], index: number): string {
  const role = people[index]?.role ?? 'clerk';
  const before = people.slice(0, index).filter((person) => person.role === role).length;
  return before === 0 ? role : `${role}${String(before + 1)}`;
}

/** The command that founds the station. */
export function foundingInput(plan: FirstPlan, offers: readonly Offer[], locale: Language): InputOf<'setup.create'> {
  const chosen = offers.filter((offer) => plan.products.includes(offer.code));
  return {
    locale,
    cooperative: {
      name: plan.cooperative.name, creditCode: orNull(plan.cooperative.creditCode.replace(/\s/gu, '').toUpperCase()), phone: orNull(plan.cooperative.phone), address: orNull(plan.cooperative.address),
    },
    station: { code: plan.station.code, name: plan.station.name, village: orNull(plan.station.village), deskLetter: plan.station.deskLetter },
    people: plan.people.map((person, index) => ({ login: loginOf(plan.people, index), name: person.name, role: person.role, pin: person.pin })),
    products: chosen.map((offer) => offer.code),
    prices: chosen.flatMap((offer) => offer.grades.flatMap((grade) => {
      const price = plan.prices[priceKey(offer.code, grade.id)]?.priceE4 ?? null;
      return price === null ? [] : [{ productCode: offer.code, grade: grade.id, priceE4: price }];
    })),
  };
}
