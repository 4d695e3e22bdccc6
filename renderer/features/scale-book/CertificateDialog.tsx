import { Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { accuracyClass, type ScaleBookState } from '../../../electron/contract/scale-book.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './scale-book.module.css';

const classes = accuracyClass.options;

/** The paper of the measuring office, as it is printed on it. */
export function CertificateDialog({ scale, onClose, onDone }: { readonly scale: ScaleBookState; readonly onClose: () => void; readonly onDone: (words: string) => void }): ReactElement {
  const t = useText('scale_book');
  const app = useText('app');
  const id = useId();
  const { send, sending } = useCommandOp('scale_book.certificate');
  const [number, setNumber] = useState('');
  const [office, setOffice] = useState(scale.certificate?.issuedBy ?? '');
  const [level, setLevel] = useState<(typeof classes)[number]>(scale.certificate?.accuracyClass ?? 'III');
  const [verifiedOn, setVerifiedOn] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = number.trim() !== '' && office.trim() !== '' && verifiedOn !== null && dueOn !== null && !sending;
  const save = async (): Promise<void> => {
    if (!ready) return;
    const reply = await send({ scaleId: scale.scaleId, certificateNo: number, issuedBy: office, accuracyClass: level, verifiedOn, dueOn });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(t('certificate.done', { scale: scale.scaleName, day: dueOn }));
  };
  return (
    <Dialog
      wide title={`${t('certificate.title')} · ${scale.scaleName}`} onClose={onClose}
      actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void save()}>{app('action.save')}</ActionButton>}
    >
      <div className={styles['form']}>
        <FormGrid>
          <TextField label={t('certificate.number')} value={number} maxLength={60} autoFocus onChange={setNumber} />
          <TextField label={t('certificate.office')} value={office} maxLength={80} onChange={setOffice} />
          <Field id={id} label={t('certificate.level')} hint={t('certificate.levelHint')}>
            <Select id={id} value={level} onChange={setLevel} style={{ width: '100%' }} options={classes.map((value) => ({ value, label: t(`certificate.class.${value}`) }))} />
          </Field>
          <DayField label={t('certificate.verifiedOn')} value={verifiedOn} onChange={setVerifiedOn} />
          <DayField label={t('certificate.dueOn')} value={dueOn} onChange={setDueOn} />
        </FormGrid>
        {failure === null ? null : <RefusalNotice failure={failure} op="scale_book.certificate" />}
      </div>
    </Dialog>
  );
}
