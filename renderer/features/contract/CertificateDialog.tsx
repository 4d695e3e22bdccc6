import { Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { CertificateRow } from '../../../electron/contract/contract.ts';
import { certificateKinds, type CertificateKind } from '../../../electron/domain/certified-premium.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './contract.module.css';

export interface CertificateDialogProps {
  readonly memberId: string;
  /** Null writes a new one down. */
  readonly certificate: CertificateRow | null;
  readonly onClose: () => void;
}

/** A certificate as it is printed. Tickets keep what they were priced by, whatever is corrected here. */
export function CertificateDialog({ memberId, certificate, onClose }: CertificateDialogProps): ReactElement {
  const t = useText('contract');
  const app = useText('app');
  const language = useLanguage();
  const [kindField, productField] = [useId(), useId()];
  const { send, sending } = useCommandOp('contract.saveCertificate');
  const products = useQueryOp('product.list', {});
  const [kind, setKind] = useState<CertificateKind>(certificate?.kind ?? 'green');
  const [number, setNumber] = useState(certificate?.number ?? '');
  const [productId, setProductId] = useState(certificate?.productId ?? '');
  const [validFrom, setValidFrom] = useState<string | null>(certificate?.validFrom ?? null);
  const [validTo, setValidTo] = useState<string | null>(certificate?.validTo ?? null);
  const [active, setActive] = useState(certificate?.active ?? true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = number.trim() !== '' && validFrom !== null && validTo !== null && !sending;
  const rows = products.data?.ok === true ? products.data.data.rows.filter((row) => row.active) : [];
  const save = async (): Promise<void> => {
    if (!ready) return;
    const reply = await send({ ...(certificate === null ? {} : { id: certificate.id, expectedVersion: certificate.version }), memberId, productId: productId === '' ? null : productId, kind, number, validFrom, validTo, active });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      wide title={t(certificate === null ? 'certificate.add' : 'certificate.change')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void save()}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['form']}>
        <FormGrid>
          <TextField label={t('certificate.number')} value={number} maxLength={60} autoFocus onChange={setNumber} />
          <Field id={kindField} label={t('certificate.kind')}><Select id={kindField} value={kind} style={{ width: '100%' }} onChange={setKind} options={certificateKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Field>
          <Field id={productField} label={t('certificate.product')}>
            <Select id={productField} value={productId} style={{ width: '100%' }} onChange={setProductId} options={[{ value: '', label: t('certificate.all') }, ...rows.map((row) => ({ value: row.id, label: language === 'zh' ? row.nameZh : row.nameEn }))]} />
          </Field>
          <DayField label={t('certificate.from')} value={validFrom} onChange={setValidFrom} />
          <DayField label={t('certificate.to')} value={validTo} onChange={setValidTo} />
        </FormGrid>
        {certificate === null ? null : <ChoiceList label={t('screen.state')} layer="dialog" across chosen={active ? 'valid' : 'withdrawn'} onChoose={(value) => setActive(value === 'valid')} choices={[{ value: 'valid', label: t('certificateState.valid') }, { value: 'withdrawn', label: t('certificate.withdrawn') }]} />}
        {failure === null ? null : <RefusalNotice failure={failure} op="contract.saveCertificate" />}
      </div>
    </Dialog>
  );
}
