import type { ReactElement } from 'react';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card, Facts } from '../../ui/layout/Card.tsx';
import { priceKey, type FirstPlan, type Offer } from './first-plan.ts';
import type { PageProps } from './FirstWizard.tsx';
import styles from './setup.module.css';

function priced(plan: FirstPlan, offer: Offer): number {
  return offer.grades.filter((grade) => (plan.prices[priceKey(offer.code, grade.id)]?.priceE4 ?? null) !== null).length;
}

/** Everything once more before the station is founded. */
export function SummaryPage({ plan, offers }: PageProps): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  const language = useLanguage();
  const chosen = offers.filter((offer) => plan.products.includes(offer.code));
  return (
    <div className={styles['wide']}>
      <h1>{t('summary.title')}</h1>
      <p className={styles['lead']}>{t('summary.text')}</p>
      <div className={styles['doors']}>
        <Card title={t('steps.cooperative')}>
          <Facts items={[
            { label: t('cooperative.name'), value: plan.cooperative.name },
            { label: t('station.name'), value: plan.station.name },
            { label: t('station.code'), value: `${plan.station.code} · ${plan.station.deskLetter}` },
            ...plan.people.map((person) => ({ label: app(`role.${person.role}`), value: person.name })),
          ]} />
        </Card>
        <Card title={t('steps.products')}>
          <Facts items={chosen.map((offer) => ({ label: language === 'zh' ? offer.nameZh : offer.nameEn, value: t('summary.priced', { count: priced(plan, offer), of: offer.grades.filter((grade) => grade.sellable).length }) }))} />
        </Card>
      </div>
    </div>
  );
}
