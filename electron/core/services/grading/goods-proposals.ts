import { z } from 'zod';
import { dropMachineProposal, dropOlderProposals, dropStaleProposals, machineProposalOf, proposalsOfGoods, putProposalMembers } from '../../../../db/queries/grading.queries.ts';
import { draftByUlid, ownerOf } from '../../../../db/queries/ticket.queries.ts';
import type { ReadHandle } from '../../../../db/connection.ts';
import { ulid } from '../../../contract/fields.ts';
import { PROPOSAL_KEPT_MS } from '../../../domain/machine-measures.ts';
import { parseJson } from '../../platform/json-text.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import type { GoodsAtDesk } from './binding-samples.ts';

export type ProposalRow = NonNullable<ReturnType<typeof machineProposalOf.first>>;

const draftOwners = z.looseObject({ owners: z.array(z.looseObject({ memberId: ulid })).max(12) });

/** The members a draft's payload names, by their rows; a payload that names none has none. */
function membersNamed(db: ReadHandle, payload: unknown): number[] {
  const read = draftOwners.safeParse(payload);
  return read.success ? read.data.owners.flatMap(({ memberId }) => ownerOf.first(db, { memberUlid: memberId })?.memberRowId ?? []) : [];
}

/** The members whose goods a draft holds as it is stored; nobody where it is not stored yet. */
export const membersOfDraft = (db: ReadHandle, draft: string): number[] => membersNamed(db, parseJson(draftByUlid.first(db, { ulid: draft })?.payload ?? 'null'));

/** Notes at every save of a draft that a machine spoke of whose goods they are; nobody who was ever named is left out again. */
export function noteMembers(context: CommandContext, draft: string, payload: unknown): void {
  const said = machineProposalOf.first(context.tx, { draft });
  if (said === undefined) return;
  const known = JSON.parse(said.members) as number[];
  const all = [...new Set([...known, ...membersNamed(context.tx, payload)])].toSorted((a, b) => a - b);
  if (all.length > known.length) putProposalMembers.run(context.tx, { draft, members: JSON.stringify(all) });
}

/**
 * What a machine says of these goods: of this draft, else the latest it said of the same product of one of the owners under another draft
 * within `PROPOSAL_KEPT_MS`. Throwing a draft away and entering it anew therefore leads to the same proposal.
 */
export function proposalOver({ db, now }: QueryContext, { draftId, productRowId, memberRowIds }: GoodsAtDesk): ProposalRow | null {
  const own = machineProposalOf.first(db, { draft: draftId });
  if (own !== undefined) return own;
  const others = productRowId === null ? [] : memberRowIds.flatMap((memberId) => proposalsOfGoods.all(db, { productId: productRowId, memberId, since: now - PROPOSAL_KEPT_MS }));
  return others.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** Ends the proposal of a posted draft, and what was said of the same goods before it under drafts that were thrown away. */
export function endProposal(context: CommandContext, { draftId, productRowId, memberRowIds }: GoodsAtDesk): void {
  const own = machineProposalOf.first(context.tx, { draft: draftId });
  if (own === undefined || productRowId === null) return;
  dropMachineProposal.run(context.tx, { draft: draftId });
  for (const memberId of memberRowIds) dropOlderProposals.run(context.tx, { productId: productRowId, memberId, at: own.at });
}

/** Lets go of what was said of goods that never came back. */
export const forgetStale = (context: CommandContext): void => { dropStaleProposals.run(context.tx, { before: context.now - PROPOSAL_KEPT_MS }); };
