import { useEffect, useRef, type ReactElement } from 'react';
import styles from './ChartCard.module.css';
import { startChart, type EChartsCoreOption, type EChartsType } from './echarts-setup.ts';

function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Colours and letters of the house, so that a chart only says what it shows. */
function dressed(option: EChartsCoreOption): EChartsCoreOption {
  const text = { color: variable('--ink-soft'), fontFamily: variable('--font'), fontSize: Number.parseInt(variable('--size-text-small'), 10) };
  return {
    animationDuration: 200, textStyle: text,
    color: ['--tea', '--indigo', '--amber', '--training', '--chilli', '--line-strong'].map(variable),
    aria: { enabled: true, decal: { show: true } },
    ...option,
  };
}

/** The drawing itself; loaded only where a chart is shown. */
export default function ChartDrawing({ option, label, look }: { readonly option: EChartsCoreOption; readonly label: string; readonly look: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const started = startChart(element);
    chart.current = started;
    const watch = new ResizeObserver(() => started.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      started.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(dressed(option), { notMerge: true }), [option, look]);
  return <div ref={place} className={styles['drawing']} role="img" aria-label={label} />;
}
