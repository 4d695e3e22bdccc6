import type { ReactElement } from 'react';
import { useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { Popup } from '../../ui/overlay/Popup.tsx';
import { navigate } from '../navigation.ts';
import { matchScreen } from '../routes.tsx';
import { pillWords, type StationStatus } from './status-words.ts';
import styles from './frame.module.css';

/** Scale, printer, network and unsynced, backup, clock: each opens what is wrong and what to do. */
export function StatusPillRow({ status }: { readonly status: StationStatus }): ReactElement {
  const t = useText('app');
  const language = useLanguage();
  return (
    <div className={styles['pills']} role="group" aria-label={t('pill.label')}>
      {pillWords(status, t, language).map((pill) => (
        <Popup
          key={pill.key} label={`${pill.word}: ${pill.what}`} buttonClass={styles['pill']}
          button={<PillFace tone={pill.tone} word={pill.word} />}
        >
          {(close) => (
            <div className={styles['pillPanel']}>
              <h2><Mark tone={pill.tone} /> {t(`pill.${pill.key}.name`)}</h2>
              <p>{pill.what}</p>
              {pill.todo === null ? null : <p>{pill.todo}</p>}
              {pill.path !== null && pill.todo !== null && matchScreen(pill.path) !== null
                ? <ActionButton kind="main" small onPress={() => { close(); navigate(pill.path ?? '/'); }}>{t('pill.open')}</ActionButton>
                : null}
            </div>
          )}
        </Popup>
      ))}
    </div>
  );
}

function PillFace({ tone, word }: { readonly tone: Tone; readonly word: string }): ReactElement {
  return <span className={styles['pillFace']} data-tone={tone}><Mark tone={tone} /> {word}</span>;
}

/** Asks core every few seconds, and whenever something changes. */
export function StatusPills(): ReactElement | null {
  const status = useQueryOp('system.status', {}, { refreshMs: 5_000 });
  const t = useText('app');
  if (status.data === undefined) return null;
  if (status.data.ok) return <StatusPillRow status={status.data.data} />;
  return <span className={styles['pillFace']} data-tone="wait"><Mark tone="wait" /> {t('pill.unknown')}</span>;
}
