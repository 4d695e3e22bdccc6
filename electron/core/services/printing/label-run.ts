import { documentById, reversalOf } from '../../../../db/queries/books.queries.ts';
import { containerById, firstLabels, firstTagRun, memberById } from '../../../../db/queries/label.queries.ts';
import { lotById } from '../../../../db/queries/lot.queries.ts';
import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { LabelOrderRow } from '../../../../db/schema.ts';
import type { Locale } from '../../../contract/fields.ts';
import { labelPaper, type LabelLayout } from '../../../contract/label-layout.ts';
import type { PaperKind, PrinterProfile } from '../../../contract/printing.ts';
import { basketsOfLot } from '../../../domain/lot-baskets.ts';
import { crateCode } from '../../../domain/crate-number.ts';
import type { EnglishNames, LabelRequest, LabelRun } from '../../devices/printer/label-request.ts';
import type { SlipLanguage } from '../../documents/paper-text.ts';
import { parseJson } from '../../platform/json-text.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { englishOfLabel, labelData } from './paper-data.ts';
import { isWantedAgain, labelLooksOf, looksOfLabel } from './label-looks.ts';
import { keptLabels, markedLabel, markOfPrint } from './kept-label.ts';
import { labelProfile, labelSize } from './paper-request.ts';
import { languageOfLooks } from './versioned-looks.ts';

/** A label order as kept, with what its job says. */
export interface OrderedLabels {
  readonly paper: PaperKind;
  readonly facts: Omit<LabelOrderRow, 'print_job_id'>;
  readonly copyNo: number;
  readonly locale: Locale;
  /** When the labels were asked for, and by whom. */
  readonly at: number;
  readonly byName: string;
}

function place(context: QueryContext) {
  const { stationCode = '', deskLetter = '' } = context.station.device ?? {};
  const stationName = stationRow.first(context.db, { code: stationCode })?.name ?? '';
  return { stationCode, deskLetter, named: { stationName, cooperativeName: cooperativeName.one(context.db, {}).name, training: context.station.kind === 'training' } };
}

const counted = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

function ticketOfLot(context: QueryContext, lotId: number) {
  const lot = lotById.one(context.db, { id: lotId });
  return { lot, ticket: ticketDetail(context, documentById.one(context.db, { id: lot.document_id }).ulid) };
}

/**
 * The labels of an order for a printer: a member's card, the numbers of crates, the baskets of a lot, the pieces of a consignment. What was
 * printed before is the same again with the mark of a copy; what was not, or is asked for in another language, is drawn from stored rows. Refuses
 * `paper_not_for_document` where the order is of another kind than the paper.
 */
export function labelRun(context: QueryContext, ordered: OrderedLabels, printer: PrinterProfile | null): LabelRun {
  const { facts, copyNo, at, byName, locale } = ordered;
  const lot = ordered.paper === 'crate_label' && facts.lot_id !== null ? lotById.one(context.db, { id: facts.lot_id }) : null;
  const voidedBy = lot === null ? undefined : reversalOf.first(context.db, { id: lot.document_id })?.number;
  const printed = { at, byName, ...(voidedBy === undefined ? {} : { voidedBy }) };
  const numbers = copiesOf(facts);
  const first = firstLabels.first(context.db, { paper: ordered.paper, code: facts.code });
  const looks = labelLooksOf(context.db, labelPaper.parse(ordered.paper), printer?.id ?? null);
  const labels = ordered.paper !== 'crate_tag' && copyNo > 0 && first !== undefined && isWantedAgain(first.locale, looks, locale) ? keptLabels(first.labels, printer) : freshLabels(context, ordered, printer);
  return run(labels.map((label, index) => markedLabel(ordered.paper === 'crate_tag' ? firstTag(context, facts.first_no + index, { looks, locale, printer }) ?? label : label, markOfPrint(numbers[index] ?? copyNo, printed))));
}

/** For the how-manieth time each crate number of an order is printed; nothing for other labels. */
export const copiesOf = (facts: Pick<LabelOrderRow, 'copies'>): readonly number[] => (facts.copies === null ? [] : parseJson(facts.copies) as readonly number[]);

/** The tag of a crate as it was first printed. */
function firstTag(context: QueryContext, number: number, { looks, locale, printer }: { readonly looks: LabelLayout; readonly locale: Locale; readonly printer: PrinterProfile | null }): LabelRequest | null {
  const kept = firstTagRun.first(context.db, { number });
  return kept !== undefined && isWantedAgain(kept.locale, looks, locale) ? keptLabels(kept.labels, printer)[number - kept.firstNo] ?? null : null;
}

