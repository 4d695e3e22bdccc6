import type { ReactElement } from 'react';
import type { DisplaySheet } from '../../../electron/contract/display.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Mark } from '../../ui/Mark.tsx';
import styles from './display.module.css';

function Cell({ label, value, second }: { readonly label: string; readonly value: string | null; readonly second?: string | null }): ReactElement {
  return (
    <div className={styles['cell']}>
      <dt>{label}</dt>
      <dd>{value ?? '–'}{second === undefined || second === null ? null : <span className={styles['second']}>{second}</span>}</dd>
    </div>
  );
}

/** The delivery so far: what it is, at which price, what it weighs net, and what it comes to. */
function Delivery({ sheet }: { readonly sheet: DisplaySheet }): ReactElement {
  const t = useText('display');
  const language = useLanguage();
  return (
    <section className={styles['sheet']} aria-label={t('sheet.label')}>
      <dl className={styles['cells']}>
        <Cell label={t('sheet.product')} value={sheet.product?.[language] ?? null} second={sheet.grade?.[language] ?? null} />
        <Cell label={t('sheet.price')} value={sheet.price} second={sheet.tare === null ? null : t('sheet.tare', { tare: sheet.tare })} />
        <Cell label={sheet.baskets === 0 ? t('sheet.net') : t('sheet.netOf', { count: sheet.baskets })} value={sheet.net} second={sheet.otherNet} />
        <div className={styles['amount']}><dt>{t('sheet.amount')}</dt><dd data-role="amount">{sheet.amount ?? '–'}</dd></div>
      </dl>
      {sheet.moment === 'confirm' ? <p className={styles['say']} role="status"><Mark tone="info" /> {t('say.confirm')}</p> : null}
    </section>
  );
}

/** Below the weight: a greeting, the delivery as it grows, or what came of it. */
export function DisplaySheetView({ sheet }: { readonly sheet: DisplaySheet | null }): ReactElement {
  const t = useText('display');
  if (sheet === null || sheet.moment === 'idle') {
    return <section className={styles['greeting']} aria-label={t('sheet.label')}><p>{t('say.welcome')}</p><p className={styles['hint']}>{t('say.welcomeHint')}</p></section>;
  }
  if (sheet.moment === 'open' || sheet.moment === 'confirm') return <Delivery sheet={sheet} />;
  return (
    <section className={styles['done']} aria-label={t('sheet.label')} role="status">
      <p><Mark tone="good" /> {t(sheet.moment === 'paid' ? 'say.paid' : 'say.posted')}</p>
      <p className={styles['doneAmount']} data-role="amount">{sheet.amount ?? ''}</p>
      <p className={styles['hint']}>{t('say.thanks')}</p>
    </section>
  );
}
