import { useState, type ReactElement } from 'react';
import type { PrintJob } from '../../../../electron/contract/printing.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { offeredPapers } from './printer-draft.ts';
import type { PrinterRow } from './PrinterStrip.tsx';
import styles from '../settings.module.css';

/** Ends a paper that waits; why is kept with it. */
export function CancelJobDialog({ job, onClose }: { readonly job: PrintJob; readonly onClose: () => void }): ReactElement {
  const p = useText('printers');
  const { send, sending } = useCommandOp('print.cancel');
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = async (): Promise<void> => {
    setStrict(true);
    if (reason.trim() === '') return;
    const reply = await send({ jobId: job.id, reason: reason.trim() });
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog title={p('cancel.title')} onClose={onClose} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={sending} onPress={() => void go()}>{p('cancel.go')}</ActionButton>}>
      <div className={styles['stack']}>
        <TextField autoFocus label={p('cancel.reason')} value={reason} maxLength={200} refusal={strict && reason.trim() === '' ? p('cancel.missing') : null} onChange={setReason} />
        {failure === null ? null : <RefusalNotice failure={failure} op="print.cancel" />}
      </div>
    </Dialog>
  );
}

/** Sends a paper that waits to another printer of its kind. */
export function MoveJobDialog({ job, printers, onClose }: { readonly job: PrintJob; readonly printers: readonly PrinterRow[]; readonly onClose: () => void }): ReactElement {
  const p = useText('printers');
  const { send, sending } = useCommandOp('print.move');
  const others = printers.filter((printer) => printer.id !== job.printer && offeredPapers(printer.language).includes(job.paper));
  const [chosen, setChosen] = useState<string | null>(others[0]?.id ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = async (): Promise<void> => {
    if (chosen === null) return;
    const reply = await send({ jobId: job.id, printerId: chosen });
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog title={p('move.title')} onClose={onClose} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={sending || chosen === null} onPress={() => void go()}>{p('move.go')}</ActionButton>}>
      <div className={styles['stack']}>
        {others.length === 0 ? <p>{p('move.none')}</p> : <ChoiceList label={p('move.title')} layer="dialog" chosen={chosen} onChoose={setChosen} choices={others.map((printer) => ({ value: printer.id, label: printer.name }))} />}
        {failure === null ? null : <RefusalNotice failure={failure} op="print.move" />}
      </div>
    </Dialog>
  );
}
