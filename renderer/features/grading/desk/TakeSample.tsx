import { useState, type ReactElement } from 'react';
import { addDays } from '../../../../electron/domain/business-date.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DayField } from '../../../ui/fields/DayField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';

/** How long a sample is usually kept. */
const keptDays = 30;

/** Takes a sample under a code that is written on its bag; the grader sees the code alone. */
export function TakeSample({ draftId, productId, owners }: { readonly draftId: string; readonly productId: string; readonly owners: readonly string[] }): ReactElement {
  const t = useText('grading');
  const today = useSession().state.businessDate;
  const take = useCommandOp('grading.takeSample');
  const known = useQueryOp('grading.ofDraft', { draftId, productId, owners: [...owners] });
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState(t('sample.placeDefault'));
  const [until, setUntil] = useState<string | null>(addDays(today, keptDays));
  const code = take.reply?.ok === true ? take.reply.data.code : known.data?.ok === true ? known.data.data.sample?.code ?? null : null;
  if (code !== null) return <Notice tone="good" title={t('sample.taken', { code })} />;
  if (!open) return <ActionButton onPress={() => setOpen(true)}>{t('sample.take')}</ActionButton>;
  return (
    <>
      <p>{t('sample.takeText')}</p>
      <FormGrid>
        <TextField label={t('sample.place')} value={place} maxLength={60} onChange={setPlace} />
        <DayField label={t('sample.keepUntil')} value={until} onChange={setUntil} />
      </FormGrid>
      {take.reply?.ok === false ? <RefusalNotice failure={take.reply} op="grading.takeSample" /> : null}
      <ActionButton disabled={owners.length === 0 || place.trim() === '' || until === null || take.sending} onPress={() => { if (until !== null) void take.send({ draftId, productId, owners: [...owners], place, keepUntil: until }); }}>{t('sample.takeTitle')}</ActionButton>
    </>
  );
}
