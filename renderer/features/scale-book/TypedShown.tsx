import type { ReactElement } from 'react';
import { parseKilograms } from '../../../electron/domain/mass.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './scale-book.module.css';

/** A figure read off the display by a person, and why core could not read it. */
export interface TypedFigure {
  readonly text: string;
  readonly grams: number | null;
  readonly reason: string | null;
}

const reasons = ['notSending', 'noCable', 'otherDisplay'] as const;

/** What the display shows, typed, below zero by the key beside it; the entry is marked for ever. */
export function TypedShown({ figure, onChange }: { readonly figure: TypedFigure; readonly onChange: (figure: TypedFigure) => void }): ReactElement {
  const t = useText('scale_book');
  const app = useText('app');
  const isBelow = (figure.grams ?? 0) < 0;
  const gramsOf = (text: string, below: boolean): number | null => {
    const size = parseKilograms(text);
    return size === null ? null : below ? -size : size;
  };
  return (
    <div className={styles['form']}>
      <NumPadField
        large autoFocus label={t('check.typed')} hint={t('check.typedHint')} unit={app('unit.kilogram')} rules={{ decimals: 3, wholeDigits: 6 }} value={figure.text}
        onChange={(text) => onChange({ ...figure, text, grams: gramsOf(text, isBelow) })}
      />
      <div className={styles['row']}><ActionButton small pressed={isBelow} disabled={figure.grams === null || figure.grams === 0} onPress={() => onChange({ ...figure, grams: gramsOf(figure.text, !isBelow) })}>{t('check.below')}</ActionButton></div>
      <ChoiceList
        across label={t('check.typedWhy')} layer="dialog" digits={false} chosen={figure.reason} onChoose={(reason) => onChange({ ...figure, reason })}
        choices={reasons.map((each) => ({ value: t(`check.reason.${each}`), label: t(`check.reason.${each}`) }))}
      />
    </div>
  );
}
