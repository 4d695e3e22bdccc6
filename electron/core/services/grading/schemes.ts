import type { SchemeDefinition } from '../../../contract/product.ts';
import type { ReadHandle } from '../../../../db/connection.ts';
import { lastSchemeNumber, schemeByUlid, schemeVersions } from '../../../../db/queries/grading.queries.ts';
import { productByUlid, schemeInForce } from '../../../../db/queries/ticket.queries.ts';
import { stoppingFinding, type SchemeVersion } from '../../../contract/grading.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { checkDerived } from '../../../domain/scheme-derive.ts';
import { schemeDifferences } from '../../../domain/scheme-difference.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster } from '../books/masters.ts';
import { schemeDefinition } from '../scheme-definition.ts';

/** How far back a beginning may lie: a form that was filled in slowly. */
const latestMs = 10 * 60_000;

const definitionOf = (scheme: { readonly definition: string }): SchemeDefinition => schemeDefinition(scheme.definition);

function stateOf(row: { readonly id: string; readonly validFrom: number; readonly validTo: number | null }, inForce: string | undefined, now: number): SchemeVersion['state'] {
  if (row.id === inForce) return 'in_force';
  if (row.validTo !== null && row.validTo <= now) return 'past';
  return row.validFrom > now ? 'coming' : 'past';
}

/** A parent behind a local scheme that is in force waits for its turn. */
function withWaiting(rows: SchemeVersion[]): SchemeVersion[] {
  const local = rows.find((row) => row.state === 'in_force' && row.validTo !== null);
  const behind = local === undefined ? undefined : rows.find((row) => row.state === 'past' && row.number < local.number && row.validTo === null);
  return rows.map((row) => (row.id === behind?.id ? { ...row, state: 'waiting' } : row));
}

/** All versions of a product's scheme, newest first. */
export function listSchemes({ db, now }: QueryContext, { productId }: { productId: string }): OutputOf<'grading.schemes'> {
  const product = productByUlid.first(db, { ulid: productId }) ?? refuse('product_unknown');
  const inForce = schemeInForce.first(db, { productId: product.id, at: now })?.ulid;
  const rows = schemeVersions.all(db, { product: productId }).map((row): SchemeVersion => ({ ...row, confirmed: row.confirmed === 1, definition: definitionOf(row), state: stateOf(row, inForce, now) }));
  return { rows: withWaiting(rows) };
}

function nextNumber(db: ReadHandle, productId: number): number {
  return (lastSchemeNumber.first(db, { productId })?.number ?? 0) + 1;
}

function beginning(context: CommandContext, validFrom: number | null): number {
  if (validFrom !== null && validFrom < context.now - latestMs) refuse('effective_in_past');
  return validFrom ?? context.now;
}

function refuseBroken(definition: SchemeDefinition): void {
  const broken = stoppingFinding(definition);
  if (broken) refuse('scheme_invalid', { finding: broken.code });
}

/** Saves the next version of a scheme; refuses one based on a version that is no longer the newest, and one that changes nothing. */
export function saveScheme(context: CommandContext, input: ParsedInputOf<'grading.saveScheme'>): { id: string; number: number } {
  const product = productByUlid.first(context.tx, { ulid: input.productId }) ?? refuse('product_unknown');
  const newest = schemeVersions.first(context.tx, { product: input.productId });
  if ((newest?.id ?? null) !== input.basedOn) refuse('version_changed');
  refuseBroken(input.definition);
  const isSame = newest !== undefined && newest.validTo === null && newest.titleZh === input.titleZh && newest.titleEn === input.titleEn && (newest.confirmed === 1) === input.confirmed
    && schemeDifferences(definitionOf(newest), input.definition).length === 0 && JSON.stringify(definitionOf(newest)) === JSON.stringify(input.definition);
  if (isSame) refuse('scheme_unchanged');
  const number = nextNumber(context.tx, product.id);
  const { ulid } = createMaster(context, 'scheme', {
    product_id: product.id, number, title_zh: input.titleZh, title_en: input.titleEn, definition: JSON.stringify(input.definition), valid_from: beginning(context, input.validFrom), valid_to: null,
    parent_id: null, reason: input.reason, resolution: null, confirmed: input.confirmed ? 1 : 0,
  });
  return { id: ulid, number };
}

/** Saves a local scheme; what only the parent may decide is refused by the rule that was broken, a safety attribute first. */
export function deriveScheme(context: CommandContext, input: ParsedInputOf<'grading.deriveScheme'>): { id: string; number: number } {
  const parent = schemeByUlid.first(context.tx, { ulid: input.parentId }) ?? refuse('scheme_unknown');
  if (parent.parent_id !== null) refuse('parent_is_local');
  const [broken] = checkDerived(definitionOf(parent), input.definition);
  if (broken) refuse(broken.code, { subject: broken.subject });
  refuseBroken(input.definition);
  if (schemeDifferences(definitionOf(parent), input.definition).length === 0) refuse('scheme_unchanged');
  const validFrom = beginning(context, input.validFrom);
  if (input.validTo <= validFrom) refuse('validity_empty');
  const number = nextNumber(context.tx, parent.product_id);
  const { ulid } = createMaster(context, 'scheme', {
    product_id: parent.product_id, number, title_zh: input.titleZh, title_en: input.titleEn, definition: JSON.stringify(input.definition), valid_from: validFrom, valid_to: input.validTo,
    parent_id: parent.id, reason: input.reason, resolution: input.resolution, confirmed: 1,
  });
  return { id: ulid, number };
}
