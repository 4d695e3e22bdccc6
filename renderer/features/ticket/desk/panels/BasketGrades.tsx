import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, weightText } from '../desk-words.ts';
import { gradesOf, priceOf } from '../model/desk-goods.ts';
import { numbered } from './numbered.ts';

/** Goods that come sorted by basket: a press says which grade a whole basket is, and the kilograms follow. Out of sight until it is asked for. */
export function BasketGrades({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const { state, goods, preview, dispatch } = desk;
  const [open, setOpen] = useState(state.baskets.some(({ grade }) => grade !== undefined));
  const { product } = preview;
  const grades = gradesOf(product).filter((grade) => product !== null && priceOf(goods, product.id, grade.id) !== null);
  if (product === null || state.baskets.length < 2 || grades.length < 2 || preview.grade === null) return null;
  if (!open) return <div><ActionButton small layer="dialog" onPress={() => setOpen(true)}>{t('desk.split.byBasket')}</ActionButton></div>;
  const netGrams = preview.baskets.map(({ net }) => net);
  return (
    <section aria-label={t('desk.split.byBasket')} className={styles['basketGrades']}>
      <p>{t('desk.split.byBasketText')}</p>
      {numbered(state.baskets).map(({ basket, number }) => {
        const index = number - 1;
        const name = t('desk.split.basket', { number, net: weightText(netGrams[index] ?? 0, product.tradedUnit, app) });
        return (
          <div key={number} role="group" aria-label={name} className={styles['basketGrade']}>
            <span>{name}</span>
            {grades.map((grade) => (
              <ActionButton
                key={grade.id} small layer="dialog" pressed={basket.grade === grade.id}
                onPress={() => dispatch({ type: 'basketGraded', index, grade: basket.grade === grade.id ? null : grade.id, netGrams, restGrade: preview.grade })}
              >
                {nameIn(grade, language)}
              </ActionButton>
            ))}
          </div>
        );
      })}
    </section>
  );
}
