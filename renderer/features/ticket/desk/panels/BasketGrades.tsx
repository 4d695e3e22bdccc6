import { useState, type ReactElement } from 'react';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, weightText } from '../desk-words.ts';
import { gradesOf, priceOf } from '../model/desk-goods.ts';
import { numbered } from './numbered.ts';

/** Whether goods could come sorted by basket: several baskets, and several grades with a price. */
export function mayGradeBaskets({ state, preview: { product }, goods }: DeskView): boolean {
  return product !== null && state.baskets.length > 1 && gradesOf(product).filter(({ id }) => priceOf(goods, product.id, id) !== null).length > 1;
}

/** The number of the grade of each basket that is all of one grade, as the grades are numbered at the desk; their kilograms follow. */
export function BasketGrades({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const { state, goods, preview, dispatch } = desk;
  const { product } = preview;
  // What names no grade stays in its field, and the basket is said to be of none.
  const [unread, setUnread] = useState<Readonly<Record<number, string>>>({});
  if (product === null) return null;
  const grades = gradesOf(product).map((grade, place) => ({ grade, key: String(place + 1), open: priceOf(goods, product.id, grade.id) !== null }));
  const netGrams = preview.baskets.map(({ net }) => net);
  const say = (number: number, text: string): void => {
    const found = grades.find(({ key, open }) => open && key === text);
    setUnread({ ...unread, [number]: found === undefined ? text : '' });
    dispatch({ type: 'basketGraded', index: number - 1, grade: found?.grade.id ?? null, netGrams, restGrade: preview.grade });
  };
  const list = grades.filter(({ open }) => open).map(({ key, grade }) => `${key} ${nameIn(grade, language)}`).join(' · ');
  return (
    <section aria-label={t('desk.split.byBasket')} className={styles['form']}>
      <p>{t('desk.split.byBasketText', { list })}</p>
      <div className={styles['splitGrid']}>
        {numbered(state.baskets).map(({ basket, number }) => {
          const said = grades.find(({ grade }) => grade.id === basket.grade);
          const typed = unread[number] ?? '';
          return (
            <NumPadField
              key={number} label={t('desk.split.basket', { number, net: weightText(netGrams[number - 1] ?? 0, product.tradedUnit, app) })} value={said?.key ?? typed} rules={{ decimals: 0, wholeDigits: 2 }} autoFocus={number === 1}
              unit={said === undefined ? t('desk.split.mixed') : nameIn(said.grade, language)} refusal={said === undefined && typed !== '' ? t('desk.split.noSuchGrade') : null} onChange={(text) => say(number, text)}
            />
          );
        })}
      </div>
    </section>
  );
}
