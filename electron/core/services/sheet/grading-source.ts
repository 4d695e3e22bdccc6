import { documentByUlid } from '../../../../db/queries/books.queries.ts';
import { schemeById, schemeByUlid } from '../../../../db/queries/grading.queries.ts';
import { sealingEvent } from '../../../../db/queries/purchase-note.queries.ts';
import { productById, ticketRow } from '../../../../db/queries/ticket.queries.ts';
import type { SheetOrder } from '../../../contract/sheet.ts';
import { gradingSheet, type GradingSheetData, type SheetScheme } from '../../documents/sheets/grading-sheet.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { schemeDefinition } from '../scheme-definition.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { gradeNamed } from './grade-name.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

type SchemeRow = NonNullable<ReturnType<typeof schemeByUlid.first>>;

function schemeOf({ db }: QueryContext, row: SchemeRow): SheetScheme {
  const product = productById.one(db, { id: row.product_id });
  const { attributes, baseRequirements, grades } = schemeDefinition(row.definition);
  return { product: { nameZh: product.name_zh, nameEn: product.name_en }, title: { nameZh: row.title_zh, nameEn: row.title_en }, number: row.number, definition: { attributes, baseRequirements, grades } };
}

/** How the goods of a ticket were graded. Refuses `ticket_unknown`, a reversal (`sheet_not_for_reversal`), and goods without a scheme (`sheet_without_scheme`). */
export function gradingData(context: QueryContext, ticketId: string): { readonly data: GradingSheetData; readonly voidedBy: string | null } {
  const { db } = context;
  const ticket = ticketDetail(context, ticketId);
  if (ticket.reverses !== null) refuse('sheet_not_for_reversal');
  const head = documentByUlid.one(db, { ulid: ticketId });
  const schemeId = ticketRow.one(db, { documentId: head.id }).scheme_id ?? refuse('sheet_without_scheme');
  const row = schemeById.one(db, { id: schemeId });
  const goods = {
    number: ticket.number, date: ticket.businessDate, seller: ticket.memberName, sellerCode: ticket.memberCode, netGrams: ticket.netGrams, returnedGrams: ticket.returnedGrams, word: ticket.word,
    measures: ticket.measures.map(({ attribute, value, ageDays, device, implausible }) => ({ attribute, value, ageDays, device, implausible })),
    lines: ticket.lines.map((line) => ({ grade: gradeNamed(line.grade, row.definition), netGrams: line.netGrams, proposed: line.proposedGrade === null ? null : gradeNamed(line.proposedGrade, row.definition), reason: line.overrideReason, gradedBy: line.gradedBy })),
    machine: ticket.machine === null ? null : { name: ticket.machine.machine, grade: gradeNamed(ticket.machine.grade, row.definition) }, sample: ticket.sample?.code ?? null,
    chain: sealingEvent.first(db, { ulid: ticketId }) ?? null,
  };
  return { data: { ...sheetPlace(context, head.station_code), scheme: schemeOf(context, row), goods }, voidedBy: ticket.reversedBy };
}

export function gradingSource(context: QueryContext, order: Extract<SheetOrder, { kind: 'grading' }>): SheetSource {
  const { data, voidedBy } = gradingData(context, order.ticketId);
  return { subject: data.goods?.number ?? '', data, ofDocument: true, voidedBy, draw: (words, made) => gradingSheet(data, words, made, order.size) };
}

/** The empty form of a scheme; refuses `scheme_unknown`. */
export function gradingFormSource(context: QueryContext, order: Extract<SheetOrder, { kind: 'grading_form' }>): SheetSource {
  const row = schemeByUlid.first(context.db, { ulid: order.schemeId }) ?? refuse('scheme_unknown');
  const product = productById.one(context.db, { id: row.product_id });
  const data: GradingSheetData = { ...sheetPlace(context), scheme: schemeOf(context, row), goods: null };
  return { subject: `${product.code} ${row.number}`, data, ofDocument: false, voidedBy: null, draw: (words, made) => gradingSheet(data, words, made, order.size) };
}
