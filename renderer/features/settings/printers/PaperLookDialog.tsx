import { useState, type ReactElement } from 'react';
import type { PrintJob } from '../../../../electron/contract/printing.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { PaperPreview } from '../../../ui/paper/PaperPreview.tsx';
import styles from '../settings.module.css';

/** Pixels of the widest paper; a small label is drawn larger than life so that its words can be read. */
const widePixels = 400;
const largestScale = 6;

function Paper({ job }: { readonly job: PrintJob }): ReactElement | null {
  const t = useText('settings');
  const picture = useQueryOp('print.look', { jobId: job.id });
  if (picture.data === undefined) return null;
  if (!picture.data.ok) return <RefusalNotice failure={picture.data} op="print.look" />;
  const { png, widthMm } = picture.data.data;
  return <PaperPreview picture={`data:image/png;base64,${png}`} pictureText={t(`paper.${job.paper}`)} widthMm={widthMm} scale={Math.min(largestScale, widePixels / widthMm)} />;
}

/** Papers of the queue as they came out, the newest first; the arrow keys turn to the one before and the one after. */
export function PaperLookDialog({ jobs, onClose }: { readonly jobs: readonly PrintJob[]; readonly onClose: () => void }): ReactElement {
  const t = useText('settings');
  const p = useText('printers');
  const [place, setPlace] = useState(0);
  const job = jobs[place];
  const turns = jobs.length < 2 ? undefined : (
    <>
      <ActionButton layer="dialog" shortcut="ArrowLeft" keyLabel="←" disabled={place === jobs.length - 1} onPress={() => setPlace(place + 1)}>{p('look.older')}</ActionButton>
      <ActionButton layer="dialog" shortcut="ArrowRight" keyLabel="→" disabled={place === 0} onPress={() => setPlace(place - 1)}>{p('look.newer')}</ActionButton>
    </>
  );
  return (
    <Dialog title={p('look.title')} onClose={onClose} actions={turns}>
      {job === undefined ? <p>{p('look.none')}</p> : (
        <div className={styles['stack']} data-begin tabIndex={0} role="group" aria-label={t(`paper.${job.paper}`)}>
          <p><strong>{t(`paper.${job.paper}`)}</strong> {job.documentNumber} {job.copyNo > 0 ? p('look.copy', { number: job.copyNo }) : null} <Moment at={job.sentAt ?? job.createdAt} /></p>
          <Paper key={job.id} job={job} />
        </div>
      )}
    </Dialog>
  );
}
