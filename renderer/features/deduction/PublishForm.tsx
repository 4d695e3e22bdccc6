import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import type { TermsRule } from '../../../electron/domain/deduction.ts';
import { startOfDay, type BusinessDate } from '../../../electron/domain/business-date.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions, Card, FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';

export interface PublishFormProps {
  readonly productId: string;
  readonly newestId: string | null;
  readonly rule: TermsRule;
  readonly terms: readonly DeductionTerm[];
  readonly broken: boolean;
  readonly onPublished: (number: number) => void;
}

/** From when and why; then the terms stand as a document and are never edited again. */
export function PublishForm({ productId, newestId, rule, terms, broken, onPublished }: PublishFormProps): ReactElement {
  const t = useText('deduction');
  const client = useQueryClient();
  const publish = useCommandOp('deduction.publish');
  const [from, setFrom] = useState<BusinessDate | null>(null);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = !broken && reason.trim() !== '' && !publish.sending;
  const send = async (): Promise<void> => {
    const reply = await publish.send({ productId, basedOn: newestId, effectiveFrom: from === null ? null : startOfDay(from), reason, rule, terms: [...terms] });
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    await client.invalidateQueries({ queryKey: ['product'] });
    onPublished(reply.data.number);
  };
  return (
    <Card title={t('publish.title')}>
      <FormGrid>
        <DayField label={t('publish.from')} value={from} onChange={setFrom} />
        <TextField label={t('publish.reason')} value={reason} maxLength={200} refusal={reason.trim() === '' ? t('publish.missingReason') : null} onChange={setReason} />
      </FormGrid>
      {failure === null ? null : <RefusalNotice failure={failure} op="deduction.publish" />}
      <Actions><ActionButton kind="main" shortcut="F9" disabled={!ready} onPress={() => void send()}>{t('publish.send')}</ActionButton></Actions>
    </Card>
  );
}
