import type { ReactElement } from 'react';
import { priceText } from '../../../electron/domain/price.ts';
import type { TradedUnit } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { tradedPriceText, weightText } from '../ticket/desk/desk-words.ts';
import type { DeskCut } from './desk-cuts.ts';
import styles from './deduction.module.css';
import { tableText, termName } from './term-words.ts';

/** What was measured, what it takes off the weight or the price, and why, line by line as it will be printed. */
export function CutLines({ cuts, traded, short }: { readonly cuts: readonly DeskCut[]; readonly traded: TradedUnit; /** In the narrow pane: the base stands on the field where it was measured. */ readonly short: boolean }): ReactElement | null {
  const t = useText('deduction');
  const app = useText('app');
  const language = useLanguage();
  if (cuts.length === 0) return null;
  const effect = ({ takenGrams, discount, term }: DeskCut): string => {
    // In the narrow pane the price that is left stands right below.
    if (discount !== null && short) return t('cut.priceShort', { less: tradedPriceText(discount.priceBeforeE4 - discount.priceAfterE4, traded, app) });
    if (discount !== null) return t('cut.price', { before: priceText(discount.priceBeforeE4), after: priceText(discount.priceAfterE4) });
    if (takenGrams === null) return term.acts === 'weight' ? t('cut.refused') : '';
    if (takenGrams === 0) return t('cut.nothing');
    return t(takenGrams < 0 ? (short ? 'cut.addedShort' : 'cut.added') : short ? 'cut.takenShort' : 'cut.taken', { weight: weightText(Math.abs(takenGrams), traded, app) });
  };
  return (
    <ul className={styles['cuts']} data-short={short || undefined} aria-label={t('cut.title')} data-role="cuts">
      {cuts.map((cut) => (
        <li key={`${cut.term.factor} ${cut.term.acts}`} data-acts={cut.term.acts === 'weight' ? 'weight' : 'price'} title={tableText(cut.term, t)}>
          <span>{t(short ? 'cut.measuredShort' : 'cut.measured', { name: termName(cut.term, language, cut.term.factor), measured: cut.measuredPct, base: cut.term.basePct })}</span>
          <strong>{effect(cut)}</strong>
        </li>
      ))}
    </ul>
  );
}
