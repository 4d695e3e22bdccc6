import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { BusinessDate } from '../../../../electron/domain/business-date.ts';
import { parseYuan, yuanText } from '../../../../electron/domain/money.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { goBack, navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DayField } from '../../../ui/fields/DayField.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useModeText } from '../../../ui/format/ModeMoney.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Actions, Card, FormGrid } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { periodOf } from '../../report/parts/periods.ts';
import styles from '../settlement.module.css';

const presets = ['tenDays', 'lastTenDays', 'month', 'lastMonth', 'year'] as const;
type Preset = (typeof presets)[number];

/** Percent with two decimals and basis points are the same figure; the money reader does it without a fraction. */
const basisPointsOf = (percent: string | null): number | null => (percent === null ? null : parseYuan(percent));
const usualCapBp = 5_000;

function useUsualCap(): number {
  const settings = useQueryOp('setting.get', {}, { staleMs: 60_000 });
  const stored = settings.data?.ok === true ? settings.data.data.values['settlement.cap_bp'] : undefined;
  return typeof stored === 'number' ? stored : usualCapBp;
}

/** Opens a settlement batch: a period, perhaps one product, and how much of a settlement may be taken back for what is owed. */
export default function NewBatchScreen(): ReactElement {
  const t = useText('settlement');
  const words = useText('report');
  const deduction = useText('deduction');
  const language = useLanguage();
  const { state } = useSession();
  const [preset, setPreset] = useState<Preset | null>('tenDays');
  const [range, setRange] = useState(periodOf('tenDays', state.businessDate));
  const [mode, setMode] = useState<'outright' | 'consignment'>('outright');
  const [productId, setProductId] = useState<string | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const modeText = useModeText();
  const usualCap = useUsualCap();
  const [cap, setCap] = useState<{ readonly typed: string; readonly meaning: string | null } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const products = useQueryOp('product.list', {}, { staleMs: 60_000 });
  const productRows = products.data?.ok === true ? products.data.data.rows : [];
  const unsettled = useQueryOp('settlement.unsettled', { dateTo: range.to }, { keepPrevious: true });
  const { send, sending } = useCommandOp('settlement.createBatch');
  const productName = productRows.find((row) => row.id === productId);
  const proposed = [preset === null ? `${range.from} – ${range.to}` : `${words(`period.${preset}`)} ${range.from.slice(5)} – ${range.to.slice(5)}`, productName === undefined ? '' : language === 'zh' ? productName.nameZh : productName.nameEn, mode === 'outright' ? '' : deduction('batch.consignment')].join(' ').trim();
  const capTyped = cap?.typed ?? yuanText(usualCap).replace(/\.?0+$/u, '');
  const capBp = basisPointsOf(cap === null ? yuanText(usualCap) : cap.meaning);
  const capWrong = capBp !== null && capBp > 10_000;
  const setDay = (part: Partial<{ from: BusinessDate; to: BusinessDate }>): void => { setPreset(null); setRange({ ...range, ...part }); };
  const ready = capBp !== null && !capWrong && range.from <= range.to;
  const create = async (): Promise<void> => {
    if (!ready) return;
    const reply = await send({ title: title?.trim() || proposed, mode, dateFrom: range.from, dateTo: range.to, productId, capBp });
    if (reply.ok) navigate(`/settlement/batches/${reply.data.id}`);
    else setFailure(reply);
  };
  return (
    <Page title={t('newBatch.title')} note={t('newBatch.note')} actions={<ActionButton icon="back" shortcut="Escape" onPress={goBack}>{t('newBatch.back')}</ActionButton>}>
      <div className={styles['narrow']}>
        <Card title={t('newBatch.period')}>
          <div className={styles['presets']} role="group" aria-label={t('newBatch.period')}>
            {presets.map((name) => <ActionButton key={name} small pressed={preset === name} onPress={() => { setPreset(name); setRange(periodOf(name, state.businessDate)); }}>{words(`period.${name}`)}</ActionButton>)}
          </div>
          <FormGrid>
            <DayField label={t('column.from')} value={range.from} onChange={(from) => { if (from !== null) setDay({ from }); }} />
            <DayField label={t('column.to')} value={range.to} onChange={(to) => { if (to !== null) setDay({ to }); }} refusal={range.from <= range.to ? null : t('newBatch.backwards')} />
          </FormGrid>
        </Card>
        <Card title={t('newBatch.what')}>
          <FormGrid>
            <div className={styles['label']}>
              {deduction('batch.mode')}
              <Select aria-label={deduction('batch.mode')} value={mode} onChange={(value) => { setMode(value); setTitle(null); }} options={(['outright', 'consignment'] as const).map((value) => ({ value, label: deduction(`batch.${value}`) }))} />
            </div>
            <div className={styles['label']}>
              {t('column.product')}
              <Select
                allowClear aria-label={t('column.product')} placeholder={t('newBatch.everyProduct')} value={productId} onChange={(id: string | undefined) => setProductId(id ?? null)}
                options={productRows.map((product) => ({ value: product.id, label: language === 'zh' ? product.nameZh : product.nameEn }))}
              />
            </div>
            <NumPadField label={t('newBatch.cap')} hint={t('newBatch.capHint')} unit="%" value={capTyped} rules={{ decimals: 2, wholeDigits: 3, ownUnits: ['%'] }} refusal={capWrong ? t('newBatch.capWrong') : null} onChange={(typed, meaning) => setCap({ typed, meaning })} />
            <TextField label={t('column.title')} value={title ?? proposed} maxLength={80} onChange={setTitle} />
          </FormGrid>
        </Card>
        {unsettled.data?.ok === true ? <Notice tone="info" title={t('newBatch.waiting', { date: range.to, amount: modeText(unsettled.data.data), count: new Set(unsettled.data.data.rows.map((row) => row.payeeId)).size, tickets: unsettled.data.data.tickets })} /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="settlement.createBatch" />}
        <Actions>
          <ActionButton kind="main" icon="settlement" shortcut="Enter" disabled={!ready || sending} onPress={() => void create()}>{t('newBatch.create')}</ActionButton>
          <ActionButton onPress={goBack}>{t('newBatch.cancel')}</ActionButton>
        </Actions>
      </div>
    </Page>
  );
}
