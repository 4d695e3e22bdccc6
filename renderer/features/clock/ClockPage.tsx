import type { ReactElement, ReactNode } from 'react';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { LookSwitch } from '../../app/frame/LookSwitch.tsx';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { BatikPanel } from '../../ui/BatikPanel.tsx';
import { dateTextOf, timeText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { EnterCode } from '../settings/books/EnterCode.tsx';
import { lookAgain } from './look-again.ts';
import styles from './clock.module.css';

/** Books of another computer take no entry, not even about the clock, before the key is here. */
function KeyFirst(): ReactElement {
  const t = useText('clock');
  const session = useSession();
  return (
    <>
      <Notice tone="wait" title={t('key.first')}><p>{t('key.firstText')}</p></Notice>
      {session.may('system.write') ? <EnterCode onEntered={() => void lookAgain()} /> : <Notice tone="info" title={t('key.office')} />}
    </>
  );
}

/** The computer's date and time large on the cloth, the question beside it. */
export function ClockPage({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const t = useText('clock');
  const app = useText('app');
  const language = useLanguage();
  const { state, person } = useSession();
  const signOut = useCommandOp('session.signOut');
  const prefer = useCommandOp('session.prefer');
  const status = useQueryOp('system.status', {});
  const keyFirst = state.keyProtection === 'none' && status.data?.ok === true && status.data.data.incarnationDue !== null;
  return (
    <div className={styles['screen']}>
      <BatikPanel title={state.cooperative ?? app('product')} subtitle={state.station?.name ?? null}>
        <p className={styles['side']}>{t('computerSays')}</p>
        <p className={styles['time']}>{timeText(state.now)}</p>
        <p className={styles['date']}>{dateTextOf(businessDate(state.now), language)}</p>
      </BatikPanel>
      <div className={styles['main']}>
        <div className={styles['corner']}>
          <ActionButton kind="quiet" small onPress={() => void signOut.send({})}>{t('someoneElse', { name: person.name })}</ActionButton>
          <LookSwitch density={person.density} onDensity={(density) => void prefer.send({ density })} onLanguage={(locale) => void prefer.send({ locale })} />
        </div>
        <div className={styles['column']}>
          <h1>{title}</h1>
          {keyFirst ? <KeyFirst /> : children}
        </div>
      </div>
    </div>
  );
}
