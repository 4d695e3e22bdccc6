import type { OwnerPremium } from '../../domain/certified-premium.ts';
import { certificateKinds } from '../../domain/certified-premium.ts';
import type { QuotaContract } from '../../domain/farm-contract.ts';
import { leftOfQuota } from '../../domain/farm-contract.ts';
import type { FieldReader } from '../../domain/json-shape.ts';
import { sumGrams } from '../../domain/mass.ts';
import type { LineTerms, PriceSchedules } from '../../domain/price-schedule.ts';
import { RuleError } from '../../domain/rule-error.ts';
import { choiceOr, fieldOf, integerOr, objectsOr, textOr } from './calc-fields.ts';

const readContract = (input: FieldReader): QuotaContract => ({
  contractId: input.text('contract'), ownerId: input.text('owner'), grade: textOr(input, 'grade', null), floorE4: input.integer('floor_e4'),
  leftGrams: leftOfQuota(input.integer('quota_g'), integerOr(input, 'delivered_g', 0)),
});

const readPremium = (input: FieldReader): OwnerPremium => ({
  ownerId: input.text('owner'), certificateId: input.text('certificate'), kind: choiceOr(input, 'kind', certificateKinds, 'green'), number: input.text('certificate'),
  premiumId: input.text('certificate'), premiumE4: input.integer('premium_e4'),
});

/** Reads `contracts` and `premiums`. Refuses one whose owner does not own the goods (`owner_unknown`) and a contract named twice (`contract_twice`). */
export function readSchedules(input: FieldReader, owners: readonly string[]): PriceSchedules {
  const read = <Row extends { readonly ownerId: string }>(name: string, of: (row: FieldReader) => Row): Row[] => objectsOr(input, name).map((row) => {
    const found = of(row);
    if (!owners.includes(found.ownerId)) throw new RuleError('owner_unknown', fieldOf(row, 'owner'));
    return found;
  });
  const contracts = read('contracts', readContract);
  contracts.forEach(({ contractId }, index) => {
    if (contracts.findIndex((other) => other.contractId === contractId) !== index) throw new RuleError('contract_twice', `${fieldOf(input, 'contracts')}[${index}].contract`);
  });
  return { contracts, premiums: read('premiums', readPremium) };
}

/** How the price of a line came about: board, floor, premium. */
export const lineTermsRow = (terms: LineTerms | null, boardE4: number): unknown => ({
  board_e4: boardE4, base_e4: terms?.baseE4 ?? boardE4, contract: terms?.contract?.contractId ?? null, floor_e4: terms?.contract?.floorE4 ?? null,
  certificate: terms?.premium?.certificateId ?? null, premium_e4: terms?.premium?.premiumE4 ?? 0,
});

/** What every contract had left, what these lines took inside of its quota, and what is left now. */
export function quotaRows(contracts: readonly QuotaContract[], lines: ReadonlyArray<{ readonly quotaPart: string; readonly netGrams: number; readonly terms: LineTerms | null }>): unknown[] {
  return contracts.map(({ contractId, leftGrams }) => {
    const taken = sumGrams(lines.filter(({ quotaPart, terms }) => quotaPart === 'inside' && terms?.contract?.contractId === contractId).map(({ netGrams }) => netGrams));
    return { contract: contractId, left_before_g: leftGrams, taken_g: taken, left_g: leftGrams - taken };
  });
}
