import { sampleByCode, sampleIsUsed, samples, schemeById, takerOfSample } from '../../../../db/queries/grading.queries.ts';
import { draftByUlid, ownerOf, ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { proposeGrade } from '../../../domain/grade.ts';
import { blindCode } from '../../platform/blind-code.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';
import { factorsInForce } from '../deduction/terms-in-force.ts';
import { sampleLabelJob } from '../printing/queue-papers.ts';
import { measuresOf } from '../ticket/grading.ts';
import { refreshBinding, samplesOver } from './binding-samples.ts';
import { refuseStrange, schemeOf } from './goods.ts';
import { schemeDefinition } from '../scheme-definition.ts';

type SampleRow = NonNullable<ReturnType<typeof sampleByCode.first>>;

const fieldsOf = ({ id: _id, ulid: _ulid, version: _version, ...fields }: SampleRow) => fields;

/** Takes a sample of the goods of a draft; goods that wait for a sample or follow one are not sampled again. */
export function takeSample(context: CommandContext, input: ParsedInputOf<'grading.takeSample'>): OutputOf<'grading.takeSample'> {
  const posted = ticketOfDraft.first(context.tx, { draft: input.draftId });
  if (posted) refuse('draft_posted', { number: posted.number });
  if (input.keepUntil < context.businessDate) refuse('keep_until_past');
  const { product, scheme } = schemeOf(context.tx, input.productId, context.now);
  const members = input.owners.map((memberUlid) => (ownerOf.first(context.tx, { memberUlid }) ?? refuse('member_unknown')).memberRowId);
  if (samplesOver(context, { draftId: input.draftId, productRowId: product.id, memberRowIds: members }).length > 0) refuse('sample_taken');
  const code = blindCode();
  const { id } = createMaster(context, 'sample', {
    code, draft_ulid: input.draftId, product_id: product.id, scheme_id: scheme?.id ?? null, place: input.place, keep_until: input.keepUntil, state: 'kept', note: null, taken_at: context.now,
    business_date: context.businessDate, members: JSON.stringify(members.toSorted((a, b) => a - b)),
    grade: null, measures: null, reason: null, graded_by: null, graded_at: null, withdrawn_at: null, withdrawn_by: null, withdrawal_approved_by: null, withdrawal_reason: null,
  });
  refreshBinding(context, id);
  return { code, jobId: sampleLabelJob(context, id).jobId };
}

/** Queues another label; it is marked COPY n. */
export const printSample = (context: CommandContext, { code }: { readonly code: string }): OutputOf<'grading.printSample'> =>
  sampleLabelJob(context, (sampleByCode.first(context.tx, { code }) ?? refuse('sample_unknown')).id);

/** The register: codes, places, states. Nothing of a member stands in it. */
export const listSamples = ({ db }: QueryContext): OutputOf<'grading.samples'> => ({
  rows: samples.all(db, {}).map(({ withdrawnAt, withdrawnBy, approvedBy, withdrawalReason, binds, ...row }) =>
    ({ ...row, binds: binds === 1, withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', approvedBy: approvedBy ?? '', reason: withdrawalReason ?? '' } })),
});

/** Who took the sample, and who entered the delivery last, know whose goods they are. */
const knowsMember = (context: CommandContext, sample: SampleRow): boolean =>
  [takerOfSample.first(context.tx, { ulid: sample.ulid })?.userId, draftByUlid.first(context.tx, { ulid: sample.draft_ulid })?.user_id].includes(signedIn(context).rowId);

/** Gives a sample its grade, once; dates are judged as ages on the day it was taken. A grade the measures do not propose needs a reason, as at the desk. */
export function gradeSample(context: CommandContext, input: ParsedInputOf<'grading.gradeSample'>): Record<string, never> {
  const sample = sampleByCode.first(context.tx, { code: input.code }) ?? refuse('sample_unknown');
  if (sample.withdrawn_at !== null) refuse('sample_withdrawn');
  if (sample.grade !== null) refuse('sample_graded');
  const posted = ticketOfDraft.first(context.tx, { draft: sample.draft_ulid });
  if (posted) refuse('draft_posted', { number: posted.number });
  if (knowsMember(context, sample)) refuse('sample_own');
  const scheme = sample.scheme_id === null ? undefined : schemeById.first(context.tx, { id: sample.scheme_id });
  const definition = scheme ? schemeDefinition(scheme.definition) : null;
  refuseStrange(definition, definition === null ? [] : [input.grade], input.measures.map(({ attribute }) => attribute), factorsInForce(context.tx, sample.product_id, context.now));
  const proposed = definition === null ? null : proposeGrade(definition, measuresOf(definition, input.measures, sample.business_date)).gradeId;
  if (definition !== null && proposed !== input.grade && input.reason === null) refuse('grade_needs_reason');
  reviseMaster(context, 'sample', sample.ulid, { ...fieldsOf(sample), grade: input.grade, measures: JSON.stringify(input.measures), reason: input.reason, graded_by: signedIn(context).rowId, graded_at: context.now });
  return {};
}

/** Ends what a sample says of its goods; the second person is checked by the dispatcher. One whose delivery is posted has said it already. */
export function withdrawSample(context: CommandContext, input: ParsedInputOf<'grading.withdrawSample'>): Record<string, never> {
  const sample = sampleByCode.first(context.tx, { code: input.code }) ?? refuse('sample_unknown');
  if (sample.withdrawn_at !== null) refuse('sample_withdrawn');
  if (sampleIsUsed.one(context.tx, { code: input.code }).used === 1) refuse('sample_posted');
  const approver = context.approver ?? refuse('approval_required');
  reviseMaster(context, 'sample', sample.ulid, {
    ...fieldsOf(sample), withdrawn_at: context.now, withdrawn_by: signedIn(context).rowId, withdrawal_approved_by: approver.rowId, withdrawal_reason: input.reason,
  }, input.expectedVersion);
  refreshBinding(context, sample.id);
  return {};
}

/** Notes where a sample lies or that it was opened or discarded; what is discarded stays so. */
export function moveSample(context: CommandContext, input: ParsedInputOf<'grading.moveSample'>): Record<string, never> {
  const sample = sampleByCode.first(context.tx, { code: input.code }) ?? refuse('sample_unknown');
  if (sample.state === 'discarded') refuse('sample_discarded');
  reviseMaster(context, 'sample', sample.ulid, { ...fieldsOf(sample), place: input.place, state: input.state, note: input.note }, input.expectedVersion);
  return {};
}
