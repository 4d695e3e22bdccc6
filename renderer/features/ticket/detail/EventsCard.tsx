import { useState, type ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import styles from './detail.module.css';

const known = ['posted', 'reversed', 'awaiting_countersign', 'countersigned'] as const;

/** Hash in the length that two people compare over the telephone. */
const shortHash = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-4)}`;

/** What the log of this device says about the ticket; each entry carries the hash of the one before it. */
export function EventsCard({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const [whole, setWhole] = useState(false);
  const shown = whole ? (hash: string): string => hash : shortHash;
  const wordOf = (type: string): string => {
    const name = known.find((candidate) => type === `ticket.${candidate}`);
    return name === undefined ? type : t(`detail.event.${name}`);
  };
  return (
    <Card title={t('detail.events')} actions={<ActionButton small pressed={whole} onPress={() => setWhole(!whole)}>{t(whole ? 'detail.shortHashes' : 'detail.wholeHashes')}</ActionButton>}>
      <PlainTable
        label={t('detail.events')}
        columns={[{ title: t('detail.eventNo'), figure: true }, { title: t('detail.eventWhat') }, { title: t('detail.eventAt') }, { title: t('detail.eventBy') }, { title: t('detail.eventHash') }, { title: t('detail.documentHash') }]}
        rows={ticket.events.map((event) => ({
          key: `${event.device}-${event.seq}`,
          cells: [
            event.seq, wordOf(event.type), <Moment key="at" at={event.at} />, event.user ?? '–', <span key="hash" className={styles['mono']} title={event.hash}>{shown(event.hash)}</span>,
            <span key="document" className={styles['mono']} title={event.docHash}>{shown(event.docHash)}</span>,
          ],
        }))}
      />
    </Card>
  );
}
