import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { SchemeVersion } from '../../../../electron/contract/grading.ts';
import type { SchemeDefinition } from '../../../../electron/contract/product.ts';
import { addDays, startOfDay, type BusinessDate } from '../../../../electron/domain/business-date.ts';
import { checkScheme } from '../../../../electron/domain/scheme-check.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DayField } from '../../../ui/fields/DayField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions, Card, FormGrid } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import styles from '../grading.module.css';

export interface SaveFormProps {
  readonly productId: string;
  readonly version: SchemeVersion;
  readonly newestId: string;
  readonly definition: SchemeDefinition;
  readonly local: boolean;
  readonly onSaved: (number: number) => void;
  readonly onUndo: () => void;
}

/** From when, why, and for a local scheme until when and by which resolution. */
export function SaveForm({ productId, version, newestId, definition, local, onSaved, onUndo }: SaveFormProps): ReactElement {
  const t = useText('grading');
  const client = useQueryClient();
  const save = useCommandOp('grading.saveScheme');
  const derive = useCommandOp('grading.deriveScheme');
  const [titleZh, setTitleZh] = useState(version.titleZh);
  const [titleEn, setTitleEn] = useState(version.titleEn);
  const [from, setFrom] = useState<BusinessDate | null>(null);
  const [to, setTo] = useState<BusinessDate | null>(null);
  const [reason, setReason] = useState('');
  const [resolution, setResolution] = useState('');
  const [confirmed, setConfirmed] = useState(version.confirmed);
  const [failure, setFailure] = useState<Failure | null>(null);
  const broken = checkScheme(definition).some(({ stops }) => stops);
  const ready = !broken && titleZh.trim() !== '' && titleEn.trim() !== '' && reason.trim() !== '' && (!local || (to !== null && resolution.trim() !== '')) && !save.sending && !derive.sending;
  const send = async (): Promise<void> => {
    const validFrom = from === null ? null : startOfDay(from);
    const shared = { titleZh, titleEn, validFrom, reason, definition };
    // The last day counts whole: the scheme ends where the next day begins.
    const reply = local ? await derive.send({ ...shared, parentId: version.id, validTo: startOfDay(addDays(to ?? '', 1)), resolution }) : await save.send({ ...shared, productId, basedOn: newestId, confirmed });
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    await client.invalidateQueries({ queryKey: ['product'] });
    onSaved(reply.data.number);
  };
  return (
    <Card title={t(local ? 'edit.deriveTitle' : 'edit.title')}>
      <FormGrid>
        <TextField label={t('edit.titleZh')} value={titleZh} maxLength={60} onChange={setTitleZh} />
        <TextField label={t('edit.titleEn')} value={titleEn} maxLength={80} onChange={setTitleEn} />
        <DayField label={`${t('edit.from')} (${t('edit.fromNow')})`} value={from} onChange={setFrom} />
        {local ? <DayField label={t('edit.to')} value={to} refusal={to === null ? t('edit.missingTo') : null} onChange={setTo} /> : null}
        <TextField label={t('edit.reason')} value={reason} maxLength={200} refusal={reason.trim() === '' ? t('edit.missingReason') : null} onChange={setReason} />
        {local ? <TextField label={t('edit.resolution')} value={resolution} maxLength={60} refusal={resolution.trim() === '' ? t('edit.missingResolution') : null} onChange={setResolution} /> : null}
      </FormGrid>
      {local ? null : <label className={styles['check']}><input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} /> {t('edit.confirmed')}</label>}
      {failure === null ? null : <RefusalNotice failure={failure} op={local ? 'grading.deriveScheme' : 'grading.saveScheme'} />}
      <Actions>
        <ActionButton kind="main" shortcut="F9" disabled={!ready} onPress={() => void send()}>{t(local ? 'edit.saveLocal' : 'edit.save')}</ActionButton>
        <ActionButton onPress={onUndo}>{t('edit.undo')}</ActionButton>
      </Actions>
    </Card>
  );
}
