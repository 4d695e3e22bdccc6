import { putMachineProposal } from '../../../../db/queries/grading.queries.ts';
import { ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { MachineProposal } from '../../../contract/grading.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { writeAudit } from '../../rpc/audit.ts';
import { refuse } from '../../rpc/refusal.ts';
import { factorsInForce } from '../deduction/terms-in-force.ts';
import { goodsAtDesk, samplesOver } from './binding-samples.ts';
import { forgetStale, membersOfDraft, proposalOver, type ProposalRow } from './goods-proposals.ts';
import { refuseStrange, schemeOf } from './goods.ts';
import { provenMachine } from './machines.ts';

type Measures = MachineProposal['measures'];

/** Keeps what a grading machine says of goods until their ticket is posted, also where the draft is thrown away; a later word takes its place. Only a machine that proves itself is heard, and the audit names it. */
export function proposeByMachine(context: CommandContext, input: ParsedInputOf<'grading.propose'>): Record<string, never> {
  const machine = provenMachine(context.tx, input);
  const posted = ticketOfDraft.first(context.tx, { draft: input.draftId });
  if (posted) refuse('draft_posted', { number: posted.number });
  const { product, definition } = schemeOf(context.tx, input.productId, context.now);
  refuseStrange(definition, [input.grade], input.measures.map(({ attribute }) => attribute), factorsInForce(context.tx, product.id, context.now));
  forgetStale(context);
  putMachineProposal.run(context.tx, {
    draft: input.draftId, productId: product.id, members: JSON.stringify(membersOfDraft(context.tx, input.draftId)), machineUlid: machine.ulid, proposedBy: signedIn(context).rowId, machine: machine.name, grade: input.grade, confidenceBp: input.confidenceBp, measures: JSON.stringify(input.measures), at: context.now,
  });
  writeAudit(context.tx, { at: context.now, userId: signedIn(context).rowId, op: 'grading.propose', outcome: 'ok', code: machine.ulid, commandId: null, correlationId: null });
  return {};
}

const spoken = (row: ProposalRow, draft: string): MachineProposal =>
  ({ machine: row.machine, grade: row.grade, confidenceBp: row.confidence_bp, measures: JSON.parse(row.measures) as Measures, at: row.at, otherDraft: row.draft_ulid !== draft });

/** Who graded blind is not said here, so that the desk cannot ask for another grader. */
export function gradingOfDraft(context: QueryContext, goods: ParsedInputOf<'grading.ofDraft'>): OutputOf<'grading.ofDraft'> {
  const found = goodsAtDesk(context, goods);
  const [sample] = samplesOver(context, found);
  const machine = proposalOver(context, found);
  return {
    machine: machine === null ? null : spoken(machine, goods.draftId),
    sample: sample ? { code: sample.code, takenOn: sample.business_date, otherDelivery: sample.draft_ulid !== goods.draftId, grade: sample.grade, reason: sample.reason, measures: sample.measures === null ? [] : (JSON.parse(sample.measures) as Measures) } : null,
  };
}
