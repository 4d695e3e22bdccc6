import { useEffect, useRef, type ReactElement } from 'react';
import styles from './ChartCard.module.css';
import { chartTheme } from './chart-theme.ts';
import { startChart, type EChartsCoreOption } from './echarts-setup.ts';

/** A single series needs no pattern; several are told apart by pattern as well as colour. */
function patterned(option: EChartsCoreOption): EChartsCoreOption {
  const several = Array.isArray(option['series']) && option['series'].length > 1;
  return { animationDuration: 200, aria: { enabled: true, decal: { show: several } }, ...option };
}

/** The drawing itself; loaded only where a chart is shown. A changed look draws it anew. */
export default function ChartDrawing({ option, label, look }: { readonly option: EChartsCoreOption; readonly label: string; readonly look: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = startChart(element, chartTheme());
    chart.setOption(patterned(option));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, look]);
  return <div ref={place} className={styles['drawing']} role="img" aria-label={label} />;
}
