import { useEffect, useId, useRef, type ReactElement } from 'react';
import { isBusinessDate, type BusinessDate } from '../../../../../electron/domain/business-date.ts';
import { isOnLine, type GradeAttribute } from '../../../../../electron/domain/grade.ts';
import { Keycap } from '../../../../ui/actions/Keycap.tsx';
import { dayAsTyped } from '../../../../ui/fields/day-text.ts';
import { longestTyped, readNumberText } from '../../../../ui/fields/number-text.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import { ageText, choiceWord, choicesOf, measureUnit, nameIn } from '../desk-words.ts';
import { measureRules, type Measurable } from '../model/desk-grading.ts';

export interface MeasureCellProps {
  readonly measurable: Measurable;
  readonly value: string;
  readonly active: boolean;
  /** The day the goods come, which the age behind a date is counted to. */
  readonly day: BusinessDate;
  /** The rules refuse this value, such as a share above 100 %. */
  readonly wrong: boolean;
  readonly missing: boolean;
  readonly onType: (value: string) => void;
  readonly onEnter: () => void;
}

function isWrong({ measurable: { attribute }, value, wrong, active }: MeasureCellProps): boolean {
  // A day is unfinished while it is typed.
  if (attribute.type === 'date') return wrong || (value !== '' && !active && !isBusinessDate(value));
  if (wrong || attribute.type !== 'number' || value === '') return wrong;
  return !readNumberText(value, measureRules(attribute)).ok;
}

/** One measure: a number or a day typed on the numpad, or an answer chosen by digit in the line below. */
export function MeasureCell(props: MeasureCellProps): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const id = useId();
  const box = useRef<HTMLInputElement & HTMLDivElement>(null);
  const { active, missing, value, day, onType, onEnter } = props;
  const { attribute, term } = props.measurable;
  const wrong = isWrong(props);
  const isDate = attribute.type === 'date';
  useEffect(() => {
    if (active && box.current !== document.activeElement) box.current?.focus();
  }, [active]);
  const label = nameIn(attribute, language);
  return (
    <div className={styles['measure']} data-wide={isDate || undefined}>
      <label className={styles['measureLabel']} htmlFor={id}>{term === null ? label : term.mustMeasure === true ? t('desk.grade.must', { name: label }) : t('desk.grade.deducted', { name: label, base: term.basePct })}</label>
      {isOnLine(attribute) ? (
        <span className={styles['measureBox']} data-active={active || undefined} data-wrong={wrong || undefined} data-missing={(missing && value === '') || undefined}>
          <input
            id={id} ref={box} className={styles['measureInput']} data-keys="number" inputMode="decimal" autoComplete="off" maxLength={longestTyped} value={value} aria-invalid={wrong}
            placeholder={isDate ? t('desk.grade.datePlaceholder') : undefined}
            onChange={(event) => onType(isDate ? dayAsTyped(event.target.value, day) : event.target.value.trim())} onFocus={(event) => { event.currentTarget.select(); onEnter(); }}
          />
          <span className={styles['measureUnit']}>{isDate ? ageText(value, day, t) : measureUnit(attribute, t)}</span>
        </span>
      ) : (
        <div
          id={id} ref={box} role="button" tabIndex={0} aria-label={label} className={styles['measureBox']} data-active={active || undefined} data-missing={(missing && value === '') || undefined}
          onFocus={onEnter} onClick={onEnter}
        >
          <span className={styles['measureValue']}>{value === '' ? '–' : choiceWord(value, t)}</span>
        </div>
      )}
    </div>
  );
}

/** The answers of the measure that is asked now, numbered. */
export function AnswerOptions({ attribute, value, onChoose }: { readonly attribute: GradeAttribute; readonly value: string; readonly onChoose: (value: string) => void }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  return (
    <div className={styles['options']} role="group" aria-label={nameIn(attribute, language)}>
      {choicesOf(attribute).map((choice, index) => (
        <button
          key={choice} type="button" tabIndex={-1} className={styles['option']} aria-pressed={choice === value}
          onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(choice)}
        >
          <Keycap label={String(index + 1)} />{choiceWord(choice, t)}
        </button>
      ))}
    </div>
  );
}
