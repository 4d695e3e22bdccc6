import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import type { TermsRule } from '../../../electron/domain/deduction.ts';
import { startOfDay, type BusinessDate } from '../../../electron/domain/business-date.ts';
import { takingOver } from '../../../electron/domain/terms-versions.ts';
import type { TermsVersion } from '../../../electron/contract/deduction.ts';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions, Card, FormGrid } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { LabelledSelect } from '../grading/LabelledSelect.tsx';
import { momentTextOf } from './term-words.ts';

/** What was published, and what will take over from it. */
export type Published = Pick<OutputOf<'deduction.publish'>, 'number' | 'takesOver'>;

export interface PublishFormProps {
  readonly productId: string;
  /** All published versions, newest first. */
  readonly rows: readonly TermsVersion[];
  readonly rule: TermsRule;
  readonly terms: readonly DeductionTerm[];
  readonly broken: boolean;
  readonly onPublished: (published: Published) => void;
}

const choices = ['keep', 'replace'] as const;

/** From when and why, and what becomes of a version that is still to come; then the terms stand as a document and are never edited again. */
export function PublishForm({ productId, rows, rule, terms, broken, onPublished }: PublishFormProps): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  const client = useQueryClient();
  const publish = useCommandOp('deduction.publish');
  const [from, setFrom] = useState<BusinessDate | null>(null);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [coming, setComing] = useState<'keep' | 'replace' | null>(null);
  const [next] = from === null ? rows.filter(({ state }) => state === 'coming').toSorted((a, b) => a.effectiveFrom - b.effectiveFrom) : takingOver(rows, startOfDay(from));
  const ready = !broken && reason.trim() !== '' && (next === undefined || coming !== null) && !publish.sending;
  const send = async (): Promise<void> => {
    const reply = await publish.send({ productId, basedOn: rows[0]?.id ?? null, effectiveFrom: from === null ? null : startOfDay(from), reason, rule, terms: [...terms], ...(next === undefined || coming === null ? {} : { coming }) });
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    await client.invalidateQueries({ queryKey: ['product'] });
    setComing(null);
    setFrom(null);
    setReason('');
    onPublished(reply.data);
  };
  return (
    <Card title={t('publish.title')}>
      <FormGrid>
        <DayField label={t('publish.from')} value={from} onChange={setFrom} />
        <TextField label={t('publish.reason')} value={reason} maxLength={200} refusal={reason.trim() === '' ? t('publish.missingReason') : null} onChange={setReason} />
      </FormGrid>
      {next === undefined ? null : (
        <>
          <Notice tone="wait" title={t('publish.comingTitle', { number: next.number, moment: momentTextOf(next.effectiveFrom, language) })} />
          <LabelledSelect
            label={t('publish.coming')} value={coming ?? ''} onChange={(value) => setComing(choices.find((choice) => choice === value) ?? null)}
            options={[...(coming === null ? [{ value: '', label: t('publish.comingChoice.none') }] : []), ...choices.map((value) => ({ value, label: t(`publish.comingChoice.${value}`, { number: next.number }) }))]}
          />
        </>
      )}
      {failure === null ? null : <RefusalNotice failure={failure} op="deduction.publish" />}
      <Actions><ActionButton kind="main" shortcut="F9" disabled={!ready} onPress={() => void send()}>{t('publish.send')}</ActionButton></Actions>
    </Card>
  );
}
