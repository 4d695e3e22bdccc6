import { useState, type ReactElement } from 'react';
import { pagePapers } from '../../../electron/contract/printing.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { LabelledSelect } from '../grading/LabelledSelect.tsx';
import { PaperLookDialog } from '../settings/printers/PaperLookDialog.tsx';
import styles from './practice.module.css';

type Fault = NonNullable<OutputOf<'printer.simulated'>['rows'][number]['fault']>;

/** The value of a printer with which nothing is wrong. */
const well = 'well';
const faults: readonly Fault[] = ['paper_out', 'refused', 'silent', 'dies_midway'];

/** Shows what the simulated printers printed, and breaks them in the ways real ones break. */
export function PrinterTrouble({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const t = useText('practice');
  const answer = useQueryOp('printer.simulated', {});
  const jobs = useQueryOp('print.jobs', { open: false });
  const { send, reply } = useCommandOp('printer.simulate');
  const [looking, setLooking] = useState(false);
  const rows = answer.data?.ok === true ? answer.data.data.rows : [];
  const papers = (jobs.data?.ok === true ? jobs.data.data.rows : []).filter((job) => job.state === 'sent' && !pagePapers.includes(job.paper));
  return (
    <div className={styles['part']}>
      <ActionButton small wide icon="printer" disabled={papers.length === 0} onPress={() => setLooking(true)}>{t(papers.length === 0 ? 'printer.noPaper' : 'printer.look')}</ActionButton>
      <h3>{t('printer.trouble')}</h3>
      {rows.map(({ id, name, fault: broken }) => (
        <LabelledSelect
          key={id} label={name} value={broken ?? well} onChange={(value) => { void send({ printerId: id, fault: faults.find((fault) => fault === value) ?? null }); onLeave(); }}
          options={[{ value: well, label: t('printer.well') }, ...faults.map((fault) => ({ value: fault, label: t(`printer.fault.${fault}`) }))]}
        />
      ))}
      {reply === undefined || reply.ok ? null : <RefusalNotice failure={reply} op="printer.simulate" />}
      {looking ? <PaperLookDialog jobs={papers} onClose={() => setLooking(false)} /> : null}
    </div>
  );
}
