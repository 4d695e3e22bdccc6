import { gradeWords, wordByUlid, wordOfProduct } from '../../../../db/queries/grading.queries.ts';
import { productByUlid } from '../../../../db/queries/ticket.queries.ts';
import type { SchemeDefinition } from '../../../contract/product.ts';
import { parseDecimal } from '../../../domain/decimal.ts';
import { wholeDays } from '../../../domain/whole-days.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { refuseStrange, schemeOf } from './goods.ts';

export const listWords = ({ db }: QueryContext): OutputOf<'grading.words'> => ({ rows: gradeWords.all(db, {}).map((row) => ({ ...row, active: row.active === 1 })) });

/** What a word says of a measure must be something the measure can be: a number, yes or no, one of its choices, of a date how many days ago. Refuses `word_value`. */
function valueOf(definition: SchemeDefinition | null, id: string, value: string): string {
  const attribute = definition?.attributes.find((known) => known.id === id);
  const fits = attribute?.type === 'enum' ? attribute.choices.includes(value) : attribute?.type === 'bool' ? value === 'true' || value === 'false'
    : attribute?.type === 'date' ? wholeDays(value) !== null : parseDecimal(value) !== null;
  return fits ? value : refuse('word_value', { value });
}

/** Keeps a local word and what it means; a word belongs to a product once. */
export function saveWord(context: CommandContext, input: ParsedInputOf<'grading.saveWord'>): { id: string } {
  const { product, definition } = schemeOf(context.tx, input.productId, context.now);
  refuseStrange(definition, input.grade === null ? [] : [input.grade], input.attribute === null ? [] : [input.attribute]);
  const value = input.attribute === null ? null : valueOf(definition, input.attribute, input.value ?? '');
  const fields = { product_id: product.id, word: input.word, grade: input.grade, attribute: input.attribute, value, note: input.note, active: input.active ? 1 : 0 };
  const same = wordOfProduct.first(context.tx, { productId: product.id, word: input.word });
  if (same && same.ulid !== input.id) refuse('word_twice');
  if (input.id === null) return { id: createMaster(context, 'grade_word', fields).ulid };
  if (!wordByUlid.first(context.tx, { ulid: input.id })) refuse('word_unknown');
  reviseMaster(context, 'grade_word', input.id, fields, input.expectedVersion);
  return { id: input.id };
}

/** A word used on a ticket for the first time joins the product's list with the grade that was decided, so that it is offered next time. */
export function learnWord(context: CommandContext, productId: string, word: string, grade: string | null): void {
  const product = productByUlid.one(context.tx, { ulid: productId });
  if (wordOfProduct.first(context.tx, { productId: product.id, word })) return;
  createMaster(context, 'grade_word', { product_id: product.id, word, grade, attribute: null, value: null, note: null, active: 1 });
}
