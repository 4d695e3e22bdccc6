import type { ReadHandle } from '../../../db/connection.ts';
import { allContainers, nextPremiums, nextPrices, premiumBoard, priceBoard, priceHistory } from '../../../db/queries/product.queries.ts';
import { containerByUlid, productByUlid } from '../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import { addDays, businessDate, startOfDay } from '../../domain/business-date.ts';
import type { CommandContext, HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { openDocument } from './books/documents.ts';
import { createMaster, reviseMaster } from './books/masters.ts';
import { listProducts } from './product-list.ts';

type Own = 'product.list' | 'product.save' | 'container.list' | 'container.save' | 'price.board' | 'price.history' | 'price.publish';

function saveProduct(context: CommandContext, input: ParsedInputOf<'product.save'>): Record<string, never> {
  const current = productByUlid.first(context.tx, { ulid: input.id }) ?? refuse('product_unknown');
  reviseMaster(context, 'product', input.id, {
    code: current.code, lot_prefix: current.lot_prefix, name_zh: input.nameZh, name_en: input.nameEn, mode: input.mode, cycle: input.cycle, traded_unit: input.tradedUnit,
    resolution_g: input.resolutionGrams, loss_tolerance_bp: input.lossToleranceBp, active: input.active ? 1 : 0,
  }, input.expectedVersion);
  return {};
}

function saveContainer(context: CommandContext, input: ParsedInputOf<'container.save'>): { id: string } {
  const fields = { name_zh: input.nameZh, name_en: input.nameEn, tare_g: input.tareGrams, active: input.active ? 1 : 0 };
  const { returnable, depositFen } = input;
  if (input.id === undefined) return { id: createMaster(context, 'container', { ...fields, returnable: returnable === true ? 1 : 0, deposit_fen: depositFen ?? 0 }).ulid };
  const current = containerByUlid.first(context.tx, { ulid: input.id }) ?? refuse('container_unknown');
  reviseMaster(context, 'container', input.id, { ...fields, returnable: returnable === undefined ? current.returnable : returnable ? 1 : 0, deposit_fen: depositFen ?? current.deposit_fen });
  return { id: input.id };
}

/** How far back an effective time may lie: a sheet typed some minutes after the market opened. */
const latestMs = 10 * 60_000;

/** Publishes a price sheet as a document and queues the price board. Prices are never changed, a later sheet takes their place. */
export function publishPrices(context: CommandContext, input: ParsedInputOf<'price.publish'>): { id: string; number: string } {
  const effectiveFrom = input.effectiveFrom ?? context.now;
  if (effectiveFrom < context.now - latestMs) refuse('effective_in_past');
  const keys = input.rows.map((row) => `${row.productId} ${row.grade} ${row.quotaPart}`);
  if (new Set(keys).size !== keys.length) refuse('price_twice');
  if (new Set(input.premiums.map((row) => `${row.productId} ${row.kind}`)).size !== input.premiums.length) refuse('premium_twice');
  const products = new Map(listProducts(context.tx, context.now).map((product) => [product.id, product]));
  const sheet = openDocument(context, { type: 'price_sheet' });
  sheet.add('price_sheet', { document_id: sheet.id, effective_from: effectiveFrom, note: input.note });
  for (const row of input.rows) {
    const product = products.get(row.productId) ?? refuse('product_unknown');
    if (product.scheme && !product.scheme.definition.grades.some((grade) => grade.id === row.grade)) refuse('grade_unknown', { grade: row.grade });
    sheet.add('price', {
      ulid: context.station.ids.ulid(), document_id: sheet.id, product_id: productByUlid.one(context.tx, { ulid: row.productId }).id, grade: row.grade, quota_part: row.quotaPart,
      price_e4: row.priceE4, effective_from: effectiveFrom,
    });
  }
  for (const { productId, kind, premiumE4 } of input.premiums) {
    if (!products.has(productId)) refuse('product_unknown');
    sheet.add('price_premium', { ulid: context.station.ids.ulid(), document_id: sheet.id, product_id: productByUlid.one(context.tx, { ulid: productId }).id, kind, premium_e4: premiumE4, effective_from: effectiveFrom });
  }
  sheet.seal({ payload: { prices: input.rows.length, effectiveFrom, ...(input.premiums.length === 0 ? {} : { premiums: input.premiums.length }) } });
  return { id: sheet.ulid, number: sheet.number };
}

/** The prices of a moment, those that follow later on the same business day, and the premiums with those to come. */
function boardAt(db: ReadHandle, at: number): OutputOf<'price.board'> {
  const before = startOfDay(addDays(businessDate(at), 1));
  return { at, rows: priceBoard.all(db, { at }), next: nextPrices.all(db, { after: at, before }), premiums: premiumBoard.all(db, { at }).filter((row) => row.premiumE4 > 0), nextPremiums: nextPremiums.all(db, { after: at }) };
}

/** Products with their schemes, containers with their tare, prices. */
export const productHandlers = {
  'product.list': ask(({ db, now }, { at }) => ({ rows: listProducts(db, at ?? now) })),
  'product.save': change(saveProduct),
  'container.list': ask(({ db }) => ({
    rows: allContainers.all(db, {}).map((row) => ({ id: row.ulid, version: row.version, nameZh: row.name_zh, nameEn: row.name_en, tareGrams: row.tare_g, active: row.active === 1, returnable: row.returnable === 1, depositFen: row.deposit_fen })),
  })),
  'container.save': change(saveContainer),
  'price.board': ask(({ db, now }, { at }) => boardAt(db, at ?? now)),
  'price.history': ask(({ db }, { productId }) => {
    if (!productByUlid.first(db, { ulid: productId })) refuse('product_unknown');
    return { rows: priceHistory.all(db, { product: productId }) };
  }),
  'price.publish': change(publishPrices),
} satisfies HandlersOf<Own>;
