import type { ReactElement } from 'react';
import type { SchemeDefinition } from '../../../../electron/contract/product.ts';
import { isOnLine, type GradeAttribute } from '../../../../electron/domain/grade.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from '../grading.module.css';
import { addAttribute, removeAttribute, withAttribute } from './scheme-edit.ts';

export interface EditProps {
  readonly definition: SchemeDefinition;
  /** A local scheme: what is measured, and everything for safety, stays the parent's. */
  readonly local: boolean;
  readonly onChange: (definition: SchemeDefinition) => void;
}

const choicesIn = (text: string): string[] => text.split(/[、,，]/u).map((choice) => choice.trim()).filter((choice) => choice !== '');
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const kinds = ['number', 'date', 'bool', 'enum'] as const;

/** An attribute that becomes another kind keeps nothing of the old one's; a date has no unit and no decimals of its own. */
const ofKind = (type: GradeAttribute['type']): Partial<GradeAttribute> => ({ type, choices: [], plausible: null, ...(type === 'date' ? { unit: '', decimals: null } : {}) });

/** What is measured: names, unit, kind, where, what is usual, and whether it is mandatory for safety. */
export function AttributeTable({ definition, local, onChange }: EditProps): ReactElement {
  const t = useText('grading');
  const row = (attribute: GradeAttribute): ReactElement => {
    const set = (change: Partial<GradeAttribute>): void => onChange(withAttribute(definition, attribute.id, change));
    const { min = null, max = null } = attribute.plausible ?? {};
    const name = attribute.nameZh;
    const text = (label: string, value: string, disabled: boolean, onText: (value: string) => void, short = false): ReactElement =>
      <input type="text" aria-label={t('edit.cell', { grade: name, name: label, end: '' }).trim()} data-short={short || undefined} value={value} disabled={disabled} maxLength={60} onChange={(event) => onText(event.target.value)} />;
    return (
      <tr key={attribute.id}>
        <td>{text(t('edit.nameZh'), attribute.nameZh, local, (nameZh) => set({ nameZh }))}</td>
        <td>{text(t('edit.nameEn'), attribute.nameEn, local, (nameEn) => set({ nameEn }))}</td>
        <td>
          <select aria-label={`${name} ${t('edit.kind')}`} disabled={local} value={attribute.type} onChange={(event) => set(ofKind(kinds.find((kind) => kind === event.target.value) ?? 'number'))}>
            {kinds.map((kind) => <option key={kind} value={kind}>{t(`edit.${kind}`)}</option>)}
          </select>
        </td>
        <td>{attribute.type === 'enum' ? <input type="text" aria-label={`${name} ${t('edit.choices')}`} title={t('edit.choicesHint')} disabled={local} defaultValue={attribute.choices.join('、')} onBlur={(event) => set({ choices: choicesIn(event.target.value) })} />
          : attribute.type === 'date' ? t('edit.dateUnit') : attribute.type === 'number' ? text(t('edit.unit'), attribute.unit, local, (unit) => set({ unit }), true) : null}</td>
        <td>
          <select aria-label={`${name} ${t('edit.where')}`} disabled={local} value={attribute.measuredAt} onChange={(event) => set({ measuredAt: event.target.value === 'laboratory' ? 'laboratory' : 'station' })}>
            <option value="station">{t('edit.station')}</option><option value="laboratory">{t('edit.laboratory')}</option>
          </select>
        </td>
        <td>{attribute.type === 'number' ? text(t('edit.decimals'), attribute.decimals === null ? '' : String(attribute.decimals), local, (value) => set({ decimals: /^[0-4]$/u.test(value) ? Number(value) : null }), true) : null}</td>
        <td>{isOnLine(attribute) ? text(t('edit.low'), min ?? '', false, (value) => set({ plausible: { min: orNull(value), max } }), true) : null}</td>
        <td>{isOnLine(attribute) ? text(t('edit.high'), max ?? '', false, (value) => set({ plausible: { min, max: orNull(value) } }), true) : null}</td>
        <td><input type="checkbox" aria-label={`${name} ${t('edit.safety')}`} title={local ? t('edit.safetyLocked') : t('edit.safety')} disabled={local} checked={attribute.safety === true} onChange={(event) => set({ safety: event.target.checked })} /></td>
        <td>{local ? null : <ActionButton small kind="quiet" icon="close" label={`${t('edit.remove')} ${name}`} onPress={() => onChange(removeAttribute(definition, attribute.id))}>{null}</ActionButton>}</td>
      </tr>
    );
  };
  return (
    <Card title={t('edit.attributes')} actions={local ? null : <ActionButton small onPress={() => onChange(addAttribute(definition))}>{t('edit.addAttribute')}</ActionButton>}>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('edit.attributes')}>
        <table className={styles['edit']}>
          <thead><tr>{(['nameZh', 'nameEn', 'kind', 'unit', 'where', 'decimals', 'low', 'high', 'safety'] as const).map((head) => <th key={head} scope="col">{t(`edit.${head}`)}</th>)}<td /></tr></thead>
          <tbody>{definition.attributes.map(row)}</tbody>
        </table>
      </div>
    </Card>
  );
}
