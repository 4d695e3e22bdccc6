import type { ReactElement } from 'react';
import { pricePerJinText, priceText } from '../../../electron/domain/price.ts';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { priceKey, priceOf, unitOf, withUnit, type Offer } from './first-plan.ts';
import type { PageProps } from './FirstWizard.tsx';
import styles from './setup.module.css';

/** The first prices of one product. An empty field has no price yet; it comes in the morning price screen. */
export function FirstPricesPage({ plan, offers, onPlan, product }: PageProps & { readonly product: Offer }): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  const language = useLanguage();
  const unit = unitOf(plan, product);
  const chosen = offers.filter((offer) => plan.products.includes(offer.code));
  const grades = product.grades.filter((grade) => grade.sellable);
  return (
    <div className={styles['wide']}>
      <h1>{t('prices.title', { product: language === 'zh' ? product.nameZh : product.nameEn })}</h1>
      <p className={styles['lead']}>{t('prices.text', { at: chosen.findIndex((offer) => offer.code === product.code) + 1, of: chosen.length })}</p>
      <ChoiceList
        across digits={false} label={t('prices.unit')} chosen={unit} onChoose={(next) => onPlan(withUnit(plan, product, next))}
        choices={[{ value: 'jin', label: t('prices.perJin') }, { value: 'kg', label: t('prices.perKilogram') }]}
      />
      <div className={styles['prices']} data-first-fields>
        {grades.map((grade, index) => {
          const price = plan.prices[priceKey(product.code, grade.id)];
          const known = price?.priceE4 ?? null;
          const other = known === null ? '' : unit === 'jin' ? app('unit.perKilogram', { value: priceText(known) }) : app('unit.perJin', { value: pricePerJinText(known) });
          return (
            <NumPadField
              key={grade.id} label={language === 'zh' ? grade.nameZh : grade.nameEn} autoFocus={index === 0} value={price?.typed ?? ''} hint={other}
              rules={{ decimals: 4, wholeDigits: 5, ownUnits: [app('unit.yuan')] }} unit={unit === 'jin' ? t('prices.yuanJin') : t('prices.yuanKilogram')}
              onChange={(typed, meaning) => onPlan({ ...plan, prices: { ...plan.prices, [priceKey(product.code, grade.id)]: { typed, priceE4: priceOf(meaning, unit) } } })}
            />
          );
        })}
      </div>
    </div>
  );
}
