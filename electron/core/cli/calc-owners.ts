import { agreedShares } from '../../domain/agreed-shares.ts';
import type { FieldReader } from '../../domain/json-shape.ts';
import { lineAmountFen } from '../../domain/line-amount.ts';
import { ownerShares, sharingWays } from '../../domain/owner-shares.ts';
import { RuleError } from '../../domain/rule-error.ts';
import type { OwnerPart, TicketOwner } from '../../domain/ticket-owners.ts';
import { splitLine } from '../../domain/ticket-owners.ts';
import { choiceOr, integerOr, textOr } from './calc-fields.ts';

/** Reads `owners` and `way`: what was entered for each, in parts, hundredths of a percent or grams; one share may be left open. */
export function readOwners(input: FieldReader, netGrams: number): TicketOwner[] {
  const rows = input.objects('owners');
  const { shares, problem } = ownerShares(choiceOr(input, 'way', sharingWays, 'parts'), rows.map((row) => (row.has('share') ? row.integer('share') : null)), netGrams);
  if (shares === null) throw new RuleError(problem ?? 'share_missing', 'owners');
  return rows.map((row, index) => {
    const ownerId = row.text('owner');
    return { ownerId, payeeId: textOr(row, 'payee', ownerId), partyKind: choiceOr(row, 'kind', ['member', 'non_member'], 'member'), share: shares[index] ?? 0 };
  });
}

export const ownerPartRow = ({ ownerId, payeeId, share, netGrams, settlementGrams, amountFen, splitRoundingFen }: OwnerPart): unknown => ({
  owner: ownerId, payee: payeeId, share, net_g: netGrams, settlement_g: settlementGrams, amount_fen: amountFen, split_rounding_fen: splitRoundingFen,
});

/** The rule `owners`: one line, priced once, divided to the gram and the fen. Refuses what `ownerShares` and `splitLine` refuse. */
export function ownersRule(input: FieldReader): unknown {
  const netGrams = input.integer('net_g');
  const settlementGrams = integerOr(input, 'settlement_g', netGrams);
  const priceE4 = input.integer('price_e4');
  const amountFen = lineAmountFen(settlementGrams, priceE4);
  const owners = readOwners(input, netGrams);
  const { way, figures } = agreedShares(owners.map(({ share }) => share), netGrams);
  return { amount_fen: amountFen, agreed: { way, figures }, owners: splitLine({ netGrams, settlementGrams, amountFen, priceE4 }, owners).map(ownerPartRow) };
}
