import type { TicketDetail } from '../../../electron/contract/ticket.ts';
import type { PlainLine } from '../../support/ticket-arithmetic.ts';
import { amountFen, settlementGrams, shared } from '../../support/ticket-arithmetic.ts';
import type { Approver, CoreTalk } from './core-talk.ts';
import type { DemoApp } from './demo-app.ts';
import type { DemoReport } from './checks.ts';
import { decided, households, soilTenths } from './story-decide.ts';
import { knownGrams, scaleName } from './story-scale.ts';
import { netGrams } from './story-weigh.ts';

/** One household's part, computed here. */
export interface OwnerOutcome { readonly code: string; readonly amountFen: number }

/** What the demo says of its ticket. */
export interface TicketOutcome { readonly id: string; readonly number: string; readonly totalFen: number; readonly netGrams: number; readonly owners: readonly OwnerOutcome[] }

/** What the wizard left behind: one scale, the protocol and the line it found by itself, and the known weight as it was read. */
export async function proveScale(demo: DemoApp, as: Approver, cable: string, shown: string, report: DemoReport): Promise<void> {
  const { rows } = await demo.command(as, 'scale.list', {});
  const [scale] = rows;
  report.equal('wizard: one scale is set up, on the line it was heard on', rows.map((row) => `${row.name} ${row.port.kind === 'serial' ? row.port.path : row.port.kind}`).join(), `${scaleName} ${cable}`);
  report.equal('wizard: protocol and line were found, not typed', `${scale?.protocol ?? ''} ${scale?.line?.baudRate ?? 0} ${scale?.line?.dataBits ?? 0} ${scale?.line?.parity ?? ''}`, 'yaohua-tf0 9600 8 none');
  report.equal('wizard: the known weight is read as shown, g', Number(shown.replaceAll(/\D/gu, '')) * 10, knownGrams);
}

/** The price of the decided grade as the price board has it, 1/10,000 yuan per kg. */
async function boardPrice(command: CoreTalk['ask'], as: Approver, ticket: TicketDetail): Promise<number> {
  const { rows } = await command(as, 'price.board', {});
  return rows.find((row) => row.productId === ticket.productId && row.grade === decided.grade)?.priceE4 ?? 0;
}

function proveDeduction(ticket: TicketDetail, line: PlainLine, report: DemoReport): void {
  const [deduction] = ticket.lines[0]?.deductions ?? [];
  report.equal('deduction: soil 3.5 % over 1 %, two whole steps, basis points', deduction?.factor === 'soil' ? deduction.deductionBp : null, 200);
  report.equal('deduction: taken for soil, g', deduction?.takenGrams, netGrams - settlementGrams(line));
  report.equal('deduction: settlement weight, g', ticket.settlementGrams, settlementGrams(line));
}

function proveOverride(ticket: TicketDetail, priceE4: number, report: DemoReport): void {
  const [line] = ticket.lines;
  report.equal('override: proposed and decided grade', `${line?.proposedGrade ?? 'none'} ${line?.grade ?? 'none'}`, `${decided.proposed} ${decided.grade}`);
  report.equal('override: the reason stands on the ticket', line?.overrideReason, decided.reason);
  report.equal('override: paid by the decided grade, 1/10,000 yuan per kg', line?.priceE4, priceE4);
}

function proveSplit(ticket: TicketDetail, line: PlainLine, report: DemoReport): void {
  const shares = households.map((household) => household.share);
  const parts = ticket.ownerParts;
  report.equal('split: owners and shares, 1/100 %', parts.map((part) => `${part.memberName} ${String(part.share)}`).join(' · '), households.map((household) => `${household.name} ${String(household.share)}`).join(' · '));
  report.equal('split: settlement weight of each, g', parts.map((part) => part.settlementGrams).join(' + '), shared(settlementGrams(line), shares).join(' + '));
  report.equal('split: amount of each, fen', parts.map((part) => part.amountFen).join(' + '), shared(amountFen(line), shares).join(' + '));
  report.equal('split: the parts are the ticket, g and fen', `${String(parts.reduce((sum, part) => sum + part.settlementGrams, 0))} ${String(parts.reduce((sum, part) => sum + part.amountFen, 0))}`, `${String(ticket.settlementGrams)} ${String(ticket.totalFen)}`);
}

/** Weights and amounts of the ticket, computed here once more in plain fractions and compared to the gram and the fen. */
export async function proveTicket(demo: DemoApp, as: Approver, ticketId: string, report: DemoReport): Promise<TicketOutcome> {
  const ticket = await demo.command(as, 'ticket.get', { id: ticketId });
  const priceE4 = await boardPrice(demo.command, as, ticket);
  const line: PlainLine = { grams: netGrams, priceE4, deductions: [{ method: 'step_table', measuredTenths: soilTenths, baseTenths: 10, stepTenths: 10, perStepBp: 100 }] };
  report.equal('net weight, g', ticket.netGrams, netGrams);
  proveDeduction(ticket, line, report);
  proveOverride(ticket, priceE4, report);
  report.equal('amount, fen', ticket.totalFen, amountFen(line));
  proveSplit(ticket, line, report);
  report.equal('weights come from the scale, none typed', ticket.typed, false);
  report.equal('every basket has its raw frames', ticket.weighings.every((basket) => (basket.gross?.raw.length ?? 0) > 0), true);
  report.equal('journal of the ticket balances, fen', ticket.journal.reduce((sum, entry) => sum + entry.debitFen - entry.creditFen, 0), 0);
  const parts = shared(amountFen(line), households.map((household) => household.share));
  return { id: ticket.id, number: ticket.number, totalFen: ticket.totalFen, netGrams: ticket.netGrams, owners: parts.map((part, place) => ({ code: ticket.ownerParts[place]?.memberCode ?? '', amountFen: part })) };
}
