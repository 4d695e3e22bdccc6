import { useState, type ReactElement } from 'react';
import { useCommandOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { dateTextOf } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { ClockGate } from './ClockGate.tsx';
import { ClockPage } from './ClockPage.tsx';
import { lookAgain } from './look-again.ts';
import { restOf } from './rest.ts';
import { SetTheClock } from './SetTheClock.tsx';
import styles from './clock.module.css';

/** One question with the digits as answers: a hand that hits Enter out of habit confirms nothing. */
function Question({ onNo }: { readonly onNo: () => void }): ReactElement {
  const t = useText('clock');
  const language = useLanguage();
  const { state } = useSession();
  const confirm = useCommandOp('session.confirmDate');
  const { lastEventAt } = state;
  const yes = async (): Promise<void> => {
    const reply = await confirm.send({ businessDate: state.businessDate });
    if (reply.ok) await lookAgain();
  };
  return (
    <>
      {lastEventAt === null ? null : (
        <p className={styles['lead']}>{t('confirm.rested', restOf(lastEventAt, state.now))} {t('lastEntry')} <Moment at={lastEventAt} /></p>
      )}
      <p className={styles['large']}>{dateTextOf(state.businessDate, language)}</p>
      <p>{t('confirm.phone')}</p>
      {confirm.reply === undefined || confirm.reply.ok ? null : <RefusalNotice failure={confirm.reply} op="session.confirmDate" />}
      <Actions>
        <ActionButton kind="main" shortcut="Digit1" disabled={confirm.sending} onPress={() => void yes()}>{t('confirm.yes')}</ActionButton>
        <ActionButton shortcut="Digit2" disabled={confirm.sending} onPress={onNo}>{t('confirm.no')}</ActionButton>
      </Actions>
    </>
  );
}

function ConfirmDate(): ReactElement {
  const t = useText('clock');
  const [wrong, setWrong] = useState(false);
  if (!wrong) return <ClockPage title={t('confirm.title')}><Question onNo={() => setWrong(true)} /></ClockPage>;
  const again = async (): Promise<void> => {
    await lookAgain();
    setWrong(false);
  };
  return (
    <ClockPage title={t('set.title')}>
      <SetTheClock />
      <Actions>
        <ActionButton kind="main" shortcut="Enter" onPress={() => void again()}>{t('again')}</ActionButton>
        <ActionButton shortcut="Escape" onPress={() => setWrong(false)}>{t('back')}</ActionButton>
      </Actions>
    </ClockPage>
  );
}

/** After 1 to 45 days of rest: is the computer's date today's? */
export default function ConfirmDateScreen(): ReactElement {
  return <ClockGate><ConfirmDate /></ClockGate>;
}
