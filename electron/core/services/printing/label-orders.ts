import { insertRow } from '../../../../db/insert.ts';
import { documentById } from '../../../../db/queries/books.queries.ts';
import { firstLabels, firstTagRun, lastCrateNumber, lastLabelCopy, lastParcelOfLot, tagPrints } from '../../../../db/queries/label.queries.ts';
import { lotByCode } from '../../../../db/queries/lot.queries.ts';
import { memberByUlid } from '../../../../db/queries/member.queries.ts';
import { containerByUlid } from '../../../../db/queries/ticket.queries.ts';
import type { LabelOrderRow } from '../../../../db/schema.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { LabelOrder } from '../../../contract/printing.ts';
import { basketsOfLot } from '../../../domain/lot-baskets.ts';
import { crateCode } from '../../../domain/crate-number.ts';
import { maskedNumber } from '../../documents/mask.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { keptLabels } from './kept-label.ts';
import { copiesOf, freshLabels, labelRun } from './label-run.ts';
import { printerFor } from './printer-profiles.ts';
import { writeJob } from './queue-papers.ts';

/** What an order becomes: the row that is kept with its job. */
export type LabelFacts = Omit<LabelOrderRow, 'print_job_id'>;

const none = { member_id: null, container_id: null, lot_id: null, copies: null, receiver: null, phone_masked: null, address: null, contents: null };

const findLot = (context: QueryContext, code: string) => lotByCode.first(context.db, { code }) ?? refuse('lot_unknown');

function cardFacts(context: QueryContext, memberId: string): LabelFacts {
  const member = memberByUlid.first(context.db, { ulid: memberId }) ?? refuse('member_unknown');
  if (member.status === 'left') refuse('member_left', { name: member.name });
  return { ...none, code: member.code, member_id: member.id, first_no: 1, count: 1 };
}

function tagFacts(context: QueryContext, { containerId, count, firstNo }: Extract<LabelOrder, { kind: 'crate_tag' }>): LabelFacts {
  const container = containerByUlid.first(context.db, { ulid: containerId }) ?? refuse('container_unknown');
  if (container.returnable === 0) refuse('container_not_returnable', { name: container.name_zh });
  const first = firstNo ?? lastCrateNumber.first(context.db, {})?.next ?? 1;
  const copies = Array.from({ length: count }, (_, index) => tagPrints.one(context.db, { number: first + index }).prints);
  const { stationCode, deskLetter } = context.station.device ?? refuse('container_unknown');
  return { ...none, code: crateCode({ stationCode, deskLetter, training: context.station.kind === 'training' }, first), container_id: container.id, first_no: first, count, copies: JSON.stringify(copies) };
}

/** Labels of the baskets of which the lot is known to be made. */
function crateFacts(context: QueryContext, lotCode: string): LabelFacts {
  const lot = findLot(context, lotCode);
  const ticket = ticketDetail(context, documentById.one(context.db, { id: lot.document_id }).ulid);
  const { length } = basketsOfLot(ticket, lotCode);
  if (length === 0) refuse('crates_of_several_lots', { lot: lotCode });
  return { ...none, code: lotCode, lot_id: lot.id, first_no: 1, count: length };
}

function parcelFacts(context: QueryContext, order: Extract<LabelOrder, { kind: 'parcel_label' }>): LabelFacts {
  const lot = findLot(context, order.lotCode);
  const number = (lastParcelOfLot.first(context.db, { lotId: lot.id })?.number ?? 0) + 1;
  return {
    ...none, code: `${order.lotCode}-P${number}`, lot_id: lot.id, first_no: number, count: order.parcelCount,
    receiver: order.receiverName, phone_masked: maskedNumber(order.receiverPhone), address: order.address, contents: order.contents,
  };
}

function factsOf(context: QueryContext, order: LabelOrder): LabelFacts {
  switch (order.kind) {
    case 'member_card': return cardFacts(context, order.memberId);
    case 'crate_tag': return tagFacts(context, order);
    case 'crate_label': return crateFacts(context, order.lotCode);
    case 'parcel_label': return parcelFacts(context, order);
  }
}

type FirstLabels = ReturnType<typeof firstLabels.first>;

/** A card is of what is known of a member at that moment: where that has changed since the last one, this is another card. */
function isAnotherCard(context: QueryContext, order: LabelOrder, facts: LabelFacts, first: FirstLabels): boolean {
  if (order.kind !== 'member_card' || first === undefined) return false;
  const [card = refuse('member_unknown')] = freshLabels(context, { paper: order.kind, facts, locale: 'zh' }, null);
  const [before] = keptLabels(first.labels, null);
  return JSON.stringify(card.data) !== JSON.stringify(before?.data);
}

/** How many of these there were before; every consignment is one of its own. Of a run of crate numbers the one that was printed most often tells. */
function copyNumber(context: QueryContext, order: LabelOrder, facts: LabelFacts, first: FirstLabels): number {
  if (order.kind === 'parcel_label') return 0;
  if (order.kind === 'crate_tag') return Math.max(...copiesOf(facts));
  if (isAnotherCard(context, order, facts, first)) return 0;
  const last = lastLabelCopy.first(context.db, { paper: order.kind, code: facts.code, from: order.kind === 'member_card' ? first?.jobId ?? 0 : 0 })?.copyNo ?? null;
  return last === null ? 0 : last + 1;
}

/** What an order becomes, which copy it is, and its language: the one that is named, else that of the first print, else that of the person. */
function ordered(context: QueryContext, { order, locale }: ParsedInputOf<'print.label'>) {
  const facts = factsOf(context, order);
  const first = order.kind === 'crate_tag' ? firstTagRun.first(context.db, { number: facts.first_no }) : firstLabels.first(context.db, { paper: order.kind, code: facts.code });
  const copyNo = copyNumber(context, order, facts, first !== undefined && 'jobId' in first ? first : undefined);
  const before = copyNo > 0 && (first?.locale === 'zh' || first?.locale === 'en') ? first.locale : undefined;
  return { paper: order.kind, facts, copyNo, locale: locale ?? before ?? context.user?.locale ?? 'zh' };
}

/** Queues the labels of an order as one job. Refuses what is not there, who has left, and lots of which nobody can tell the baskets. */
export function orderLabels(context: CommandContext, input: ParsedInputOf<'print.label'>): OutputOf<'print.label'> {
  const { paper, facts, copyNo, locale } = ordered(context, input);
  const job = writeJob(context, { paper, documentId: null, lotId: null, copyNo, locale });
  insertRow(context.tx, 'label_order', { print_job_id: job.id, ...facts });
  context.afterCommit(() => context.station.live.spool.wake());
  return { jobId: job.ulid, code: facts.code, copyNo, labels: facts.count };
}

/** The first label of an order as it would come out now. */
export async function previewLabels(context: QueryContext, input: ParsedInputOf<'print.labelPreview'>): Promise<OutputOf<'print.labelPreview'>> {
  const now = ordered(context, input);
  const { facts } = now;
  const printer = printerFor(context.db, now.paper);
  const run = labelRun(context, { ...now, at: context.now, byName: context.user?.name ?? '' }, printer);
  const { png, widthDots, heightDots, substitutions, shortened } = await context.station.live.spool.drawer.preview(run);
  return { png: png.toString('base64'), widthMm: printer?.widthMm ?? 60, widthDots, heightDots, substitutions: substitutions.map((found) => found.codePoint), shortened: [...new Set(shortened)], labels: facts.count };
}
