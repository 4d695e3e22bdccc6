import { useState, type ReactElement } from 'react';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import styles from '../grading.module.css';

export interface MachineDialogProps {
  readonly machine: OutputOf<'grading.machines'>['rows'][number] | null;
  readonly onClose: () => void;
  readonly onSaved: (saved: OutputOf<'grading.saveMachine'>) => void;
}

/** A machine's name, whether it is heard, and a new secret when the old one was lost or seen. */
export function MachineDialog({ machine, onClose, onSaved }: MachineDialogProps): ReactElement {
  const t = useText('grading');
  const app = useText('app');
  const save = useCommandOp('grading.saveMachine');
  const [name, setName] = useState(machine?.name ?? '');
  const [active, setActive] = useState(machine?.active ?? true);
  const [newSecret, setNewSecret] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = name.trim() !== '' && !save.sending;
  const send = async (): Promise<void> => {
    if (!ready) return;
    const reply = await save.send({ id: machine?.id ?? null, name: name.trim(), active, newSecret });
    if (reply.ok) onSaved(reply.data);
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t(machine === null ? 'machine.add' : 'machine.change')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void send()}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <TextField label={t('machine.name')} value={name} maxLength={60} autoFocus onChange={setName} />
        <label className={styles['check']}><input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} /> {t('machine.heard')}</label>
        {machine === null ? null : <label className={styles['check']}><input type="checkbox" checked={newSecret} onChange={(event) => setNewSecret(event.target.checked)} /> {t('machine.newSecret')}</label>}
        {failure === null ? null : <RefusalNotice failure={failure} op="grading.saveMachine" />}
      </div>
    </Dialog>
  );
}
