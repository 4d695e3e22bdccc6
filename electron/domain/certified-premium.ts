import type { PriceE4 } from './price.ts';
import { nonNegativeInteger } from './rule-error.ts';

/** What a certificate says of the goods: green food, organic, geographical indication, good agricultural practice. */
export const certificateKinds = ['green', 'organic', 'gi', 'gap'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** What one valid certificate of an owner adds to the price of a kilogram today. */
export interface OwnerPremium {
  readonly ownerId: string;
  readonly certificateId: string;
  readonly kind: CertificateKind;
  /** As printed on the certificate. */
  readonly number: string;
  readonly premiumId: string;
  readonly premiumE4: PriceE4;
}

/**
 * The premium an owner's goods get. Several certificates are not added up: the highest counts, of equal ones the earlier. Null without
 * any, and where the published premium is nothing. Refuses a negative or unsafe premium.
 */
export function premiumOf(ownerId: string, premiums: readonly OwnerPremium[]): OwnerPremium | null {
  let best: OwnerPremium | null = null;
  for (const premium of premiums) {
    if (premium.ownerId !== ownerId) continue;
    if (nonNegativeInteger(premium.premiumE4, 'premium_e4') > (best?.premiumE4 ?? 0)) best = premium;
  }
  return best;
}
