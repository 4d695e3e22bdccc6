import { Select } from 'antd';
import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { nameIn } from '../ticket/desk/desk-words.ts';
import { kilogramRules } from '../ticket/desk/model/desk-preview.ts';
import type { PaperLine } from './paper-entry.ts';
import styles from './paperbook.module.css';
import type { PaperPage } from './use-paper-page.ts';

/** Gross and tare of the only weighing, as most pages have it. */
export function SingleLine({ page: { entry, dispatch } }: { readonly page: PaperPage }): ReactElement {
  const t = useText('paperbook');
  const [line] = entry.lines;
  const set = (fields: Partial<PaperLine>): void => dispatch({ type: 'lineTyped', index: 0, fields });
  return (
    <>
      <NumPadField label={t('gross')} unit={t('kilogram')} value={line?.gross ?? ''} onChange={(gross) => set({ gross })} rules={kilogramRules} />
      <NumPadField label={t('tare')} unit={t('kilogram')} hint={t('tareHint')} value={line?.tare ?? ''} onChange={(tare) => set({ tare })} rules={kilogramRules} />
    </>
  );
}

/** Every weighing of the page: gross, and the tare as written or as containers and their number. */
export function PaperLines({ page: { entry, dispatch, desk } }: { readonly page: PaperPage }): ReactElement {
  const t = useText('paperbook');
  const language = useLanguage();
  const kinds = [{ value: '', label: t('whole.noContainer') }, ...desk.goods.containers.filter((each) => each.active).map((each) => ({ value: each.id, label: nameIn(each, language) }))];
  return (
    <section className={styles['rows']} aria-label={t('whole.lines')}>
      <h3>{t('whole.lines')}</h3>
      {entry.lines.map((line, index) => {
        const no = index + 1;
        const set = (fields: Partial<PaperLine>): void => dispatch({ type: 'lineTyped', index, fields });
        return (
          <div key={no} className={styles['row']}>
            <NumPadField label={t('whole.lineGross', { no })} unit={t('kilogram')} value={line.gross} onChange={(gross) => set({ gross })} rules={kilogramRules} />
            <label className={styles['label']}>{t('whole.lineContainer', { no })}
              <Select aria-label={t('whole.lineContainer', { no })} value={line.containerId ?? ''} options={kinds} onChange={(id: string) => set({ containerId: id === '' ? null : id })} />
            </label>
            {line.containerId === null
              ? <NumPadField label={t('whole.lineTare', { no })} unit={t('kilogram')} value={line.tare} onChange={(tare) => set({ tare })} rules={kilogramRules} />
              : <NumPadField label={t('whole.lineCount', { no })} value={line.count} onChange={(count) => set({ count })} rules={{ decimals: 0, wholeDigits: 3 }} />}
            {entry.lines.length < 2 ? null : <ActionButton small onPress={() => dispatch({ type: 'lineRemoved', index })}>{t('whole.removeLine')}</ActionButton>}
          </div>
        );
      })}
      <div><ActionButton small onPress={() => dispatch({ type: 'lineAdded' })}>{t('whole.addLine')}</ActionButton></div>
    </section>
  );
}
