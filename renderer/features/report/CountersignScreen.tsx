import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday, Moment } from '../../ui/format/DateWithWeekday.tsx';
import { timeText } from '../../ui/format/format-text.ts';
import { Money } from '../../ui/format/Money.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Facts } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { SidePanel, SplitView } from '../../ui/overlay/SidePanel.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { sumFen } from '../../../electron/domain/money.ts';

type Waiting = OutputOf<'countersign.list'>['rows'][number];
const noRows: readonly Waiting[] = [];

function useKindWord(): (op: string) => string {
  const t = useText('report');
  return useCallback((op) => (op === 'settlement.payNow' ? t('countersign.op.payNow') : op === 'ticket.post' ? t('countersign.op.ticket') : t('countersign.op.other')), [t]);
}

/** What went ahead with one person and still needs the second: look at it, then sign. */
export default function CountersignScreen(): ReactElement {
  const t = useText('report');
  const kindOf = useKindWord();
  const { person, may } = useSession();
  const waiting = useQueryOp('countersign.list', {});
  const { send, sending } = useCommandOp('countersign.sign');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [signed, setSigned] = useState<string | null>(null);
  const rows = waiting.data?.ok === true ? waiting.data.data.rows : noRows;
  const chosen = rows.find((row) => row.documentId === chosenId) ?? null;
  const columns = useMemo((): readonly Column<Waiting>[] => [
    { key: 'number', title: t('column.number'), width: 13.5, cell: (row) => row.number, sortBy: (row) => row.number, searchText: (row) => row.number },
    { key: 'what', title: t('countersign.what'), cell: (row) => kindOf(row.op), sortBy: (row) => row.op },
    { key: 'by', title: t('countersign.by'), cell: (row) => row.requestedBy, sortBy: (row) => row.requestedBy, searchText: (row) => row.requestedBy },
    { key: 'at', title: t('countersign.at'), width: 11, cell: (row) => <><DateWithWeekday date={businessDate(row.at)} short /> {timeText(row.at)}</>, sortBy: (row) => row.at },
    { key: 'due', title: t('countersign.due'), width: 7.5, cell: (row) => <DateWithWeekday date={row.dueDate} short />, sortBy: (row) => row.dueDate },
    { key: 'amount', title: t('column.amount'), figure: true, width: 8, cell: (row) => <Money fen={row.amountFen} />, sortBy: (row) => row.amountFen, total: (shown) => <Money fen={sumFen(shown.map((row) => row.amountFen))} /> },
  ], [t, kindOf]);
  const sign = async (row: Waiting): Promise<void> => {
    const reply = await send({ documentId: row.documentId });
    setFailure(reply.ok ? null : reply);
    setSigned(reply.ok ? row.number : null);
    if (reply.ok) setChosenId(rows[rows.indexOf(row) + 1]?.documentId ?? null);
  };
  return (
    <Page fill title={t('countersign.title')} note={t('countersign.note')}>
      {waiting.data?.ok === false ? <RefusalNotice failure={waiting.data} op="countersign.list" /> : null}
      {failure === null ? null : <RefusalNotice failure={failure} op="countersign.sign" />}
      {signed === null ? null : <Notice tone="good" title={t('countersign.signed', { number: signed })} />}
      {waiting.data === undefined ? null : (
        <SplitView panel={chosen === null ? null : (
          <SidePanel
            title={chosen.number} onClose={() => setChosenId(null)}
            actions={<>
              {chosen.op === 'ticket.post' ? <ActionButton icon="open" onPress={() => navigate(`/tickets/${chosen.documentId}`)}>{t('countersign.open')}</ActionButton> : null}
              {may('approve.reversal') && chosen.requestedBy !== person.name ? <ActionButton kind="main" shortcut="F9" disabled={sending} onPress={() => void sign(chosen)}>{t('countersign.sign')}</ActionButton> : null}
            </>}
          >
            <Facts items={[
              { label: t('countersign.what'), value: kindOf(chosen.op) }, { label: t('column.amount'), value: <Money fen={chosen.amountFen} />, strong: true },
              { label: t('countersign.by'), value: chosen.requestedBy }, { label: t('countersign.at'), value: <Moment at={chosen.at} /> }, { label: t('countersign.due'), value: <DateWithWeekday date={chosen.dueDate} /> },
            ]}
            />
            {chosen.requestedBy === person.name ? <Notice tone="wait" title={t('countersign.own')} /> : null}
          </SidePanel>
        )}
        >
          <DataTable
            name="countersign" label={t('countersign.title')} columns={columns} rows={rows} rowKey={(row) => row.documentId} chosenKey={chosenId} onOpen={(row) => { setSigned(null); setChosenId(row.documentId); }}
            empty={<EmptyState icon="reports" title={t('countersign.empty')} text={t('countersign.emptyText')} />}
          />
        </SplitView>
      )}
    </Page>
  );
}
