import { useState, type ReactElement } from 'react';
import type { Container } from '../../../electron/contract/product.ts';
import type { LabelOrder } from '../../../electron/contract/printing.ts';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { LabelDialog } from './LabelDialog.tsx';

export interface TagsDialogProps {
  readonly crates: readonly Container[];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

const mostTags = 100;
const mostNumber = 99_999;

/** A whole number from 1 to the most there may be; null for everything else. */
const within = (typed: string, most: number): number | null => (/^[1-9]\d{0,4}$/u.test(typed) && Number(typed) <= most ? Number(typed) : null);

/** Numbers for the cooperative's crates: which kind, how many, and from which number on. */
export function TagsDialog({ crates, onClose, onDone }: TagsDialogProps): ReactElement {
  const t = useText('labels');
  const language = useLanguage();
  const [crateId, setCrateId] = useState<string>(crates[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState('');
  const count = within(typed, mostTags);
  const firstNo = from === '' ? undefined : within(from, mostNumber);
  const order: LabelOrder | null = count === null || firstNo === null ? null : { kind: 'crate_tag', containerId: crateId, count, ...(firstNo === undefined ? {} : { firstNo }) };
  return (
    <LabelDialog title={t('tags.title')} go={t('tags.go')} order={order} onClose={onClose} onDone={onDone}>
      {crates.length < 2 ? null : <ChoiceList label={t('tags.kind')} layer="dialog" across chosen={crateId} onChoose={setCrateId} choices={crates.map((each) => ({ value: each.id, label: language === 'zh' ? each.nameZh : each.nameEn }))} />}
      <NumPadField large autoFocus label={t('tags.count')} value={typed} onChange={setTyped} rules={{ decimals: 0, wholeDigits: 3 }} refusal={typed !== '' && count === null ? t('tags.countWrong') : null} />
      <NumPadField label={t('tags.first')} hint={t('tags.firstHint')} value={from} onChange={setFrom} rules={{ decimals: 0, wholeDigits: 5 }} refusal={firstNo === null ? t('tags.firstWrong') : null} />
    </LabelDialog>
  );
}
