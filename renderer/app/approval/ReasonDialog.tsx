import { useState, type ReactElement } from 'react';
import type { Approval, Envelope } from '../../../electron/contract/envelope.ts';
import type { Permission } from '../../../electron/contract/permission.ts';
import type { Failure, OperationName } from '../../api/operation-types.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { useApproval } from './approval-context.ts';
import styles from './reason.module.css';

const own = 'own';

export interface ReasonDialogProps<Data, Code extends string> {
  readonly title: string;
  readonly why: string;
  /** The usual reasons in words, most frequent first; `ownLabel` opens a field for any other. */
  readonly reasons: readonly string[];
  readonly ownChoice: string;
  readonly ownLabel: string;
  readonly go: string;
  /** Whether posting it takes something back, which the button then shows. */
  readonly danger: boolean;
  readonly permission: Permission;
  readonly op: OperationName;
  /** What the second person agrees to, with the reason in it. */
  readonly facts: (reason: string) => readonly string[];
  readonly run: (reason: string, approval: Approval) => Promise<Envelope<Data, Code>>;
  readonly untouched: string;
  readonly onClose: () => void;
  readonly onDone: (data: Data) => void;
}

/** Asks for a reason from a short list, then for a second person's PIN in place. */
export function ReasonDialog<Data, Code extends string>(props: ReasonDialogProps<Data, Code>): ReactElement {
  const ask = useApproval();
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const reason = chosen === null ? '' : chosen === own ? text.trim() : chosen;
  const go = async (): Promise<void> => {
    if (reason === '') return;
    setFailure(null);
    setBusy(true);
    const reply = await ask({ title: props.title, permission: props.permission, facts: props.facts(reason), run: (approval) => props.run(reason, approval) });
    setBusy(false);
    if (reply === null) return;
    if (reply.ok) props.onDone(reply.data);
    else setFailure(reply);
  };
  return (
    <Dialog
      title={props.title} onClose={props.onClose}
      actions={<ActionButton kind={props.danger ? 'danger' : 'main'} layer="dialog" shortcut="Enter" disabled={reason === '' || busy} onPress={() => void go()}>{props.go}</ActionButton>}
    >
      <div className={styles['reason']}>
        <p>{props.why}</p>
        <ChoiceList label={props.why} layer="dialog" chosen={chosen} onChoose={setChosen} choices={[...props.reasons.map((words) => ({ value: words, label: words })), { value: own, label: props.ownChoice }]} />
        {chosen === own ? <TextField label={props.ownLabel} value={text} onChange={setText} maxLength={200} autoFocus /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op={props.op} saved={props.untouched} />}
      </div>
    </Dialog>
  );
}
