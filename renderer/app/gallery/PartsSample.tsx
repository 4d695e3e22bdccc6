import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { SearchField, TextField } from '../../ui/fields/TextField.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { Money } from '../../ui/format/Money.tsx';
import { Price } from '../../ui/format/Price.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { ProgressTask } from '../../ui/notices/ProgressTask.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { PaperPreview } from '../../ui/paper/PaperPreview.tsx';
import { BigWeight } from '../../ui/weigh/BigWeight.tsx';
import styles from './gallery.module.css';
import { sampleWords } from './sample.ts';

function Fields(): ReactElement {
  const t = useText('app');
  const words = sampleWords(useLanguage());
  const [weight, setWeight] = useState('12,3');
  const [moisture, setMoisture] = useState('13.5');
  const [text, setText] = useState('');
  return (
    <FormGrid>
      <NumPadField label={words.weight} value={weight} onChange={setWeight} rules={{ decimals: 3, ownUnits: [t('unit.kilogram')] }} unit={t('unit.kilogram')} />
      <NumPadField label={words.moisture} value={moisture} onChange={setMoisture} rules={{ decimals: 1 }} unit="%" hint="0 – 100" />
      <TextField label={words.remark} value={text} onChange={setText} />
      <SearchField label={words.search} value={text} onChange={setText} keyLabel="F2" />
    </FormGrid>
  );
}

/** Fields, choices, notices, figures and paper on one page. */
export function PartsSample(): ReactElement {
  const t = useText('app');
  const words = sampleWords(useLanguage());
  const [reason, setReason] = useState<string | null>('r1');
  const nothing = (): void => undefined;
  return (
    <Page title={words.list} note={<DateWithWeekday date="2026-11-22" />} actions={<><ActionButton kind="main" icon="scale" onPress={nothing}>{words.begin}</ActionButton><ActionButton kind="danger" onPress={nothing}>{words.void}</ActionButton></>}>
      <Fields />
      <div className={styles['columns']}>
        <ChoiceList label={words.grade} chosen={reason} onChoose={setReason} choices={words.reason.map((label, index) => ({ value: `r${index}`, label, disabled: index === 3 }))} />
        <div className={styles['stack']}>
          <BigWeight view={{ kind: 'live', grams: 23_460, stable: false }} label={t('weight.gross')} />
          <BigWeight view={{ kind: 'stale', grams: 1_023_450, ageSeconds: 8 }} label={t('weight.gross')} traded="jin" />
          <BigWeight view={{ kind: 'unplugged' }} label={t('weight.gross')} />
        </div>
      </div>
      <RefusalNotice failure={{ ok: false, refusal: { code: 'approval_wrong_pin', params: {} } }} op={null} action={{ label: t('action.back'), onPress: nothing }} />
      <RefusalNotice failure={{ ok: false, fault: { code: 'printer_timeout', params: {}, correlationId: '01JD0000000000000000000000' } }} op={null} />
      <Notice tone="good" title={words.backup}><p>{words.backupText}</p></Notice>
      <ProgressTask title={words.batch} done={340} total={1000} secondsLeft={42} onCancel={nothing} />
      <div className={styles['figures']}><Money fen={24_500} strong /><Money fen={-1_234_567} /><Weight grams={43_750} /><Weight grams={43_750} traded="jin" /><Price priceE4={56_000} /></div>
      <div className={styles['columns']}>
        <PaperPreview widthMm={58} training><ul className={styles['receipt']}>{words.receipt.map((line) => <li key={line}>{line}</li>)}</ul></PaperPreview>
        <EmptyState icon="tickets" title={words.empty} text={words.emptyText} action={{ label: words.begin, onPress: nothing, icon: 'scale' }} />
      </div>
    </Page>
  );
}
