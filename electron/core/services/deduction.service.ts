import { termsVersions } from '../../../db/queries/deduction.queries.ts';
import { productByUlid, schemeInForce } from '../../../db/queries/ticket.queries.ts';
import type { TermsVersion } from '../../contract/deduction.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import type { DeductionTerm } from '../../domain/deduction-terms.ts';
import { businessDate } from '../../domain/business-date.ts';
import { checkTerms } from '../../domain/deduction-terms-check.ts';
import { isPutAside, takingOver } from '../../domain/terms-versions.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { openDocument } from './books/documents.ts';
import { findTerms } from './deduction/terms-in-force.ts';
import { schemeDefinition } from './scheme-definition.ts';

type Own = 'deduction.terms' | 'deduction.publish';

/** How far back a beginning may lie: a form that was filled in slowly. */
const latestMs = 10 * 60_000;

function listTerms({ db, now }: QueryContext, { productId }: { productId: string }): OutputOf<'deduction.terms'> {
  const product = productByUlid.first(db, { ulid: productId }) ?? refuse('product_unknown');
  const inForce = findTerms(db, product.id, now)?.id;
  const all = termsVersions.all(db, { productId: product.id }).map((row) => ({ ...row, replacesComing: row.replacesComing === 1 }));
  return {
    rows: all.map((row): TermsVersion => ({
      ...row, terms: JSON.parse(row.terms) as DeductionTerm[], state: row.id === inForce ? 'in_force' : isPutAside(row, all) ? 'put_aside' : row.effectiveFrom > now ? 'coming' : 'past',
    })),
  };
}

/** Publishes terms as a document; the version before stays as it was. Refuses what the contract lists under `deduction.publish`. */
export function publishTerms(context: CommandContext, input: ParsedInputOf<'deduction.publish'>): OutputOf<'deduction.publish'> {
  const product = productByUlid.first(context.tx, { ulid: input.productId }) ?? refuse('product_unknown');
  const versions = termsVersions.all(context.tx, { productId: product.id }).map((row) => ({ ...row, replacesComing: row.replacesComing === 1 }));
  const [newest] = versions;
  if ((newest?.id ?? null) !== input.basedOn) refuse('version_changed');
  const effectiveFrom = input.effectiveFrom ?? context.now;
  if (effectiveFrom < context.now - latestMs) refuse('effective_in_past');
  const scheme = schemeInForce.first(context.tx, { productId: product.id, at: effectiveFrom });
  const [broken] = checkTerms(input.terms, scheme === undefined ? [] : schemeDefinition(scheme.definition).attributes);
  if (broken) refuse('terms_invalid', { finding: broken.code, factor: input.terms[broken.index]?.nameZh ?? '' });
  const terms = JSON.stringify(input.terms);
  const [next] = takingOver(versions, effectiveFrom);
  const replaces = next !== undefined && input.coming === 'replace';
  // The same terms once more call off those to come; without that they say nothing new.
  if (!replaces && newest !== undefined && newest.effectiveFrom <= effectiveFrom && newest.terms === terms && newest.rule === input.rule) refuse('terms_unchanged');
  if (next !== undefined && input.coming === undefined) refuse('coming_undecided', { number: next.number, day: businessDate(next.effectiveFrom) });
  const number = (newest?.number ?? 0) + 1;
  const document = openDocument(context, { type: 'deduction_terms', reason: input.reason });
  document.add('deduction_terms', { document_id: document.id, product_id: product.id, number, effective_from: effectiveFrom, replaces_coming: replaces ? 1 : 0, rule: input.rule, terms, reason: input.reason });
  document.seal({ payload: { product: product.code, version: number, effectiveFrom, factors: input.terms.length, ...(replaces ? { replacesComing: true } : {}) } });
  return { id: document.ulid, number, documentNumber: document.number, takesOver: next === undefined || replaces ? null : { number: next.number, effectiveFrom: next.effectiveFrom } };
}

/** What is deducted for a product: versions, published and never changed. */
export const deductionHandlers = {
  'deduction.terms': ask(listTerms),
  'deduction.publish': change(publishTerms),
} satisfies HandlersOf<Own>;
