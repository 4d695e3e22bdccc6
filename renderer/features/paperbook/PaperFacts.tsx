import type { ReactElement } from 'react';
import { kilogramText } from '../../../electron/domain/mass.ts';
import { moneyText } from '../../ui/format/format-text.ts';
import { Price } from '../../ui/format/Price.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { termName } from '../deduction/term-words.ts';
import { nameIn } from '../ticket/desk/desk-words.ts';
import { termsOf } from '../ticket/desk/model/desk-grading.ts';
import styles from './paperbook.module.css';
import type { PaperPage } from './use-paper-page.ts';

/** What the page comes to: net, what is taken off, the price of that time with its sheet, the amount. */
export function PaperFacts({ page: { desk: { preview, goods }, grades, priced } }: { readonly page: PaperPage }): ReactElement {
  const t = useText('paperbook');
  const language = useLanguage();
  const { computed, grade, product } = preview;
  const price = goods.prices.find((row) => row.productId === product?.id && row.grade === grade && row.quotaPart === 'board');
  const cuts = (computed?.lines ?? []).flatMap((line) => line.deductions.map((cut) => ({ key: `${String(line.index)} ${cut.factor}`, cut, term: termsOf(product).terms.find((term) => term.factor === cut.factor) })));
  return (
    <dl className={styles['facts']}>
      <dt>{t('grade')}</dt><dd>{grade === null ? '–' : grades.filter(({ id }) => id === grade).map((each) => nameIn(each, language)).join('')}</dd>
      <dt>{t('net')}</dt><dd>{computed === null ? '–' : <Weight grams={computed.netGrams} />}</dd>
      {cuts.length === 0 ? null : <><dt>{t('whole.deducted')}</dt><dd data-role="paper-cuts">{cuts.map(({ key, cut, term }) => <div key={key}>{term === undefined ? cut.factor : termName(term, language, cut.factor)} {kilogramText(cut.takenGrams)} {t('kilogram')}</div>)}</dd></>}
      <dt>{t('price')}</dt><dd>{price === undefined ? t(priced && grade !== null ? 'noPrice' : 'open') : <><Price priceE4={price.priceE4} single /> <span className={styles['soft']}>{price.sheetNumber}</span></>}</dd>
      <dt>{t('amount')}</dt><dd data-role="paper-amount"><strong>{computed === null ? '–' : moneyText(computed.amountFen)}</strong></dd>
    </dl>
  );
}
