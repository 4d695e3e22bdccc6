import { Select } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Product } from '../../../electron/contract/product.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions, Card, FormGrid } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { parsePercent, percentText } from './percent-text.ts';
import styles from './product.module.css';

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return <div className={styles['choice']}><span className={styles['label']}>{label}</span>{children}</div>;
}

/** How a product is bought. What was weighed before keeps the rules it was weighed by. */
export function ProductForm({ product }: { readonly product: Product }): ReactElement {
  const t = useText('product');
  const app = useText('app');
  const mayWrite = useSession().may('product.write');
  const save = useCommandOp('product.save');
  const [draft, setDraft] = useState(product);
  const [resolution, setResolution] = useState(String(product.resolutionGrams));
  const [loss, setLoss] = useState(percentText(product.lossToleranceBp));
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = (change: Partial<Product>): void => setDraft({ ...draft, ...change });
  const grams = /^\d{1,4}$/u.test(resolution) ? Number(resolution) : 0;
  const tolerance = parsePercent(loss);
  const holds = draft.nameZh.trim() !== '' && draft.nameEn.trim() !== '' && grams >= 1 && grams <= 1000 && tolerance !== null;
  const send = async (): Promise<void> => {
    if (!holds || tolerance === null || save.sending) return;
    const reply = await save.send({
      id: product.id, expectedVersion: product.version, nameZh: draft.nameZh, nameEn: draft.nameEn, mode: draft.mode, cycle: draft.cycle, tradedUnit: draft.tradedUnit,
      resolutionGrams: grams, lossToleranceBp: tolerance, active: draft.active,
    });
    setFailure(reply.ok ? null : reply);
  };
  const select = <Value extends string>(label: string, value: Value, values: readonly Value[], word: (value: Value) => string, onChange: (value: Value) => void): ReactElement => (
    <Labelled label={label}><Select aria-label={label} disabled={!mayWrite} value={value} onChange={onChange} options={values.map((option) => ({ value: option, label: word(option) }))} /></Labelled>
  );
  return (
    <Card title={t('product.rules')}>
      <FormGrid>
        <TextField label={t('product.nameZh')} disabled={!mayWrite} maxLength={60} value={draft.nameZh} refusal={draft.nameZh.trim() === '' ? t('missing.name') : null} onChange={(nameZh) => set({ nameZh })} />
        <TextField label={t('product.nameEn')} disabled={!mayWrite} maxLength={80} value={draft.nameEn} refusal={draft.nameEn.trim() === '' ? t('missing.name') : null} onChange={(nameEn) => set({ nameEn })} />
        {select(t('product.mode'), draft.mode, ['outright', 'consignment'], (value) => t(`mode.${value}`), (mode) => set({ mode }))}
        {select(t('product.cycle'), draft.cycle, ['same_day', 'ten_day', 'monthly', 'season'], (value) => t(`cycle.${value}`), (cycle) => set({ cycle }))}
        {select(t('product.tradedUnit'), draft.tradedUnit, ['jin', 'kg'], (value) => t(`unit.${value}`), (tradedUnit) => set({ tradedUnit }))}
        <NumPadField
          label={t('product.resolution')} hint={t('product.resolutionHint')} disabled={!mayWrite} value={resolution} rules={{ decimals: 0, wholeDigits: 4 }} unit={app('unit.gram')}
          refusal={grams >= 1 && grams <= 1000 ? null : t('missing.resolution')} onChange={setResolution}
        />
        <NumPadField
          label={t('product.loss')} hint={t('product.lossHint')} disabled={!mayWrite} value={loss} rules={{ decimals: 2, wholeDigits: 3, ownUnits: ['%'] }} unit="%"
          refusal={tolerance === null ? t('missing.percent') : null} onChange={setLoss}
        />
      </FormGrid>
      <label className={styles['check']}><input type="checkbox" disabled={!mayWrite} checked={draft.active} onChange={(event) => set({ active: event.target.checked })} /> {t('product.active')}</label>
      {failure === null ? null : <RefusalNotice failure={failure} op="product.save" />}
      {save.reply?.ok === true && failure === null ? <Notice tone="good" title={t('saved')} /> : null}
      {mayWrite ? <Actions><ActionButton kind="main" shortcut="F9" disabled={!holds || save.sending} onPress={() => void send()}>{app('action.save')}</ActionButton></Actions> : <p className={styles['soft']}>{t('product.notYours')}</p>}
    </Card>
  );
}
