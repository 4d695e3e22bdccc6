import { useState, type ReactElement } from 'react';
import type { Sample } from '../../../../electron/contract/grading.ts';
import type { Product } from '../../../../electron/contract/product.ts';
import { businessDate } from '../../../../electron/domain/business-date.ts';
import type { GradeAttribute } from '../../../../electron/domain/grade.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { useGradeReasons } from '../../ticket/desk/dialogs/typed-reasons.ts';
import { choiceWord, choicesOf, measureUnit, nameIn } from '../../ticket/desk/desk-words.ts';
import { gradesOf } from '../../ticket/desk/model/desk-goods.ts';
import { judge, measurables, measureRules, ticketMeasures } from '../../ticket/desk/model/desk-grading.ts';
import { newDeskState } from '../../ticket/desk/model/desk-state.ts';
import { wrongKey } from '../../ticket/desk/panels/ProposalLine.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { DateMeasureField } from '../DateMeasureField.tsx';
import { LabelledSelect } from '../LabelledSelect.tsx';
import styles from '../grading.module.css';

/** A grader before a bag with a code: measures, the scheme's proposal, the decision. */
export function GradeSampleDialog({ sample, product, onClose }: { readonly sample: Sample; readonly product: Product; readonly onClose: () => void }): ReactElement {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const reasons = useGradeReasons();
  const send = useCommandOp('grading.gradeSample');
  const [measures, setMeasures] = useState<Readonly<Record<string, string>>>({});
  const [grade, setGrade] = useState('');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const state = { ...newDeskState(''), measures };
  // Its dates are judged on the day the sample was taken.
  const day = businessDate(sample.takenAt);
  const judgement = judge(product, state, day);
  const proposed = judgement.proposal?.gradeId ?? null;
  const refusalOf = (attribute: GradeAttribute): string | null => (judgement.wrong === attribute.id ? ticket(wrongKey(judgement.rule), { name: nameIn(attribute, language) }) : null);
  const decided = grade === '' ? proposed : grade;
  const needsReason = decided !== null && decided !== proposed;
  const proposedName = gradesOf(product).find(({ id }) => id === proposed);
  const set = (id: string, value: string): void => setMeasures({ ...measures, [id]: value });
  const decide = async (): Promise<void> => {
    if (decided === null) return;
    const reply = await send.send({ code: sample.code, grade: decided, measures: ticketMeasures(product, state).map(({ attribute, value }) => ({ attribute, value })), reason: needsReason ? reason : null });
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog
      wide title={t('sample.gradeTitle', { code: sample.code })} onClose={onClose}
      actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={decided === null || (needsReason && reason === '') || send.sending} onPress={() => void decide()}>{t('sample.decide')}</ActionButton>}
    >
      <div className={styles['stack']}>
        <strong>{nameIn(product, language)}</strong>
        <div className={styles['measures']}>
          {measurables(product).map(({ attribute }) => (attribute.type === 'date'
            ? <DateMeasureField key={attribute.id} attribute={attribute} value={measures[attribute.id] ?? ''} day={day} refusal={refusalOf(attribute)} onChange={(value) => set(attribute.id, value)} />
            : attribute.type === 'number' ? <NumPadField key={attribute.id} label={nameIn(attribute, language)} rules={measureRules(attribute)} unit={measureUnit(attribute, ticket)} value={measures[attribute.id] ?? ''} onChange={(value) => set(attribute.id, value)} />
            : <LabelledSelect key={attribute.id} label={nameIn(attribute, language)} value={measures[attribute.id] ?? ''} onChange={(value) => set(attribute.id, value)} options={['', ...choicesOf(attribute)].map((value) => ({ value, label: value === '' ? '–' : choiceWord(value, ticket) }))} />))}
        </div>
        <Notice tone={proposedName === undefined ? 'wait' : 'good'} title={proposedName === undefined ? t('try.setAside') : t('try.proposes', { grade: nameIn(proposedName, language) })} />
        <div className={styles['measures']}>
          <LabelledSelect label={t('sample.grade')} value={decided ?? ''} onChange={setGrade} options={gradesOf(product).map((each) => ({ value: each.id, label: nameIn(each, language) }))} />
          {needsReason ? <LabelledSelect label={t('sample.reason')} value={reason} onChange={setReason} options={reasons.map((value) => ({ value, label: value }))} /> : null}
        </div>
        {failure === null ? null : <RefusalNotice failure={failure} op="grading.gradeSample" />}
      </div>
    </Dialog>
  );
}
