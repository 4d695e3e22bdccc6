import type { ReactElement } from 'react';
import type { Permission } from '../../../electron/contract/permission.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { Popup } from '../../ui/overlay/Popup.tsx';
import { navigate } from '../navigation.ts';
import { matchScreen } from '../routes.tsx';
import { useSession } from '../session.ts';
import { pillWords, type StationStatus } from './status-words.ts';
import styles from './frame.module.css';

export interface StatusPillRowProps {
  readonly status: StationStatus;
  /** The data key is not on this computer. */
  readonly keyMissing?: boolean;
  /** Whether the person may open the page behind a pill. */
  readonly may?: (permission: Permission) => boolean;
}

const everybody = (): boolean => true;

/** True where the page exists and the person may go there. */
function opens(path: string | null, may: (permission: Permission) => boolean): path is string {
  const match = path === null ? null : matchScreen(path);
  return match !== null && may(match.screen.permission);
}

/** Scale, printer, network and unsynced, backup, clock: each opens what is wrong and what to do. */
export function StatusPillRow({ status, keyMissing = false, may = everybody }: StatusPillRowProps): ReactElement {
  const t = useText('app');
  const language = useLanguage();
  return (
    <div className={styles['pills']} role="group" aria-label={t('pill.label')}>
      {pillWords(status, t, language, keyMissing).map((pill) => (
        <Popup
          key={pill.key} label={`${pill.word}: ${pill.what}`} buttonClass={styles['pill']}
          button={<PillFace tone={pill.tone} word={pill.word} />}
        >
          {(close) => (
            <div className={styles['pillPanel']}>
              <h2><Mark tone={pill.tone} /> {t(`pill.${pill.key}.name`)}</h2>
              <p>{pill.what}</p>
              {pill.todo === null ? null : <p>{pill.todo}</p>}
              {pill.todo !== null && opens(pill.path, may)
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
  const session = useSession();
  if (status.data === undefined) return null;
  if (status.data.ok) return <StatusPillRow status={status.data.data} keyMissing={session.state.keyProtection === 'none'} may={session.may} />;
  return <span className={styles['pillFace']} data-tone="wait"><Mark tone="wait" /> {t('pill.unknown')}</span>;
}
