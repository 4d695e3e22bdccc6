import { useState, type ReactElement } from 'react';
import type { SchemeDefinition } from '../../../electron/contract/product.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { LabelledSelect } from '../grading/LabelledSelect.tsx';
import styles from './deduction.module.css';
import type { TermDraft } from './terms-draft.ts';

interface Named { readonly factor: string; readonly nameZh: string; readonly nameEn: string }
export interface NewFactorProps { readonly definition: SchemeDefinition | null; readonly drafts: readonly TermDraft[]; readonly onAdd: (named: Named) => void }

const own = '';

/** A sign for something the scheme does not measure, not yet used in the list. */
function ownFactor(drafts: readonly TermDraft[]): string {
  const taken = new Set(drafts.map((draft) => draft.factor));
  return Array.from({ length: 20 }, (_value, index) => `own_${String(index + 1)}`).find((factor) => !taken.has(factor)) ?? 'own';
}

/** Adds a factor: something the scheme measures in percent, or something of the station's own. */
export function NewFactor({ definition, drafts, onAdd }: NewFactorProps): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  const known = (definition?.attributes ?? []).filter((attribute) => attribute.type === 'number' && attribute.unit === '%')
    .map((attribute): Named => ({ factor: attribute.id.replace(/_pct$/u, ''), nameZh: attribute.nameZh, nameEn: attribute.nameEn }));
  const [chosen, setChosen] = useState(known[0]?.factor ?? own);
  const add = (): void => onAdd(known.find(({ factor }) => factor === chosen) ?? { factor: ownFactor(drafts), nameZh: '', nameEn: '' });
  return (
    <div className={styles['row']}>
      <LabelledSelect label={t('edit.factor')} value={chosen} options={[...known.map((named) => ({ value: named.factor, label: language === 'zh' ? named.nameZh : named.nameEn })), { value: own, label: t('edit.ownFactor') }]} onChange={setChosen} />
      <ActionButton onPress={add}>{t('edit.add')}</ActionButton>
    </div>
  );
}
