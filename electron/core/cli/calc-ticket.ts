import { amountWords } from '../../domain/amount-words.ts';
import { DEFAULT_RESOLUTION_GRAMS } from '../../domain/deduction.ts';
import type { IntakePart } from '../../domain/intake.ts';
import { computeIntake } from '../../domain/intake.ts';
import type { FieldReader } from '../../domain/json-shape.ts';
import { postTicket } from '../../domain/posting.ts';
import type { PriceSchedules } from '../../domain/price-schedule.ts';
import type { TicketComputation, TicketLine } from '../../domain/ticket.ts';
import type { Tare, Weighing } from '../../domain/weighing.ts';
import { weighBaskets } from '../../domain/weighing.ts';
import { choiceOr, integerOr, objectsOr } from './calc-fields.ts';
import { ownerPartRow, readOwners } from './calc-owners.ts';
import { lineTermsRow, quotaRows, readSchedules } from './calc-schedules.ts';
import { deductionRows, discountRows, readMeasured, readTerms } from './calc-terms.ts';

/** A tare in grams, or as containers with a count; none where neither is named. */
function readTare(input: FieldReader): Tare {
  if (input.has('containers')) return { method: 'container', containers: input.objects('containers').map((each) => ({ tareGrams: each.integer('tare_g'), count: each.integer('count') })) };
  return input.has('tare_g') ? { method: 'weighed', grams: input.integer('tare_g') } : { method: 'none' };
}

const readWeighing = (input: FieldReader): Weighing => ({ grossGrams: input.integer('gross_g'), tare: readTare(input) });

function readParts(input: FieldReader): IntakePart[] {
  const agreed = readTerms(input);
  return input.objects('parts').map((part) => ({
    grade: part.text('grade'), netGrams: part.has('net_g') ? part.integer('net_g') : null, priceE4: part.integer('price_e4'), priceId: null, rule: agreed.rule, ...readMeasured(part, agreed),
  }));
}

function lineRow(line: TicketLine, part: IntakePart | undefined): unknown {
  return {
    grade: line.gradeId, quota: line.quotaPart, mode: line.mode, net_g: line.netGrams, deductions: deductionRows(part?.deductions ?? [], line.deductions), deduction_bp: line.deductionBp,
    settlement_g: line.settlementGrams, schedule: lineTermsRow(line.terms, part?.priceE4 ?? line.priceE4), discounts: discountRows(part?.discounts ?? [], line.discounts), price_e4: line.priceE4,
    amount_fen: line.amountFen, owners: line.payables.map(ownerPartRow),
  };
}

/** The entry a ticket writes: goods bought on one account, goods taken to be sold for their owners on another. */
const journalRows = (lines: readonly TicketLine[]): unknown[] => postTicket(lines.flatMap((line) => line.payables.map((payable) => (
  { partyId: payable.ownerId, partyKind: payable.partyKind, openItem: null, mode: line.mode, fen: payable.amountFen }
)))).map(({ role, partyId, debitFen, creditFen }) => ({ role, owner: partyId, debit_fen: debitFen, credit_fen: creditFen }));

function ticketRow(computed: TicketComputation, parts: readonly IntakePart[], schedules: PriceSchedules): unknown {
  return {
    baskets: computed.weighings.map(({ basket, grossGrams, tareGrams, netGrams }) => ({ basket, gross_g: grossGrams, tare_g: tareGrams, net_g: netGrams })),
    gross_g: computed.grossGrams, tare_g: computed.tareGrams, net_g: computed.netGrams, returned_g: computed.returnedGrams, sorting_loss_g: computed.sortingLossGrams,
    lines: computed.lines.map((line) => lineRow(line, parts[line.index])), contracts: quotaRows(schedules.contracts, computed.lines),
    owners: computed.owners.map(({ ownerId, netGrams, settlementGrams, amountFen }) => ({ owner: ownerId, net_g: netGrams, settlement_g: settlementGrams, amount_fen: amountFen })),
    settlement_g: computed.settlementGrams, amount_fen: computed.amountFen, amount_words: amountWords(computed.amountFen), journal: journalRows(computed.lines),
  };
}

/**
 * The rule `ticket`: a whole delivery as desk and core compute it, with every figure on the way: baskets, quota parts of the contracts,
 * deductions and discounts of the terms, owners' parts, and the entry of the goods. Refuses what `computeIntake` and the readers refuse.
 */
export function ticketRule(input: FieldReader): unknown {
  const weighings = objectsOr(input, 'weighings').map(readWeighing);
  const owners = readOwners(input, weighBaskets(weighings).netGrams);
  const schedules = readSchedules(input, owners.map(({ ownerId }) => ownerId));
  const parts = readParts(input);
  const computed = computeIntake({
    productId: 'goods', mode: choiceOr(input, 'mode', ['outright', 'consignment'], 'outright'), resolutionGrams: integerOr(input, 'resolution_g', DEFAULT_RESOLUTION_GRAMS),
    lossToleranceBp: integerOr(input, 'loss_tolerance_bp', 0), weighings, parts, returnedGrams: integerOr(input, 'returned_g', 0), sortingLossGrams: integerOr(input, 'sorting_loss_g', 0),
    owners: owners.map(({ ownerId, ...owner }) => ({ memberId: ownerId, ...owner })), schedules,
  });
  return ticketRow(computed, parts, schedules);
}
