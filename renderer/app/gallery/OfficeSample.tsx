import { Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { sumFen } from '../../../electron/domain/money.ts';
import { sumGrams } from '../../../electron/domain/mass.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import { DayRangeField } from '../../ui/fields/DayField.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { Money } from '../../ui/format/Money.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage } from '../../ui/language/use-text.ts';
import { Facts } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { SidePanel, SplitView } from '../../ui/overlay/SidePanel.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { sampleRows, sampleWords, type SampleRow, type SampleWords } from './sample.ts';

function columnsOf(words: SampleWords): readonly Column<SampleRow>[] {
  return [
    { key: 'number', title: words.list, cell: (row) => row.number, sortBy: (row) => row.number, searchText: (row) => row.number, width: 14 },
    { key: 'day', title: words.day, cell: (row) => <DateWithWeekday date={row.day} short />, width: 9 },
    { key: 'member', title: words.member, cell: (row) => row.member, sortBy: (row) => row.member, searchText: (row) => row.member },
    { key: 'group', title: words.group, cell: (row) => row.group, sortBy: (row) => row.group },
    { key: 'product', title: words.product, cell: (row) => row.product, sortBy: (row) => row.product },
    { key: 'net', title: words.net, figure: true, cell: (row) => <Weight grams={row.netGrams} single />, sortBy: (row) => row.netGrams, total: (rows) => <Weight grams={sumGrams(rows.map((row) => row.netGrams))} single />, width: 10 },
    { key: 'amount', title: words.amount, figure: true, cell: (row) => <Money fen={row.amountFen} />, sortBy: (row) => row.amountFen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.amountFen))} />, onOpenTotal: () => undefined, width: 10 },
  ];
}

/** A table with its side panel and a chart, as the accountant sees them. */
export function OfficeSample(): ReactElement {
  const language = useLanguage();
  const words = sampleWords(language);
  const rows = useMemo(() => sampleRows(language), [language]);
  const [days, setDays] = useState({ from: '2026-11-01', to: '2026-11-22' });
  const columns = useMemo(() => columnsOf(words), [words]);
  const [chosen, setChosen] = useState<SampleRow | null>(rows[2] ?? null);
  const option = useMemo(() => ({
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true }, tooltip: {}, xAxis: { type: 'category', data: words.products }, yAxis: { type: 'value' },
    series: [{ type: 'bar', barMaxWidth: 48, data: [640, 320, 210, 114] }],
  }), [words]);
  return (
    <Page fill title={words.list} actions={<ActionButton icon="export" onPress={() => undefined}>{words.list}</ActionButton>}>
      <SplitView panel={chosen === null ? null : (
        <SidePanel title={chosen.member} onClose={() => setChosen(null)}>
          <Facts items={[{ label: words.product, value: chosen.product }, { label: words.net, value: <Weight grams={chosen.netGrams} /> }, { label: words.amount, value: <Money fen={chosen.amountFen} />, strong: true }]} />
          <ChartCard title={words.chart} sentence={words.sentence} option={option} table={<p>{words.sentence}</p>} onExport={() => undefined} />
        </SidePanel>
      )}
      >
        <DataTable
          name="gallery" label={words.list} columns={columns} rows={rows} rowKey={(row) => row.key} onOpen={setChosen} chosenKey={chosen?.key ?? null}
          tools={<><DayRangeField label={words.day} value={days} onChange={setDays} /><Select aria-label={words.product} defaultValue={words.products[0] ?? ''} options={words.products.map((name) => ({ value: name, label: name }))} /></>}
        />
      </SplitView>
    </Page>
  );
}
