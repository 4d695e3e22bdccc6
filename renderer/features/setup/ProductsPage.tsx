import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { isConfirmed, type Offer } from './first-plan.ts';
import type { PageProps } from './FirstWizard.tsx';
import styles from './setup.module.css';

function ProductCard({ offer, chosen, onChange }: { readonly offer: Offer; readonly chosen: boolean; readonly onChange: (chosen: boolean) => void }): ReactElement {
  const t = useText('setup');
  const language = useLanguage();
  const samples = offer.grades.filter((grade) => !isConfirmed(grade.confidence)).length;
  return (
    <label className={styles['good']}>
      <input type="checkbox" checked={chosen} onChange={(event) => onChange(event.target.checked)} />
      <span className={styles['goodWords']}>
        <strong>{language === 'zh' ? offer.nameZh : offer.nameEn}</strong>
        <span className={styles['grades']}>
          {offer.grades.map((grade) => <span key={grade.id} className={styles['grade']} data-sample={!isConfirmed(grade.confidence) || undefined}>{language === 'zh' ? grade.nameZh : grade.nameEn}</span>)}
        </span>
        {samples === 0 ? null : <span className={styles['sample']}>{t('products.samples', { count: samples })}</span>}
      </span>
    </label>
  );
}

/** The products that are bought here; grades without a public source are marked as samples. */
export function ProductsPage({ plan, offers, onPlan, strict }: PageProps): ReactElement {
  const t = useText('setup');
  const choose = (products: readonly string[]): void => onPlan({ ...plan, products });
  return (
    <div className={styles['wide']}>
      <h1>{t('products.title')}</h1>
      <Notice tone="wait" title={t('products.confirm')}><p>{t('products.confirmText')}</p></Notice>
      {strict && plan.products.length === 0 ? <Notice tone="danger" title={t('missing.products')} /> : null}
      <Actions>
        <ActionButton small onPress={() => choose(offers.map((offer) => offer.code))}>{t('products.all')}</ActionButton>
        <ActionButton small kind="quiet" onPress={() => choose([])}>{t('products.none')}</ActionButton>
      </Actions>
      <div className={styles['goods']}>
        {offers.map((offer) => (
          <ProductCard
            key={offer.code} offer={offer} chosen={plan.products.includes(offer.code)}
            onChange={(chosen) => choose(chosen ? [...plan.products, offer.code] : plan.products.filter((code) => code !== offer.code))}
          />
        ))}
      </div>
    </div>
  );
}