/** The labels of an order from what is stored now. */
export function freshLabels(context: QueryContext, ordered: Pick<OrderedLabels, 'paper' | 'facts' | 'locale'>, printer: PrinterProfile | null): LabelRequest[] {
  const { facts } = ordered;
  const paper = labelPaper.parse(ordered.paper);
  const layout = labelLooksOf(context.db, paper, printer?.id ?? null);
  const locale = languageOfLooks(layout, ordered.locale);
  const look = { locale, profile: labelProfile(printer) } as const;
  const options = { size: labelSize(printer), ...looksOfLabel(layout) };
  switch (paper) {
    case 'member_card': return cards(context, facts).map((data) => ({ kind: 'memberCard', ...look, data, options }));
    case 'crate_tag': return tags(context, facts, locale).map((named) => ({ kind: 'crateTag', ...look, ...named, options }));
    case 'crate_label': return crates(context, facts, locale).map((named) => ({ kind: 'crateLabel', ...look, ...named, options: { maskName: false, ...options } }));
    case 'parcel_label': return parcels(context, facts).map((data) => ({ kind: 'parcelLabel', ...look, data, options: { maskPhone: true, ...options } }));
    default: return refuse('paper_not_for_document');
  }
}

const run = ([first, ...others]: readonly LabelRequest[]): LabelRun => (first === undefined ? refuse('paper_not_for_document') : { kind: 'labelRun', labels: [first, ...others] });

type DataOf<Kind extends LabelRequest['kind']> = Extract<LabelRequest, { kind: Kind }>['data'];
type Facts = OrderedLabels['facts'];
/** The data of a label, with the English names where it says everything twice. */
interface Named<Kind extends LabelRequest['kind']> { readonly data: DataOf<Kind>; readonly english?: EnglishNames }

function cards(context: QueryContext, { member_id: id }: Facts): DataOf<'memberCard'>[] {
  if (id === null) return [];
  const { code, name, house_group: group } = memberById.one(context.db, { id });
  return [{ memberCode: code, memberName: name, ...(group === null ? {} : { groupName: group }), ...place(context).named, qrText: `VSM1|${code}` }];
}

function tags(context: QueryContext, facts: Facts, language: SlipLanguage): Named<'crateTag'>[] {
  if (facts.container_id === null) return [];
  const { stationCode, deskLetter, named } = place(context);
  const container = containerById.one(context.db, { id: facts.container_id });
  const crateName = language === 'en' ? container.name_en : container.name_zh;
  const english = language === 'both' ? { english: { crateName: container.name_en } } : {};
  return counted(facts.first_no, facts.count).map((number) => ({ data: { crateCode: crateCode({ stationCode, deskLetter, training: named.training }, number), crateName, ...named }, ...english }));
}

function crates(context: QueryContext, facts: Facts, language: SlipLanguage): Named<'crateLabel'>[] {
  if (facts.lot_id === null) return [];
  const { lot, ticket } = ticketOfLot(context, facts.lot_id);
  const data = labelData(context, ticket, lot.code, language) ?? refuse('paper_not_for_document');
  return basketsOfLot(ticket, lot.code).map(({ grossGrams, netGrams }, index, { length }) => ({
    data: { ...data, netGrams, grossGrams, crateNumber: index + 1, crateCount: length, qrText: `VSC1|${lot.code}/${index + 1}|${netGrams}|${ticket.businessDate}` }, ...englishOfLabel(ticket, lot.code, language),
  }));
}

function parcels(context: QueryContext, facts: Facts): DataOf<'parcelLabel'>[] {
  const { code, count, receiver, phone_masked: phone, address, contents, lot_id: lotId } = facts;
  if (receiver === null || phone === null || address === null || contents === null || lotId === null) return [];
  const { named } = place(context);
  const { ticket } = ticketOfLot(context, lotId);
  return counted(1, count).map((number) => ({
    parcelCode: code, parcelNumber: number, parcelCount: count, receiverName: receiver, receiverPhone: phone, address, contents, senderName: named.cooperativeName, businessDate: ticket.businessDate,
    qrText: `VSP1|${code}|${number}|${count}`, training: named.training,
  }));
}
