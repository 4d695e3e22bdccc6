import { useMemo, type ReactElement } from 'react';
import type { BookEntryRow } from '../../../electron/contract/scale-book.ts';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import type { EChartsCoreOption } from '../../ui/chart/echarts-setup.ts';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { shortDateTextOf } from '../../ui/format/format-text.ts';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import type { Language } from '../../ui/language/languages.ts';
import { PlainTable } from '../report/parts/PlainTable.tsx';
import { StateWord } from '../report/parts/StateWord.tsx';
import { errorText } from './book-words.ts';

interface Names { readonly error: string; readonly upper: string; readonly lower: string }

/** Error in grams over time between the two limits. */
function errorLines(tests: readonly BookEntryRow[], names: Names, language: Language): EChartsCoreOption {
  const limit = (sign: 1 | -1): readonly number[] => tests.map((entry) => sign * (entry.toleranceGrams ?? 0));
  return {
    grid: { left: 8, right: 16, top: 48, bottom: 8, containLabel: true }, tooltip: { trigger: 'axis' }, legend: { top: 0, left: 0 },
    xAxis: { type: 'category', data: tests.map((entry) => shortDateTextOf(entry.businessDate, language)) }, yAxis: { type: 'value' },
    series: [
      { type: 'line', name: names.error, symbolSize: 10, data: tests.map((entry) => entry.errorGrams ?? 0) },
      { type: 'line', name: names.upper, symbol: 'none', lineStyle: { type: 'dashed' }, data: limit(1) },
      { type: 'line', name: names.lower, symbol: 'none', lineStyle: { type: 'dashed' }, data: limit(-1) },
    ],
  };
}

/** How far the scale was off with each test weight, newest last, and whether it creeps away. */
export function ErrorChart({ tests }: { readonly tests: readonly BookEntryRow[] }): ReactElement {
  const t = useText('scale_book');
  const language = useLanguage();
  const inOrder = useMemo(() => tests.toReversed(), [tests]);
  const option = useMemo(() => errorLines(inOrder, { error: t('chart.error'), upper: t('chart.upper'), lower: t('chart.lower') }, language), [inOrder, t, language]);
  const largest = inOrder.reduce((most, entry) => (Math.abs(entry.errorGrams ?? 0) > Math.abs(most) ? entry.errorGrams ?? 0 : most), 0);
  const failed = inOrder.filter((entry) => entry.passed === false).length;
  return (
    <ChartCard
      title={t('chart.title')} option={option} sentence={inOrder.length === 0 ? t('chart.none') : t('chart.sentence', { count: inOrder.length, failed, largest: errorText(largest, t) })}
      table={(
        <PlainTable
          label={t('chart.title')} columns={[{ title: t('column.at') }, { title: t('column.nominal'), figure: true }, { title: t('column.error'), figure: true }, { title: t('column.result') }]}
          rows={tests.map((entry) => ({
            key: entry.id,
            cells: [<Moment key="at" at={entry.at} />, <Weight key="kg" grams={entry.nominalGrams ?? 0} single />, errorText(entry.errorGrams ?? 0, t), <StateWord key="state" tone={entry.passed === true ? 'good' : 'danger'}>{t(entry.passed === true ? 'passed' : 'failed')}</StateWord>],
          }))}
        />
      )}
    />
  );
}
