import { useId, type ReactElement, type ReactNode } from 'react';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import type { TermFindingCode } from '../../../electron/domain/deduction-terms-check.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import styles from './deduction.module.css';
import { RowsTable } from './RowsTable.tsx';
import type { TermDraft } from './terms-draft.ts';
import { tableText } from './term-words.ts';

export interface TermCardProps {
  readonly draft: TermDraft;
  readonly meant: DeductionTerm | undefined;
  readonly place: number;
  readonly last: boolean;
  readonly finding: TermFindingCode | null;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<TermDraft>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const actings = ['weight', 'price_share', 'price_amount'] as const;
const methods = ['step_table', 'interpolated', 'dry_matter'] as const;

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }): ReactElement {
  const id = useId();
  return <label htmlFor={id}>{label}{children(id)}</label>;
}

/** One factor: its place in the order, what it acts on, from where on, by which table, and that in a sentence. */
export function TermCard({ draft, meant, place, last, finding, disabled, onChange, onMove, onRemove }: TermCardProps): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  const name = (language === 'zh' ? draft.nameZh : draft.nameEn) || draft.factor;
  const onPrice = draft.acts !== 'weight';
  const text = (label: string, value: string, key: 'nameZh' | 'nameEn' | 'basePct' | 'limit', figure: boolean): ReactElement => (
    <Labelled label={label}>{(id) => <input id={id} type="text" {...(figure ? { 'data-keys': 'number', inputMode: 'decimal' as const } : {})} value={value} disabled={disabled} maxLength={figure ? 12 : 40} onChange={(event) => onChange({ [key]: event.target.value })} />}</Labelled>
  );
  return (
    <li className={styles['term']} data-acts={onPrice ? 'price' : 'weight'} data-broken={finding !== null || undefined} data-term={draft.key}>
      <div className={styles['termHead']}>
        <strong>{t('edit.place', { number: place + 1, name })}</strong>
        {disabled ? null : (
          <>
            <ActionButton small label={t('edit.up', { name })} disabled={place === 0} onPress={() => onMove(-1)}>{t('edit.upShort')}</ActionButton>
            <ActionButton small label={t('edit.down', { name })} disabled={last} onPress={() => onMove(1)}>{t('edit.downShort')}</ActionButton>
            <ActionButton small kind="quiet" icon="close" label={t('edit.remove', { name })} onPress={onRemove}>{null}</ActionButton>
          </>
        )}
      </div>
      <div className={styles['fields']}>
        {text(t('edit.nameZh'), draft.nameZh, 'nameZh', false)}
        {text(t('edit.nameEn'), draft.nameEn, 'nameEn', false)}
        <Labelled label={t('edit.acts')}>{(id) => (
          <select id={id} value={draft.acts} disabled={disabled} onChange={(event) => { const acts = actings.find((each) => each === event.target.value) ?? 'weight'; onChange({ acts, ...(acts !== 'weight' && draft.method === 'dry_matter' ? { method: 'step_table' } : {}) }); }}>
            {actings.map((acts) => <option key={acts} value={acts}>{t(`acts.${acts}`)}</option>)}
          </select>
        )}</Labelled>
        <Labelled label={t('edit.method')}>{(id) => (
          <select id={id} value={draft.method} disabled={disabled} onChange={(event) => onChange({ method: methods.find((each) => each === event.target.value) ?? 'step_table' })}>
            {methods.filter((method) => !onPrice || method !== 'dry_matter').map((method) => <option key={method} value={method}>{t(`method.${method}`)}</option>)}
          </select>
        )}</Labelled>
        {text(t('edit.base'), draft.basePct, 'basePct', true)}
        {text(t('edit.limit'), draft.limit, 'limit', true)}
      </div>
      <label className={styles['check']}><input type="checkbox" checked={draft.mustMeasure} disabled={disabled} onChange={(event) => onChange({ mustMeasure: event.target.checked })} /> {t('edit.mustMeasure')}</label>
      {draft.method === 'dry_matter' ? null : <RowsTable draft={draft} name={name} disabled={disabled} onRows={(rows) => onChange({ rows })} />}
      {finding === null ? <p className={styles['words']}>{meant === undefined ? '' : tableText(meant, t)}{draft.limit.trim() === '' ? '' : t('table.limit', { limit: draft.limit })}</p> : <p className={styles['problem']} role="alert">{t(`finding.${finding}`)}</p>}
    </li>
  );
}
