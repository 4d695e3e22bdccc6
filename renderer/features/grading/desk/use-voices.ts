import { useEffect, type Dispatch } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import type { DeskAction } from '../../ticket/desk/model/desk-reducer.ts';
import type { DeskState } from '../../ticket/desk/model/desk-state.ts';

export type Voices = OutputOf<'grading.ofDraft'>;

/** What a machine and a blind grader say of the goods on the desk; asked again every few seconds while it matters. */
export function useVoices(state: DeskState): Voices | null {
  const matters = state.step === 'grade' || state.step === 'confirm';
  const answer = useQueryOp('grading.ofDraft', { draftId: state.draftId, productId: state.productId, owners: state.owners.map(({ memberId }) => memberId) }, { enabled: matters, refreshMs: 3_000 });
  return answer.data?.ok === true ? answer.data.data : null;
}

/** A sample that is decided decides the delivery: its measures, grade and reason come onto the desk. */
export function useBlindDecision(state: DeskState, voices: Voices | null, dispatch: Dispatch<DeskAction>): void {
  const sample = voices?.sample ?? null;
  useEffect(() => {
    if (sample === null || sample.grade === null) return;
    for (const { attribute, value } of sample.measures) if (state.measures[attribute] !== value) dispatch({ type: 'measured', attribute, value });
    if (state.grade !== sample.grade) dispatch({ type: 'gradeChosen', grade: sample.grade });
    if (sample.reason !== null && state.overrideReason !== sample.reason) dispatch({ type: 'reasonGiven', reason: sample.reason });
  }, [sample, state, dispatch]);
}
