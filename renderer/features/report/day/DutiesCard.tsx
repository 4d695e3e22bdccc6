import type { ReactElement } from 'react';
import type { BookDue } from '../../../../electron/contract/scale-book.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { navigate } from '../../../app/navigation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from './day.module.css';

/** Bare words of what a scale is owed; the scale book says more. */
const dueKeys: Readonly<Record<BookDue, 'withdrawn' | 'test' | 'verification' | 'zero' | 'certificate' | 'soon'>> = {
  scale_withdrawn: 'withdrawn', test_weight_failed: 'test', verification_overdue: 'verification', zero_check_missing: 'zero', zero_due: 'zero', no_certificate: 'certificate', due_soon: 'soon',
};

/** What is overdue besides tickets: duties of the scale books and crates that have not come back. Nothing stands here while nothing is. */
export function DutiesCard({ day }: { readonly day: Pick<OutputOf<'report.day'>, 'scaleDuties' | 'overdueCrates'> }): ReactElement | null {
  const t = useText('report');
  const { scaleDuties, overdueCrates } = day;
  if (scaleDuties.length === 0 && overdueCrates.crates === 0) return null;
  return (
    <Card title={t('day.duties')}>
      <ul className={styles['exceptions']}>
        {scaleDuties.map(({ scale, due }) => (
          <li key={`${scale} ${due}`}><button type="button" className={styles['exception']} onClick={() => navigate('/scale-book')}><strong>{scale}</strong><span>{t(`day.due.${dueKeys[due]}`)}</span></button></li>
        ))}
        {overdueCrates.crates === 0 ? null : (
          <li><button type="button" className={styles['exception']} onClick={() => navigate('/crates')}><strong>{overdueCrates.crates}</strong><span>{t('day.overdueCrates', { members: overdueCrates.members })}</span></button></li>
        )}
      </ul>
    </Card>
  );
}
