import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { momentText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions, Card, Facts } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { ClockGate } from './ClockGate.tsx';
import { ClockPage } from './ClockPage.tsx';
import { lookAgain } from './look-again.ts';
import { SetTheClock } from './SetTheClock.tsx';
import styles from './clock.module.css';

const reasons = ['battery', 'set', 'rest', 'other'] as const;
type Reason = (typeof reasons)[number];
const findings = ['behind', 'jumped', 'far_future'] as const;
type Finding = (typeof findings)[number];

function findingOf(word: string | undefined): Finding | null {
  return findings.find((each) => each === word) ?? null;
}

/** The time is right now: why it was not, and a second person's PIN. */
function ConfirmTime(): ReactElement {
  const t = useText('clock');
  const language = useLanguage();
  const { state } = useSession();
  const correct = useCommandOp('session.correctClock');
  const ask = useApproval();
  const [reason, setReason] = useState<Reason | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reason !== null) list.current?.querySelector('[aria-checked="true"]')?.scrollIntoView({ block: 'center' });
  }, [reason]);
  const call = async (): Promise<void> => {
    if (reason === null) return;
    const said = t(`reason.${reason}`);
    const facts = [t('stopped.factNow', { when: momentText(state.now, language) }), t('stopped.factReason', { reason: said })];
    const reply = await ask({ title: t('stopped.approve'), facts, permission: 'approve.system', run: (approval) => correct.send({ reason: said }, approval) });
    if (reply === null) return;
    setFailure(reply.ok ? null : reply);
    if (reply.ok) await lookAgain();
  };
  return (
    <Card title={t('stopped.right')}>
      <p>{t('stopped.rightText')}</p>
      <div ref={list}>
        <ChoiceList label={t('stopped.why')} chosen={reason} onChoose={setReason} choices={reasons.map((each) => ({ value: each, label: t(`reason.${each}`) }))} />
      </div>
      {failure === null ? null : <RefusalNotice failure={failure} op="session.correctClock" />}
      <div className={styles['reach']}>
        <Actions><ActionButton kind="main" shortcut="Enter" disabled={reason === null || correct.sending} onPress={() => void call()}>{t('stopped.second')}</ActionButton></Actions>
      </div>
    </Card>
  );
}

function StoppedClock(): ReactElement {
  const t = useText('clock');
  const { state } = useSession();
  const status = useQueryOp('system.status', {});
  const finding = findingOf(status.data?.ok === true ? status.data.data.clock.finding : undefined);
  return (
    <ClockPage title={t('stopped.title')}>
      <p className={styles['lead']}>{finding === null ? null : t(`stopped.${finding}`)} {t('stopped.safe')}</p>
      <Facts
        items={[
          { label: t('computerSays'), value: <Moment at={state.now} /> },
          ...(state.lastEventAt === null ? [] : [{ label: t('lastEntry'), value: <Moment at={state.lastEventAt} /> }]),
        ]}
      />
      <div className={styles['ways']}>
        <ConfirmTime />
        <Card title={t('set.title')}>
          <SetTheClock />
          <Actions><ActionButton shortcut="F5" onPress={() => void lookAgain()}>{t('again')}</ActionButton></Actions>
        </Card>
      </div>
    </ClockPage>
  );
}

/** The computer's time cannot be believed: no numbers until it is right, or until two people say that it is. */
export default function StoppedClockScreen(): ReactElement {
  return <ClockGate><StoppedClock /></ClockGate>;
}
