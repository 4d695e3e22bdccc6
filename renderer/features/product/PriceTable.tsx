import { Fragment, type ReactElement, type Ref } from 'react';
import { navigate } from '../../app/navigation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { timeText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { saidPrice, typedPrice, type SheetLine } from './price-sheet.ts';
import { PriceChange } from './PriceChange.tsx';
import styles from './product.module.css';

export interface PriceTableProps {
  readonly lines: readonly SheetLine[];
  readonly typed: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onType: (key: string, text: string) => void;
  readonly ref: Ref<HTMLDivElement>;
}

interface LineProps extends Omit<PriceTableProps, 'lines' | 'ref'> {
  readonly line: SheetLine;
}

function TypedPriceField({ line, typed, onType }: LineProps): ReactElement {
  const t = useText('product');
  const app = useText('app');
  const language = useLanguage();
  const text = typed[line.key] ?? '';
  const { trouble } = typedPrice(text, line.product.tradedUnit);
  const label = t('prices.field', { product: language === 'zh' ? line.product.nameZh : line.product.nameEn, grade: language === 'zh' ? line.grade.nameZh : line.grade.nameEn });
  return (
    <>
      <span className={styles['typed']} data-refused={trouble !== null || undefined}>
        <input
          data-keys="number" inputMode="decimal" autoComplete="off" aria-label={label} aria-invalid={trouble !== null} value={text}
          placeholder={line.now === null ? '' : saidPrice(line.now, line.product.tradedUnit)} onChange={(event) => onType(line.key, event.target.value)} onFocus={(event) => event.currentTarget.select()}
        />
        <span className={styles['small']}>{t(`prices.per.${line.product.tradedUnit}`)}</span>
      </span>
      {trouble === null ? null : <span className={styles['refused']} role="alert">{app(`number.${trouble}`, { decimals: 4 })}</span>}
    </>
  );
}

function Line(props: LineProps): ReactElement {
  const t = useText('product');
  const contract = useText('contract');
  const language = useLanguage();
  const { line, typed, readOnly } = props;
  const unit = line.product.tradedUnit;
  const next = typedPrice(typed[line.key] ?? '', unit).priceE4;
  const changed = next !== null && next !== line.now;
  const said = (priceE4: number | null): string => (priceE4 === null ? t('prices.none') : saidPrice(priceE4, unit));
  return (
    <tr data-changed={changed || undefined}>
      <td>{language === 'zh' ? line.grade.nameZh : line.grade.nameEn}</td>
      <td className={styles['figure']}><span className={styles['soft']}>{said(line.yesterday)}</span></td>
      <td className={styles['figure']}>{said(line.now)}{line.later === null ? null : <small className={styles['later']}>{contract('next.price', { time: timeText(line.later.from), price: saidPrice(line.later.priceE4, unit) })}</small>}</td>
      {readOnly ? null : <td className={styles['figure']}><TypedPriceField {...props} /></td>}
      <td><PriceChange from={changed ? line.now : line.yesterday} to={changed ? next : line.now} unit={unit} /></td>
    </tr>
  );
}

/** Products with their grades below one another, so that Enter goes down one column of fields. */
export function PriceTable({ lines, ref, ...rest }: PriceTableProps): ReactElement {
  const t = useText('product');
  const language = useLanguage();
  return (
    <div ref={ref} className={styles['scroll']} tabIndex={0} role="group" aria-label={t('screens.prices')}>
      <table className={styles['sheet']}>
        <colgroup><col style={{ width: '26%' }} /><col style={{ width: '13%' }} /><col style={{ width: '13%' }} />{rest.readOnly ? null : <col style={{ width: '24%' }} />}<col /></colgroup>
        <thead>
          <tr>
            <th scope="col">{t('prices.grade')}</th><th scope="col" className={styles['figure']}>{t('prices.yesterday')}</th><th scope="col" className={styles['figure']}>{t('prices.now')}</th>
            {rest.readOnly ? null : <th scope="col" className={styles['figure']}>{t('prices.next')}</th>}<th scope="col">{t('prices.change')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Fragment key={line.key}>
              {lines[index - 1]?.product.id === line.product.id ? null : (
                <tr>
                  <th colSpan={rest.readOnly ? 4 : 5} scope="rowgroup">
                    <span className={styles['goodsName']}>
                      <span>{language === 'zh' ? line.product.nameZh : line.product.nameEn} <span className={styles['soft']}>{t(`prices.per.${line.product.tradedUnit}`)}</span></span>
                      <ActionButton kind="quiet" small icon="reports" onPress={() => navigate(`/prices/${line.product.id}`)}>{t('history.open')}</ActionButton>
                    </span>
                  </th>
                </tr>
              )}
              <Line {...rest} line={line} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
