import { useMemo, useState, type ReactElement } from 'react';
import { pagePapers, type PrintJob } from '../../../../electron/contract/printing.ts';
import type { Failure, OperationName } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { CancelJobDialog, MoveJobDialog } from './JobDialogs.tsx';
import { jobReason } from './job-reason.ts';
import { PaperLookDialog } from './PaperLookDialog.tsx';
import { PrinterStrip, usePrinterRows, type PrinterRow } from './PrinterStrip.tsx';
import { ToSettings } from '../ToSettings.tsx';
import styles from '../settings.module.css';

const tones: Readonly<Record<PrintJob['state'], Tone>> = { waiting: 'wait', sending: 'info', sent: 'good', failed: 'danger', unsure: 'danger', cancelled: 'off' };

interface JobActions {
  readonly onRetry: (job: PrintJob) => void;
  readonly onLook: (job: PrintJob) => void;
  readonly onMove: (job: PrintJob) => void;
  readonly onCancel: (job: PrintJob) => void;
  readonly onResolve: (job: PrintJob, printed: boolean) => void;
}

/** What a person may do about a job, in words of paper rather than of queues. */
function JobButtons({ job, onLook, onRetry, onMove, onCancel, onResolve }: JobActions & { readonly job: PrintJob }): ReactElement | null {
  const t = useText('settings');
  const p = useText('printers');
  const look = pagePapers.includes(job.paper) ? null : <ActionButton small kind="quiet" onPress={() => onLook(job)}>{p('look.button')}</ActionButton>;
  if (job.state === 'unsure') {
    return (
      <span className={styles['right']}>
        {look}
        <ActionButton small onPress={() => onResolve(job, true)}>{t('queue.cameOut')}</ActionButton>
        <ActionButton small onPress={() => onResolve(job, false)}>{t('queue.printAgain')}</ActionButton>
      </span>
    );
  }
  if (job.state !== 'failed' && job.state !== 'waiting') return look;
  return (
    <span className={styles['right']}>
      {look}
      {job.state === 'failed' ? <ActionButton small onPress={() => onRetry(job)}>{t('queue.retry')}</ActionButton> : null}
      <ActionButton small onPress={() => onMove(job)}>{p('move.button')}</ActionButton>
      <ActionButton small kind="quiet" onPress={() => onCancel(job)}>{t('queue.cancel')}</ActionButton>
    </span>
  );
}

function useColumns(actions: JobActions, printers: readonly PrinterRow[]): readonly Column<PrintJob>[] {
  const t = useText('settings');
  const p = useText('printers');
  return useMemo((): readonly Column<PrintJob>[] => [
    { key: 'at', title: t('queue.at'), width: 15, cell: (row) => <Moment at={row.createdAt} />, sortBy: (row) => row.createdAt },
    { key: 'paper', title: t('queue.paper'), width: 8, sortBy: (row) => row.paper,
      cell: (row) => <>{t(`paper.${row.paper}`)}{row.boxed.length === 0 ? null : <span className={styles['soft']}> {p('boxed', { list: row.boxed.join(' ') })}</span>}</>, searchText: (row) => t(`paper.${row.paper}`) },
    { key: 'number', title: t('queue.number'), width: 13, cell: (row) => (row.copyNo > 0 ? t('queue.copy', { number: row.documentNumber ?? '', copy: row.copyNo }) : row.documentNumber ?? ''), searchText: (row) => row.documentNumber ?? '' },
    {
      key: 'state', title: t('queue.state'), width: 15, sortBy: (row) => row.state,
      cell: (row) => <><span className={styles['tag']}><Mark tone={tones[row.state]} /> {t(`queue.states.${row.state}`)}</span>{row.lastError === null ? null : <span className={styles['soft']}> {jobReason(row.lastError, p)}</span>}</>,
    },
    { key: 'printer', title: t('queue.printer'), width: 8, cell: (row) => printers.find((printer) => printer.id === row.printer)?.name ?? row.printer ?? t('queue.noPrinter') },
    { key: 'by', title: t('queue.by'), width: 7, cell: (row) => row.createdBy, hiddenAtFirst: true },
    { key: 'tries', title: t('queue.tries'), width: 5, figure: true, cell: (row) => row.attempts, hiddenAtFirst: true },
    { key: 'do', title: t('queue.do'), width: 20, cell: (row) => <JobButtons job={row} {...actions} /> },
  ], [t, p, actions, printers]);
}

/** Every paper that waits, failed, or of which nobody knows whether it came out. */
export default function PrintQueueScreen(): ReactElement | null {
  const t = useText('settings');
  const [all, setAll] = useState(false);
  const [failure, setFailure] = useState<{ readonly op: OperationName; readonly failure: Failure } | null>(null);
  const answer = useQueryOp('print.jobs', { open: !all }, { keepPrevious: true, refreshMs: 3_000 });
  const { send: retry } = useCommandOp('print.retry');
  const printers = usePrinterRows();
  const [moving, setMoving] = useState<PrintJob | null>(null);
  const [looking, setLooking] = useState<PrintJob | null>(null);
  const [ending, setEnding] = useState<PrintJob | null>(null);
  const { send: resolve } = useCommandOp('print.resolve');
  const actions = useMemo((): JobActions => {
    const note = (op: OperationName) => (reply: { readonly ok: true } | Failure): void => setFailure(reply.ok ? null : { op, failure: reply });
    return {
      onRetry: (job) => void retry({ jobId: job.id }).then(note('print.retry')),
      onLook: setLooking,
      onMove: setMoving,
      onCancel: setEnding,
      onResolve: (job, printed) => void resolve({ jobId: job.id, printed }).then(note('print.resolve')),
    };
  }, [retry, resolve]);
  const columns = useColumns(actions, printers);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  if (answer.data === undefined) return null;
  return (
    <Page
      fill title={t('screens.printing')} note={t('about.printing')}
      actions={<><ToSettings /><ActionButton icon="printer" onPress={() => navigate('/settings/printers')}>{t('screens.printers')}</ActionButton><ActionButton pressed={all} onPress={() => setAll(!all)}>{t(all ? 'queue.onlyOpen' : 'queue.showAll')}</ActionButton></>}
    >
      {failure === null ? null : <RefusalNotice failure={failure.failure} op={failure.op} />}
      <PrinterStrip printers={printers} />
      {moving === null ? null : <MoveJobDialog job={moving} printers={printers} onClose={() => setMoving(null)} />}
      {looking === null ? null : <PaperLookDialog jobs={[looking]} onClose={() => setLooking(null)} />}
      {ending === null ? null : <CancelJobDialog job={ending} onClose={() => setEnding(null)} />}
      {answer.data.ok ? (
        <DataTable
          name="print-jobs" label={t('screens.printing')} columns={columns} rows={rows} rowKey={(row) => row.id}
          empty={<EmptyState icon="printer" title={t(all ? 'queue.noneAtAll' : 'queue.none')} text={t('queue.noneText')} />}
        />
      ) : <RefusalNotice failure={answer.data} op="print.jobs" />}
    </Page>
  );
}
