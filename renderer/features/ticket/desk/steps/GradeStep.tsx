import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Grade } from '../../../../../electron/domain/grade.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { digitKeys, type KeyName } from '../../../../ui/keyboard/key-name.ts';
import type { KeyHandler } from '../../../../ui/keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { useBlindDecision, useVoices } from '../../../grading/desk/use-voices.ts';
import { useDoubt } from '../../../grading/desk/use-doubt.ts';
import { VoiceLines } from '../../../grading/desk/VoiceLines.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { choicesOf } from '../desk-words.ts';
import { gradesOf, priceOf } from '../model/desk-goods.ts';
import { measurables, type Measurable } from '../model/desk-grading.ts';
import { AnswerOptions, MeasureCell } from '../panels/MeasureCell.tsx';
import { GradeChoices } from '../panels/GradeChoices.tsx';
import { MustMeasure, ProposalLine } from '../panels/ProposalLine.tsx';

export interface GradeStepProps {
  readonly desk: DeskView;
  readonly mayOverride: boolean;
  readonly onReason: () => void;
  readonly onSplit: () => void;
  readonly onWords: () => void;
}

/**
 * First what was measured, one field after the other, then the grade: the scheme's proposal stands chosen, and a digit takes another.
 * `active` counts through the fields; behind the last one the digits belong to the grades.
 */
export function GradeStep({ desk, mayOverride, onReason, onSplit, onWords }: GradeStepProps): ReactElement {
  const t = useText('ticket');
  const { state, goods, preview, dispatch } = desk;
  const { product, judgement } = preview;
  const cells = measurables(product);
  const grades = gradesOf(product);
  const [active, setActive] = useState(() => (state.grade !== null || Object.keys(state.measures).length > 0 ? cells.length : 0));
  const gradesBox = useRef<HTMLDivElement>(null);
  const atGrades = active >= cells.length;
  const cell = cells[active];
  const isMissing = ({ term }: Measurable): boolean => preview.unmeasured.some(({ factor }) => factor === term?.factor);
  const firstMissing = cells.findIndex(isMissing);
  const voices = useVoices(state);
  useBlindDecision(state, voices, dispatch);
  const doubt = useDoubt(cell, cell === undefined ? '' : state.measures[cell.attribute.id] ?? '', goods.day);
  const options = cell === undefined ? [] : choicesOf(cell.attribute);
  useEffect(() => {
    if (atGrades) gradesBox.current?.focus();
  }, [atGrades]);

  const open = (grade: Grade): boolean => product !== null && priceOf(goods, product.id, grade.id) !== null && (mayOverride || judgement.proposal?.gradeId === grade.id);
  const pick = (grade: Grade | undefined): void => {
    if (grade !== undefined && open(grade)) dispatch({ type: 'gradeChosen', grade: grade.id });
  };
  const measure = (value: string): void => {
    if (cell !== undefined) dispatch({ type: 'measured', attribute: cell.attribute.id, value });
  };
  const digits: Partial<Record<KeyName, KeyHandler>> = {};
  digitKeys.forEach((key, index) => {
    digits[key] = () => {
      const option = options[index];
      if (atGrades) pick(grades[index]);
      else if (option !== undefined) measure(option);
    };
  });
  const move = (by: 1 | -1): void => {
    const at = grades.findIndex((grade) => grade.id === preview.grade);
    const ring = Array.from({ length: grades.length }, (_, step) => grades[(at + by * (step + 1) + grades.length * 2) % grades.length]);
    pick(ring.find((grade) => grade !== undefined && open(grade)));
  };
  const toOther = (): void => { if (atGrades || !doubt.asks()) setActive(atGrades ? 0 : cells.length); };
  const advance = (): void => {
    if (!atGrades && doubt.asks()) return;
    if (preview.refusedWhole) dispatch({ type: 'advanced' });
    else if (!atGrades) setActive(active + 1);
    else if (firstMissing >= 0) setActive(firstMissing);
    else if (preview.grade !== null && preview.needsReason && state.overrideReason === null) onReason();
    else if (preview.grade !== null) dispatch({ type: 'advanced' });
  };
  const back = (): void => {
    if (active > 0 && !atGrades) setActive(active - 1);
    else dispatch({ type: 'steppedBack' });
  };
  useKeyboardScope({
    ...digits, Enter: advance, F4: onWords, Add: toOther, Subtract: back, Multiply: onSplit, Escape: back,
    ArrowDown: () => (atGrades ? move(1) : advance()), ArrowUp: () => (atGrades ? move(-1) : back()), ArrowRight: () => (atGrades ? move(1) : undefined), ArrowLeft: () => (atGrades ? move(-1) : undefined),
  }, 'part');
  return (
    <>
      <div className={styles['main']}>
        {cells.length === 0 ? null : (
          <section className={styles['measures']} aria-label={t('desk.grade.measures')}>
            {cells.map((each, index) => (
              <MeasureCell
                key={each.attribute.id} measurable={each} value={state.measures[each.attribute.id] ?? ''} day={goods.day} active={index === active}
                wrong={judgement.wrong === each.attribute.id} missing={judgement.proposal?.unknown.includes(each.attribute.id) === true || isMissing(each)}
                onType={(value) => dispatch({ type: 'measured', attribute: each.attribute.id, value })} onEnter={() => setActive(index)}
              />
            ))}
          </section>
        )}
        {cell !== undefined && options.length > 0 ? <AnswerOptions attribute={cell.attribute} value={state.measures[cell.attribute.id] ?? ''} onChoose={measure} /> : doubt.text !== null ? null : preview.unmeasured.length > 0 ? <MustMeasure missing={cells.filter(isMissing).map(({ attribute }) => attribute)} /> : <ProposalLine preview={preview} />}
        <VoiceLines desk={desk} voices={voices} doubt={doubt.text} deciding={atGrades} />
        <div ref={gradesBox} tabIndex={-1} style={{ outline: 'none' }}>
          <GradeChoices desk={desk} grades={grades} numbered={atGrades} isOpen={open} onPick={(grade) => { setActive(cells.length); pick(grade); }} />
        </div>
        {preview.needsReason && state.overrideReason !== null && preview.grade !== null ? <p className={styles['said']} data-tone="wait">{t('desk.grade.reasonIs', { reason: state.overrideReason })}</p> : null}
      </div>
      <div className={styles['actions']} data-row="">
        <ActionButton kind="main" keyLabel="Enter ↵" icon="next" disabled={atGrades && preview.grade === null && !preview.refusedWhole} onPress={advance}>{t(preview.refusedWhole ? 'desk.grade.allBack' : atGrades ? 'desk.grade.take' : 'desk.grade.nextMeasure')}</ActionButton>
        {cells.length === 0 ? null : <ActionButton keyLabel="+" onPress={toOther}>{t(atGrades ? 'desk.grade.toMeasures' : 'desk.grade.toGrades')}</ActionButton>}
        <ActionButton keyLabel="*" onPress={onSplit}>{t('desk.grade.split')}</ActionButton>
        <ActionButton keyLabel="−" onPress={back}>{t('desk.back')}</ActionButton>
      </div>
    </>
  );
}
