import { useRef, useState, type ReactElement } from 'react';
import { kilogramText } from '../../../electron/domain/mass.ts';
import { priceText } from '../../../electron/domain/price.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { LabelledSelect } from '../grading/LabelledSelect.tsx';
import { useSaveFile } from '../report/files/use-save-file.tsx';
import styles from './deduction.module.css';
import { axisOf, heatTable, isSameFigure, type HeatCell, type Trial } from './heat-table.ts';
import { factorsOf } from './WorkedExample.tsx';

const views = ['perNet', 'weight', 'price'] as const;
type View = (typeof views)[number];

/** Tones of a cell, from the whole value (0) down to the lowest of the table. */
const tones = 5;

function figureOf(cell: HeatCell, view: View): number | null {
  if (cell.worth === null) return null;
  return view === 'weight' ? cell.worth.settlementGrams : view === 'price' ? cell.worth.priceE4 : cell.worth.perNetE4;
}

function toneOf(figure: number, low: number, high: number): number {
  return high === low ? 0 : Math.round(((high - figure) / (high - low)) * tones);
}

export interface HeatChartProps { readonly trial: Trial; readonly measures: Readonly<Record<string, string>>; readonly name: string }

/** Two measured factors against each other, each cell written and coloured with what the goods come to; the example stands marked in it. */
export function HeatChart({ trial, measures, name }: HeatChartProps): ReactElement | null {
  const t = useText('deduction');
  const language = useLanguage();
  const file = useSaveFile();
  const table = useRef<HTMLTableElement>(null);
  const [axes, setAxes] = useState<{ readonly x: string | null; readonly y: string | null }>({ x: null, y: null });
  const [view, setView] = useState<View>('perNet');
  const factors = factorsOf(trial.terms, language);
  const x = factors.find(({ factor }) => factor === axes.x) ?? factors[0];
  if (x === undefined) return null;
  const y = factors.find(({ factor }) => factor === axes.y && factor !== x.factor) ?? factors.find(({ factor }) => factor !== x.factor) ?? null;
  const chosen = (factor: string): string => measures[factor] ?? '';
  const xs = axisOf(trial.terms, x.factor, chosen(x.factor));
  const rows = heatTable(trial, { factor: x.factor, values: xs }, y === null ? null : { factor: y.factor, values: axisOf(trial.terms, y.factor, chosen(y.factor)) }, new Map(Object.entries(measures).filter(([, value]) => value !== '')));
  const figures = rows.flat().flatMap((cell) => figureOf(cell, view) ?? []);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const textOf = (cell: HeatCell): string => {
    const figure = figureOf(cell, view);
    return figure === null ? t('chart.refused') : view === 'weight' ? kilogramText(figure) : priceText(figure);
  };
  const marked = (cell: HeatCell): boolean => isSameFigure(cell.x, chosen(x.factor)) && (y === null || isSameFigure(cell.y, chosen(y.factor)));
  const options = factors.map(({ factor, name: label }) => ({ value: factor, label }));
  const corner = y === null ? x.name : t('chart.corner', { x: x.name, y: y.name });
  return (
    <Card title={t('chart.title')}>
      <div className={styles['chartTools']}>
        <LabelledSelect label={t('chart.across')} value={x.factor} options={options} onChange={(value) => setAxes({ x: value, y: value === y?.factor ? x.factor : y?.factor ?? null })} />
        {y === null ? null : <LabelledSelect label={t('chart.down')} value={y.factor} options={options.filter(({ value }) => value !== x.factor)} onChange={(value) => setAxes({ x: x.factor, y: value })} />}
        <LabelledSelect label={t('chart.shows')} value={view} options={views.map((each) => ({ value: each, label: t(`chart.view.${each}`) }))} onChange={(value) => setView(views.find((each) => each === value) ?? 'perNet')} />
        <ActionButton small onPress={() => { if (table.current !== null) window.getSelection()?.selectAllChildren(table.current); }}>{t('chart.select')}</ActionButton>
        <ActionButton small icon="export" disabled={file.saving} onPress={() => void file.saveTable(t('chart.file', { name }), [corner, ...xs.map((value) => `${value}%`)], rows.map((row) => [row[0]?.y === '' ? t(`chart.view.${view}`) : `${row[0]?.y ?? ''}%`, ...row.map(textOf)]))}>{t('chart.save')}</ActionButton>
      </div>
      {file.note}
      <p className={styles['soft']}>{t('chart.sentence', { net: kilogramText(trial.netGrams), price: priceText(trial.priceE4) })}</p>
      <div className={styles['chartBox']} tabIndex={0} role="region" aria-label={t('chart.title')}>
        <table ref={table} className={styles['heat']}>
          <caption>{t(`chart.view.${view}`)}</caption>
          <thead><tr><th scope="col">{corner}</th>{xs.map((value) => <th key={value} scope="col">{value}%</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]?.y ?? ''}>
                <th scope="row">{row[0]?.y === '' ? t(`chart.view.${view}`) : `${row[0]?.y ?? ''}%`}</th>
                {row.map((cell) => {
                  const figure = figureOf(cell, view);
                  return <td key={cell.x} data-tone={figure === null ? 'refused' : String(toneOf(figure, low, high))} data-marked={marked(cell) || undefined}>{textOf(cell)}{marked(cell) ? <span className={styles['marker']}> {t('chart.marker')}</span> : null}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
