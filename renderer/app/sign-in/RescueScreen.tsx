import type { ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { BatikPanel } from '../../ui/BatikPanel.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { TextsReady } from '../TextsReady.tsx';
import { useLook } from '../look.ts';
import styles from './sign-in.module.css';

/** Core could not open the station: what is safe, and the steps to take in their order. */
export function RescueScreen({ failure }: { readonly failure: Failure | null }): ReactElement {
  const t = useText('app');
  useLook(null);
  return (
    <div className={styles['screen']}>
      <BatikPanel title={t('product')} />
      <main className={styles['main']}>
        <div className={styles['column']}>
          <h1>{t('rescue.title')}</h1>
          <p className={styles['lead']}>{t('rescue.safe')}</p>
          {failure === null ? null : <TextsReady><RefusalNotice failure={failure} op="session.state" saved={t('rescue.unchanged')} /></TextsReady>}
          <ol className={styles['steps']}>
            <li>{t('rescue.step1')}</li>
            <li>{t('rescue.step2')}</li>
            <li>{t('rescue.step3')}</li>
          </ol>
        </div>
      </main>
    </div>
  );
}
