import { Select } from 'antd';
import type { ReactElement } from 'react';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { DateMeasureField } from '../grading/DateMeasureField.tsx';
import { choicesOf, choiceWord, nameIn } from '../ticket/desk/desk-words.ts';
import type { DeskView } from '../ticket/desk/desk-model.ts';
import { measurables, measureRules } from '../ticket/desk/model/desk-grading.ts';
import { wrongKey } from '../ticket/desk/panels/ProposalLine.tsx';
import { SplitFields, SplitSaid } from '../ticket/desk/panels/SplitFields.tsx';
import styles from './paperbook.module.css';

/** What was measured; what is deducted for follows from the terms of the page's time. */
function PaperMeasures({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('paperbook');
  const ticket = useText('ticket');
  const language = useLanguage();
  const { state, preview, dispatch } = desk;
  const cells = measurables(preview.product);
  if (cells.length === 0) return null;
  return (
    <section className={styles['rows']} aria-label={t('whole.measures')}>
      <h3>{t('whole.measures')}</h3>
      <div className={styles['grid']}>
        {cells.map(({ attribute, term }) => {
          const name = nameIn(attribute, language);
          const label = term === null ? name : ticket('desk.grade.deducted', { name, base: term.basePct });
          const value = state.measures[attribute.id] ?? '';
          const set = (typed: string): void => dispatch({ type: 'measured', attribute: attribute.id, value: typed });
          const refusal = preview.judgement.wrong === attribute.id ? (attribute.type === 'date' ? ticket(wrongKey(preview.judgement.rule), { name }) : t('whole.measureWrong')) : null;
          if (attribute.type === 'date') return <DateMeasureField key={attribute.id} attribute={attribute} label={label} value={value} day={desk.goods.day} refusal={refusal} onChange={set} />;
          return attribute.type === 'number' ? (
            <NumPadField key={attribute.id} label={label} value={value} rules={measureRules(attribute)} unit={attribute.unit ?? ''} refusal={refusal} onChange={set} />
          ) : (
            <label key={attribute.id} className={styles['label']}>{label}
              <Select aria-label={label} allowClear value={value === '' ? null : value} onChange={(choice: string | null | undefined) => set(choice ?? '')} options={choicesOf(attribute).map((choice) => ({ value: choice, label: choiceWord(choice, ticket) }))} />
            </label>
          );
        })}
      </div>
    </section>
  );
}

/** Measures, and the other grades with what went back and what was lost; the chosen grade takes the rest. */
export function PaperGrading({ desk }: { readonly desk: DeskView }): ReactElement {
  const t = useText('paperbook');
  const { state, preview, dispatch } = desk;
  return (
    <>
      <PaperMeasures desk={desk} />
      <section className={styles['rows']} aria-label={t('whole.parts')}>
        <h3>{t('whole.parts')}</h3>
        <div className={styles['grid']}>
          <SplitFields desk={desk} />
          {preview.returnedGrams === 0 ? null : <TextField label={t('whole.returnReason')} value={state.returnReason ?? ''} maxLength={200} onChange={(reason) => dispatch({ type: 'returnReasonGiven', reason })} />}
        </div>
        {preview.netGrams === 0 ? null : <SplitSaid desk={desk} />}
      </section>
    </>
  );
}
