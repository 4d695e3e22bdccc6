import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useText } from '../language/use-text.ts';
import styles from './ChartCard.module.css';
import type { EChartsCoreOption } from './echarts-setup.ts';

const ChartDrawing = lazy(() => import('./ChartDrawing.tsx'));

export interface ChartCardProps {
  readonly title: string;
  /** What the chart shows, in one sentence with its figures. */
  readonly sentence: string;
  /** ECharts option; colours and letters come from the house. Bars, lines and pies are loaded. */
  readonly option: EChartsCoreOption;
  /** The same figures as a table. */
  readonly table: ReactNode;
  readonly onExport?: () => void;
}

/** A chart with the sentence that says what it shows, its table and its export. */
export function ChartCard({ title, sentence, option, table, onExport }: ChartCardProps): ReactElement {
  const t = useText('app');
  const [asTable, setAsTable] = useState(false);
  const { density, scheme } = document.documentElement.dataset;
  return (
    <figure className={styles['card']}>
      <header className={styles['head']}>
        <h2>{title}</h2>
        <span className={styles['actions']}>
          <ActionButton small icon={asTable ? 'reports' : 'columns'} pressed={asTable} onPress={() => setAsTable(!asTable)}>{t(asTable ? 'chart.chart' : 'chart.table')}</ActionButton>
          {onExport === undefined ? null : <ActionButton small icon="export" onPress={onExport}>{t('chart.export')}</ActionButton>}
        </span>
      </header>
      <figcaption className={styles['sentence']}>{sentence}</figcaption>
      {asTable ? <div className={styles['table']}>{table}</div>
        : <Suspense fallback={<div className={styles['drawing']} />}><ChartDrawing option={option} label={sentence} look={`${density} ${scheme}`} /></Suspense>}
    </figure>
  );
}
