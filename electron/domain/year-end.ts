import type { Fen } from './money.ts';
import { allocate } from './allocate.ts';
import { sumFen } from './money.ts';
import { divideHalfUp, divideUp } from './rounding.ts';
import { RuleError, basisPoints, nonNegativeInteger, toSafeNumber } from './rule-error.ts';

/** A member's account at the year end (Cooperatives Law art. 43), in fen; opening shares, before this year's quantification. */
export interface YearEndMember {
  readonly no: string;
  /** Value of the business with the cooperative in the year; business of non-members is never here. */
  readonly volumeFen: Fen;
  readonly capitalFen: Fen;
  readonly reserveShareFen: Fen;
  readonly subsidyShareFen: Fen;
}

/** The year's result and the decision of the assembly. List the members by member number: it decides ties. */
export interface YearEndInput {
  readonly surplusFen: Fen;
  readonly earlierLossFen: Fen;
  readonly reserveBp: number;
  /** Part of the distributable surplus that goes by volume; the charter's, never below the law's. */
  readonly patronageBp: number;
  readonly legalFloorBp: number;
  readonly members: readonly YearEndMember[];
}

/** Pools in fen and each member's part; parts of a pool sum to the pool. */
export interface YearEndDistribution {
  readonly reserveFen: Fen;
  readonly distributableFen: Fen;
  readonly legalFloorFen: Fen;
  readonly patronagePoolFen: Fen;
  readonly residualPoolFen: Fen;
  readonly members: readonly { readonly no: string; readonly refundFen: Fen; readonly residualFen: Fen; readonly reserveQuantifiedFen: Fen }[];
}

interface Pools {
  readonly reserveFen: Fen;
  readonly distributableFen: Fen;
  readonly legalFloorFen: Fen;
  readonly patronagePoolFen: Fen;
  readonly residualPoolFen: Fen;
}

/** The least pool that holds `bp` of the surplus: a minimum set by law rounds up (calculation rule 6). */
export function minimumPoolFen(distributableFen: Fen, bp: number): Fen {
  const product = BigInt(nonNegativeInteger(distributableFen, 'distributable_fen')) * BigInt(basisPoints(bp, 'bp'));
  return toSafeNumber(divideUp(product, 10_000n), 'pool_fen');
}

function pools(input: YearEndInput): Pools {
  const surplus = nonNegativeInteger(input.surplusFen, 'surplus_fen');
  const loss = nonNegativeInteger(input.earlierLossFen, 'earlier_loss_fen');
  const reserveBp = basisPoints(input.reserveBp, 'reserve_bp');
  const patronageBp = basisPoints(input.patronageBp, 'patronage_bp');
  if (patronageBp < basisPoints(input.legalFloorBp, 'legal_floor_bp')) throw new RuleError('below_legal_floor', 'patronage_bp');
  if (loss > surplus) throw new RuleError('loss_above_surplus', 'earlier_loss_fen');

  const rest = surplus - loss;
  const reserveFen = toSafeNumber(divideHalfUp(BigInt(rest) * BigInt(reserveBp), 10_000n), 'reserve_fen');
  const distributableFen = rest - reserveFen;
  const patronagePoolFen = minimumPoolFen(distributableFen, patronageBp);
  return {
    reserveFen,
    distributableFen,
    legalFloorFen: minimumPoolFen(distributableFen, input.legalFloorBp),
    patronagePoolFen,
    residualPoolFen: distributableFen - patronagePoolFen,
  };
}

/** A pool of nothing needs no weights; any other needs somebody to go to. */
function share(poolFen: Fen, weights: readonly number[]): number[] {
  return poolFen === 0 ? weights.map(() => 0) : allocate(poolFen, weights);
}

function checkMembers(members: readonly YearEndMember[]): void {
  if (new Set(members.map(({ no }) => no)).size !== members.length) throw new RuleError('duplicate_member', 'members');
  members.forEach((member, index) => nonNegativeInteger(member.volumeFen, `members[${index}].volume_fen`));
  if (members.every(({ volumeFen }) => volumeFen === 0)) throw new RuleError('no_volume', 'members');
}

function residualWeights(members: readonly YearEndMember[]): Fen[] {
  return members.map((member, index) => sumFen([
    nonNegativeInteger(member.capitalFen, `members[${index}].capital_fen`),
    nonNegativeInteger(member.reserveShareFen, `members[${index}].reserve_share_fen`),
    nonNegativeInteger(member.subsidyShareFen, `members[${index}].subsidy_share_fen`),
  ]));
}

/**
 * Distributes the surplus of a year (Cooperatives Law art. 42 to 44): earlier losses, then the reserve (half-up), the patronage pool
 * (rounded up) by volume, the residual pool by capital, reserve share and subsidy share; the reserve is quantified by volume. Parts
 * by largest remainder. Refuses a loss above the surplus (`loss_above_surplus`), a patronage rate below the floor (`below_legal_floor`),
 * nobody with volume (`no_volume`), a residual pool nobody has capital for (`no_capital`), and negative or unsafe amounts.
 */
export function distributeSurplus(input: YearEndInput): YearEndDistribution {
  const result = pools(input);
  checkMembers(input.members);
  const volumes = input.members.map(({ volumeFen }) => volumeFen);
  const capital = residualWeights(input.members);
  if (result.residualPoolFen > 0 && capital.every((fen) => fen === 0)) throw new RuleError('no_capital', 'members');
  const refunds = share(result.patronagePoolFen, volumes);
  const residuals = share(result.residualPoolFen, capital);
  const quantified = share(result.reserveFen, volumes);
  const members = input.members.map(({ no }, index) => ({
    no, refundFen: refunds[index] ?? 0, residualFen: residuals[index] ?? 0, reserveQuantifiedFen: quantified[index] ?? 0,
  }));
  return { ...result, members };
}
