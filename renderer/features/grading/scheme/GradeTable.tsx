import type { ReactElement } from 'react';
import type { Grade, GradeAttribute } from '../../../../electron/domain/grade.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { measureUnit, nameIn } from '../../ticket/desk/desk-words.ts';
import styles from '../grading.module.css';
import type { EditProps } from './AttributeTable.tsx';
import { CriterionCell } from './CriterionCell.tsx';
import { addGrade, inOrder, moveUp, removeGrade, withGrade } from './scheme-edit.ts';

/** The grades in their order, what each asks of each attribute, and the basic requirements above them. */
export function GradeTable({ definition, local, onChange }: EditProps): ReactElement {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const lockedBy = (attribute: GradeAttribute): boolean => local && attribute.safety === true;
  const row = (grade: Grade, index: number): ReactElement => {
    const set = (change: Partial<Grade>): void => onChange(withGrade(definition, grade.id, change));
    const text = (label: string, value: string, onText: (value: string) => void): ReactElement => <input type="text" aria-label={`${grade.nameZh} ${label}`} value={value} maxLength={60} onChange={(event) => onText(event.target.value)} />;
    return (
      <tr key={grade.id}>
        <td><ActionButton small kind="quiet" disabled={index === 0} label={`${t('edit.up')} ${grade.nameZh}`} onPress={() => onChange(moveUp(definition, grade.id))}>↑</ActionButton></td>
        <td>{text(t('edit.nameZh'), grade.nameZh, (nameZh) => set({ nameZh }))}</td>
        <td>{text(t('edit.nameEn'), grade.nameEn, (nameEn) => set({ nameEn }))}</td>
        <td><input type="text" aria-label={`${grade.nameZh} ${t('edit.localNames')}`} defaultValue={(grade.localNames ?? []).join('、')} title={t('edit.choicesHint')} onBlur={(event) => set({ localNames: event.target.value.split(/[、,，]/u).map((word) => word.trim()).filter((word) => word !== '') })} /></td>
        <td><input type="checkbox" aria-label={`${grade.nameZh} ${t('edit.bought')}`} disabled={local} checked={grade.sellable} onChange={(event) => set({ sellable: event.target.checked })} /></td>
        {definition.attributes.map((attribute) => (
          <td key={attribute.id}><CriterionCell attribute={attribute} criteria={grade.criteria} grade={grade.nameZh} locked={lockedBy(attribute)} onChange={(criteria) => set({ criteria })} /></td>
        ))}
        <td>{local ? null : <ActionButton small kind="quiet" icon="close" label={`${t('edit.remove')} ${grade.nameZh}`} onPress={() => onChange(removeGrade(definition, grade.id))}>{null}</ActionButton>}</td>
      </tr>
    );
  };
  return (
    <Card title={t('edit.grades')} actions={local ? null : <ActionButton small onPress={() => onChange(addGrade(definition))}>{t('edit.addGrade')}</ActionButton>}>
      <p className={styles['soft']}>{t('edit.offGrade')}</p>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('edit.grades')}>
        <table className={styles['edit']}>
          <thead>
            <tr>
              <th scope="col">{t('edit.order')}</th><th scope="col">{t('edit.nameZh')}</th><th scope="col">{t('edit.nameEn')}</th><th scope="col">{t('edit.localNames')}</th><th scope="col">{t('edit.bought')}</th>
              {definition.attributes.map((attribute) => <th key={attribute.id} scope="col">{[nameIn(attribute, language), measureUnit(attribute, ticket)].join(' ').trim()}</th>)}<td />
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" colSpan={5}>{t('edit.base')}</th>
              {definition.attributes.map((attribute) => <td key={attribute.id}><CriterionCell attribute={attribute} criteria={definition.baseRequirements} grade={t('edit.base')} locked={lockedBy(attribute)} onChange={(baseRequirements) => onChange({ ...definition, baseRequirements })} /></td>)}
              <td />
            </tr>
            {inOrder(definition).map(row)}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
