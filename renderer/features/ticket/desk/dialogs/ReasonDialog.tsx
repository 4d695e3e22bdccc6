import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { DeskPreview } from '../model/desk-preview.ts';
import { ProposalLine } from '../panels/ProposalLine.tsx';
import { useGradeReasons } from './typed-reasons.ts';

/** Why the grader decides otherwise than the measures: one digit and Enter. */
export function ReasonDialog({ preview, onDone, onClose }: { readonly preview: DeskPreview; readonly onDone: (reason: string) => void; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const reasons = useGradeReasons();
  const [reason, setReason] = useState<string | null>(null);
  return (
    <Dialog title={t('desk.grade.why')} onClose={onClose}>
      <div className={styles['form']}>
        <ProposalLine preview={preview} />
        <ChoiceList label={t('desk.grade.why')} layer="dialog" chosen={reason} onChoose={setReason} choices={reasons.map((value) => ({ value, label: value }))} />
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={reason === null} onPress={() => { if (reason !== null) onDone(reason); }}>{t('desk.grade.reasonTake')}</ActionButton>
      </div>
    </Dialog>
  );
}
