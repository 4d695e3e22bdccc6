import { useState, type ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import type { ScreenProps } from '../../../app/area.ts';
import { goBack, navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { PhotosCard } from '../../photo/PhotosCard.tsx';
import { PayDialog } from '../../settlement/pay/PayDialog.tsx';
import { PaidWord, TicketMarks } from '../list/ticket-words.tsx';
import { BasketsCard } from './BasketsCard.tsx';
import { EventsCard } from './EventsCard.tsx';
import { GradeCard } from './GradeCard.tsx';
import { JournalCard } from './JournalCard.tsx';
import { OwnersCard } from './OwnersCard.tsx';
import { PapersCard } from './PapersCard.tsx';
import { reopenTicket } from './reopen.ts';
import { ReverseDialog } from './ReverseDialog.tsx';
import { TicketFigures } from './TicketFigures.tsx';
import styles from './detail.module.css';

type Doing = 'pay' | 'reverse' | null;

function TicketPage({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const { person, may } = useSession();
  const [doing, setDoing] = useState<Doing>(null);
  const [done, setDone] = useState<string | null>(null);
  const [reversed, setReversed] = useState(false);
  const [below, setBelow] = useState<OutputOf<'ticket.reverse'>['cratesBelow']>([]);
  const language = useLanguage();
  const [failure, setFailure] = useState<Failure | null>(null);
  const counts = ticket.paid !== 'reversed';
  const reverseWord = person.role === 'accountant' ? t('detail.reverse.office') : t('detail.reverse.desk');
  const reopen = async (): Promise<void> => {
    const kept = await reopenTicket(ticket);
    if (kept === null) navigate('/intake');
    else setFailure(kept);
  };
  return (
    <Page
      title={ticket.number} note={<span className={styles['states']}><PaidWord ticket={ticket} /><TicketMarks ticket={ticket} /></span>}
      actions={<>
        <ActionButton icon="back" shortcut="Escape" onPress={goBack}>{t('detail.back')}</ActionButton>
        {counts && may('ticket.reverse') ? <ActionButton kind="plain" onPress={() => setDoing('reverse')}>{reverseWord}</ActionButton> : null}
        {counts && (ticket.paid === 'no' || ticket.paid === 'partly') && may('settlement.pay_now') ? <ActionButton kind="main" icon="cash" shortcut="F9" onPress={() => setDoing('pay')}>{t('detail.payNow')}</ActionButton> : null}
      </>}
    >
      {done === null ? null : <Notice tone="good" title={done} {...(reversed && may('ticket.write') ? { action: <ActionButton kind="main" icon="scale" onPress={() => void reopen()}>{t('detail.reopen')}</ActionButton> } : {})} />}
      {below.map((crates) => <Notice key={crates.nameZh} tone="wait" title={t('detail.cratesBelow', { crate: language === 'zh' ? crates.nameZh : crates.nameEn, count: crates.count })} action={<ActionButton onPress={() => navigate('/crates')}>{t('detail.toCrates')}</ActionButton>} />)}
      {failure === null ? null : <RefusalNotice failure={failure} op="draft.save" />}
      {ticket.reversedBy === null || done !== null ? null : <Notice tone="off" title={t('detail.isReversed', { number: ticket.reversedBy })} />}
      {ticket.reverses === null ? null : <Notice tone="off" title={t('detail.isReversal', { number: ticket.reverses })} />}
      <TicketFigures ticket={ticket} />
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <GradeCard ticket={ticket} />
          <BasketsCard ticket={ticket} />
          <PhotosCard photos={ticket.photos} />
          <OwnersCard ticket={ticket} />
          {may('settlement.read') ? <JournalCard journal={ticket.journal} /> : null}
          <EventsCard ticket={ticket} />
        </div>
        <PapersCard ticket={ticket} />
      </div>
      {doing === 'reverse' ? (
        <ReverseDialog
          ticket={ticket} title={reverseWord} onClose={() => setDoing(null)}
          onReversed={(reversal) => { setDoing(null); setReversed(true); setBelow(reversal.cratesBelow); setDone(t('detail.reversedNow', { number: reversal.number })); }}
        />
      ) : null}
      {doing === 'pay' ? (
        <PayDialog
          ticketId={ticket.id} name={ticket.memberName} onClose={() => setDoing(null)}
          onPaid={(paid) => { setDoing(null); setDone(t(paid.awaitingCountersign ? 'detail.paidAwaiting' : 'detail.paidNow', { amount: moneyText(paid.paidFen), number: paid.settlementNumber })); }}
        />
      ) : null}
    </Page>
  );
}

/** Everything about one ticket: what was weighed and how it is proved, what it came to, and what became of it. */
export default function TicketScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('ticket');
  const ticket = useQueryOp('ticket.get', { id: params['id'] ?? '' });
  if (ticket.data === undefined) return null;
  if (!ticket.data.ok) return <Page title={t('detail.title')}><RefusalNotice failure={ticket.data} op="ticket.get" action={{ label: t('detail.toList'), onPress: () => navigate('/tickets') }} /></Page>;
  return <TicketPage key={ticket.data.data.id} ticket={ticket.data.data} />;
}
