import { bindSample, sampleOfDraft, samplesOfGoods, samplesOfTicket, unbindSample } from '../../../../db/queries/grading.queries.ts';
import { ownerOf, productByUlid } from '../../../../db/queries/ticket.queries.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { writeAudit } from '../../rpc/audit.ts';
import { signedIn } from '../../rpc/handler.ts';

type BoundSample = NonNullable<ReturnType<typeof sampleOfDraft.first>>;

/** The goods on a desk by their rows: the draft, and whose goods of which product they are. */
export interface GoodsAtDesk { readonly draftId: string; readonly productRowId: number | null; readonly memberRowIds: readonly number[] }

/** The rows behind what the window knows of the goods; what is not known has no sample either. */
export const goodsAtDesk = ({ db }: QueryContext, { draftId, productId, owners }: { readonly draftId: string; readonly productId: string | null; readonly owners: readonly string[] }): GoodsAtDesk => ({
  draftId, productRowId: productId === null ? null : productByUlid.first(db, { ulid: productId })?.id ?? null,
  memberRowIds: owners.flatMap((memberUlid) => ownerOf.first(db, { memberUlid })?.memberRowId ?? []),
});

/**
 * Every sample that speaks of these goods: the draft's own first, then those taken from the same product of one of the owners under another
 * draft, on whatever day. A delivery that is thrown away and weighed anew, split, left on hold or posted after midnight does not lose its sample;
 * only the posted ticket of the delivery itself, or a withdrawal by two people, ends it. Of two deliveries the sampled one is posted first.
 */
export function samplesOver({ db }: QueryContext, { draftId, productRowId, memberRowIds }: GoodsAtDesk): BoundSample[] {
  const own = sampleOfDraft.first(db, { draft: draftId });
  const others = productRowId === null ? [] : memberRowIds.flatMap((memberId) => samplesOfGoods.all(db, { productId: productRowId, memberId }));
  const found = [...(own === undefined ? [] : [own]), ...others];
  return found.filter((sample, index) => found.findIndex(({ code }) => code === sample.code) === index);
}

/** Notes anew whether a sample still binds its owners' goods: when it was taken or withdrawn. */
export function refreshBinding(context: CommandContext, sampleId: number): void {
  unbindSample.run(context.tx, { sampleId });
  bindSample.run(context.tx, { sampleId });
}

/** The same for the samples that a ticket speaks of: when it was posted or reversed. */
export function refreshBindingsOf(context: CommandContext, ticketRowId: number): void {
  for (const { id } of samplesOfTicket.all(context.tx, { documentId: ticketRowId })) refreshBinding(context, id);
}

/** Writes into the audit that a sampled delivery was thrown away; its sample stays. */
export function auditLeftSample(context: CommandContext, draftId: string): void {
  const sample = sampleOfDraft.first(context.tx, { draft: draftId });
  if (sample === undefined) return;
  writeAudit(context.tx, { at: context.now, userId: signedIn(context).rowId, op: 'grading.sampleLeft', outcome: 'ok', code: sample.code, commandId: null, correlationId: null });
}
