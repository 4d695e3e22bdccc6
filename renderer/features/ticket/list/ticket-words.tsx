import type { ReactElement } from 'react';
import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { useText } from '../../../ui/language/use-text.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';

const paidTones: Readonly<Record<TicketRow['paid'], Tone>> = { nothing: 'off', no: 'wait', partly: 'wait', in_run: 'info', yes: 'good', reversed: 'off' };

/** How far a ticket is paid, or that it no longer counts. */
export function PaidWord({ ticket }: { readonly ticket: Pick<TicketRow, 'paid' | 'reverses'> }): ReactElement {
  const t = useText('ticket');
  if (ticket.reverses !== null) return <StateWord tone="off">{t('list.paid.reversal')}</StateWord>;
  return <StateWord tone={paidTones[ticket.paid]}>{t(`list.paid.${ticket.paid}`)}</StateWord>;
}

/** What stands out on a ticket: typed by hand, grade changed by hand, out of the paper book, some of it sent back, waiting for a second person. */
export function TicketMarks({ ticket }: { readonly ticket: Pick<TicketRow, 'typed' | 'overridden' | 'fromPaper' | 'returnedGrams' | 'awaitingCountersign'> }): ReactElement {
  const t = useText('ticket');
  return (
    <>
      {ticket.typed ? <StateWord tone="wait">{t('list.mark.typed')}</StateWord> : null}
      {ticket.overridden ? <StateWord tone="info">{t('list.mark.overridden')}</StateWord> : null}
      {ticket.fromPaper ? <StateWord tone="info">{t('list.mark.paper')}</StateWord> : null}
      {ticket.returnedGrams === 0 ? null : <StateWord tone="info">{t('list.mark.returned')}</StateWord>}
      {ticket.awaitingCountersign ? <StateWord tone="wait">{t('list.mark.awaiting')}</StateWord> : null}
    </>
  );
}
