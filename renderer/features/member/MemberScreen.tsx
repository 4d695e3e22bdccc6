import { useState, type ReactElement } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { ScreenProps } from '../../app/area.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday, Moment } from '../../ui/format/DateWithWeekday.tsx';
import { ModeMoney } from '../../ui/format/ModeMoney.tsx';
import { Money } from '../../ui/format/Money.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card, Facts } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { MemberContracts } from '../contract/MemberContracts.tsx';
import { CardDialog } from '../labels/CardDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MemberAccounts } from './MemberAccounts.tsx';
import { MemberName, MemberStatus } from './MemberWords.tsx';
import { ProtectedCard } from './ProtectedCard.tsx';
import styles from './member.module.css';

function Figures({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  return (
    <div className={styles['figures']}>
      <button type="button" className={styles['figure']} onClick={() => navigate(`/tickets?memberId=${member.id}`)}>
        <small>{t('figure.tickets')}</small><strong>{t('figure.ticketCount', { count: member.tickets })}</strong>
      </button>
      <div className={styles['figure']}><small>{t('figure.delivered')}</small><strong><Weight grams={member.deliveredGrams} single /></strong></div>
      <div className={styles['figure']}><small>{t('figure.unsettled')}</small><strong><ModeMoney sums={{ outrightFen: member.unsettledFen, consignedFen: member.consignedFen }} /></strong></div>
      <div className={styles['figure']}><small>{t('figure.owed')}</small><strong><Money fen={member.owedFen} /></strong></div>
    </div>
  );
}

function OpenItems({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  return (
    <Card title={t('open.title')}>
      {member.openItems.length === 0 ? <p className={styles['soft']}>{t('open.none')}</p> : (
        <ul className={styles['list']}>
          {member.openItems.map((item) => (
            <li key={item.documentId}>
              <span><strong>{t(`open.${item.kind}`)}</strong> <span className={styles['soft']}>{item.number} · <DateWithWeekday date={item.businessDate} short /></span></span>
              <span><Money fen={item.leftFen} strong /> <span className={styles['soft']}>{t('open.of', { amountFen: item.originalFen })}</span></span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Fields as core names them; each has its word under `field`. */
function useFieldWords(): (fields: readonly string[]) => string {
  const t = useText('member');
  const words: Readonly<Record<string, string>> = {
    name: t('field.name'), nickname: t('field.nickname'), houseGroup: t('field.houseGroup'), kind: t('field.kind'), status: t('field.status'), phone: t('field.phone'), residentId: t('field.residentId'),
    birthDate: t('field.birthDate'), ownGrown: t('field.ownGrown'), note: t('field.note'), channel: t('field.channel'), account: t('field.account'),
  };
  return (fields) => fields.map((field) => words[field] ?? field).join(t('listComma'));
}

function Versions({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  const wordsOf = useFieldWords();
  return (
    <Card title={t('history.title')}>
      <ul className={styles['list']}>
        {member.versions.map((version) => (
          <li key={version.version}>
            <span>{version.changed.length === 0 ? t(version.version === 1 ? 'history.first' : 'history.saved') : t('history.changed', { fields: wordsOf(version.changed) })}</span>
            <span className={styles['soft']}>{version.user ?? ''} <Moment at={version.at} /></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Person({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  const known = (value: string | null): string => value ?? t('notSaid');
  return (
    <Card title={t('person.title')}>
      <Facts items={[
        { label: t('field.code'), value: member.code },
        { label: t('field.houseGroup'), value: known(member.houseGroup) },
        { label: t('field.kind'), value: t(`kind.${member.kind}`) },
        { label: t('field.birthDate'), value: known(member.birthDate) },
        { label: t('field.ownGrown'), value: t(member.ownGrown ? 'own.yes' : 'own.no') },
        { label: t('field.channel'), value: t(`channel.${member.channel}`) },
        { label: t('field.note'), value: known(member.note) },
      ]} />
    </Card>
  );
}

/** One member: figures first, then who they are, what is open, and who changed what. */
export default function MemberScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('member');
  const { may } = useSession();
  const id = params['id'] ?? '';
  const answer = useQueryOp('member.get', { id });
  const words = useText('labels');
  const [leaving, setLeaving] = useState(false);
  const [carding, setCarding] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  if (answer.data === undefined) return null;
  if (!answer.data.ok) return <Page title={t('screens.member')}><RefusalNotice failure={answer.data} op="member.get" action={{ label: t('backToList'), onPress: () => navigate('/members') }} /></Page>;
  const member = answer.data.data;
  const actions = (
    <>
      <ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/members')}>{t('backToList')}</ActionButton>
      {may('print.use') && member.status === 'active' ? <ActionButton icon="printer" onPress={() => setCarding(true)}>{words('card.open')}</ActionButton> : null}
      {may('member.write') && member.status === 'active' ? <ActionButton onPress={() => setLeaving(true)}>{t('leave.action')}</ActionButton> : null}
      {may('member.write') ? <ActionButton kind="main" shortcut="F2" onPress={() => navigate(`/members/${id}/edit`)}>{t('edit.action')}</ActionButton> : null}
    </>
  );
  return (
    <Page title={<MemberName member={member} />} note={<>{member.code} · <MemberStatus status={member.status} /></>} actions={actions}>
      {member.status === 'left' ? <Notice tone="off" title={t('leave.left', { reason: member.leftReason ?? '' })} /> : null}
      {done === null ? null : <Notice tone="good" title={done} />}
      <Figures member={member} />
      <div className={styles['page']}>
        <div>
          <Person member={member} />
          <ProtectedCard member={member} />
        </div>
        <div>
          <MemberContracts memberId={member.id} />
          <MemberAccounts member={member} />
          <OpenItems member={member} />
          <Versions member={member} />
        </div>
      </div>
      {carding ? <CardDialog member={member} onClose={() => setCarding(false)} onDone={(said) => { setCarding(false); setDone(said); }} /> : null}
      {leaving ? <LeaveDialog member={member} onClose={() => setLeaving(false)} /> : null}
    </Page>
  );
}
