import { Select } from 'antd';
import { useMemo, type ReactElement } from 'react';
import type { Product } from '../../../electron/contract/product.ts';
import { startOfDay } from '../../../electron/domain/business-date.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { ScreenProps } from '../../app/area.ts';
import { navigate } from '../../app/navigation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import type { EChartsCoreOption } from '../../ui/chart/echarts-setup.ts';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { Price } from '../../ui/format/Price.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { saidPrice } from './price-sheet.ts';
import styles from './product.module.css';

type HistoryRow = OutputOf<'price.history'>['rows'][number];

function gradeWord(product: Product, grade: string, zh: boolean): string {
  const found = product.scheme?.definition.grades.find((candidate) => candidate.id === grade);
  return found === undefined ? grade : zh ? found.nameZh : found.nameEn;
}

/** The chart writes its hours in UTC, so that they are the village's whatever zone the computer is set to. */
const shanghai = -startOfDay('1970-01-01');

/** Steps, not slopes: a price stands until the next one takes its place, up to now. */
function chartOption(product: Product, rows: readonly HistoryRow[], zh: boolean): EChartsCoreOption {
  const rank = (grade: string): number => product.scheme?.definition.grades.find((candidate) => candidate.id === grade)?.rank ?? 99;
  const grades = [...new Set(rows.map((row) => row.grade))].toSorted((left, right) => rank(left) - rank(right));
  const end = Date.now() + shanghai;
  return {
    useUTC: true, tooltip: { trigger: 'axis' }, legend: { top: 0 }, grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'time' }, yAxis: { type: 'value', scale: true },
    series: grades.map((grade) => {
      const points = rows.filter((row) => row.grade === grade).toSorted((left, right) => left.effectiveFrom - right.effectiveFrom).map((row) => [row.effectiveFrom + shanghai, Number(saidPrice(row.priceE4, product.tradedUnit))]);
      const last = points.at(-1)?.[1];
      return { name: gradeWord(product, grade, zh), type: 'line', step: 'end', showSymbol: points.length < 40, data: last === undefined ? points : [...points, [end, last]] };
    }),
  };
}

function useColumns(product: Product | undefined): readonly Column<HistoryRow>[] {
  const t = useText('product');
  const language = useLanguage();
  return useMemo((): readonly Column<HistoryRow>[] => (product === undefined ? [] : [
    { key: 'from', title: t('history.from'), width: 16, cell: (row) => <Moment at={row.effectiveFrom} />, sortBy: (row) => row.effectiveFrom },
    { key: 'grade', title: t('prices.grade'), width: 10, cell: (row) => gradeWord(product, row.grade, language === 'zh'), sortBy: (row) => row.grade, searchText: (row) => gradeWord(product, row.grade, language === 'zh') },
    { key: 'price', title: t('prices.price'), width: 16, figure: true, cell: (row) => <Price priceE4={row.priceE4} traded={product.tradedUnit} />, sortBy: (row) => row.priceE4 },
    { key: 'sheet', title: t('history.sheet'), width: 14, cell: (row) => row.sheetNumber, sortBy: (row) => row.sheetNumber, searchText: (row) => row.sheetNumber },
    { key: 'by', title: t('history.by'), width: 8, cell: (row) => row.publishedBy, sortBy: (row) => row.publishedBy },
  ]), [product, t, language]);
}

/** What a product cost over the season, grade by grade, with every sheet that said so. */
export default function PriceHistoryScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('product');
  const language = useLanguage();
  const id = params['id'] ?? '';
  const products = useQueryOp('product.list', {});
  const history = useQueryOp('price.history', { productId: id });
  const product = products.data?.ok === true ? products.data.data.rows.find((candidate) => candidate.id === id) : undefined;
  const rows = useMemo(() => (history.data?.ok === true ? history.data.data.rows : []), [history.data]);
  const columns = useColumns(product);
  const option = useMemo(() => (product === undefined ? {} : chartOption(product, rows, language === 'zh')), [product, rows, language]);
  if (products.data === undefined || history.data === undefined) return null;
  if (!history.data.ok || product === undefined) return <Page title={t('screens.history')}>{history.data.ok ? null : <RefusalNotice failure={history.data} op="price.history" />}</Page>;
  const name = (of: Product): string => (language === 'zh' ? of.nameZh : of.nameEn);
  const all = products.data.ok ? products.data.data.rows : [];
  const sheets = new Set(rows.map((row) => row.sheetNumber)).size;
  const figures = rows.map((row) => row.priceE4);
  const said = (priceE4: number): string => saidPrice(priceE4, product.tradedUnit);
  return (
    <Page
      title={t('screens.history')} note={<Select aria-label={t('prices.product')} value={id} style={{ minWidth: '14em' }} onChange={(next) => navigate(`/prices/${next}`)} options={all.map((candidate) => ({ value: candidate.id, label: name(candidate) }))} />}
      actions={<ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/prices')}>{t('history.back')}</ActionButton>}
    >
      {rows.length === 0 ? <EmptyState icon="prices" title={t('history.empty')} action={{ label: t('history.back'), onPress: () => navigate('/prices') }} /> : (
        <>
          <ChartCard
            title={t('history.chart', { product: name(product), unit: t(`prices.per.${product.tradedUnit}`) })} option={option}
            sentence={t('history.sentence', { sheets, lowest: said(Math.min(...figures)), highest: said(Math.max(...figures)), unit: t(`prices.per.${product.tradedUnit}`) })}
            table={<div className={styles['wide']}><DataTable name="price-history-chart" label={t('screens.history')} columns={columns} rows={rows} rowKey={(row) => row.priceId} /></div>}
          />
          <div style={{ height: '22em', flex: 'none' }}><DataTable name="price-history" label={t('screens.history')} columns={columns} rows={rows} rowKey={(row) => row.priceId} /></div>
        </>
      )}
    </Page>
  );
}
