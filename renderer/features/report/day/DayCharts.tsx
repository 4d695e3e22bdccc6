import { useMemo, type ReactElement } from 'react';
import { jinText, kilogramText, sumGrams } from '../../../../electron/domain/mass.ts';
import { sumFen, yuanText } from '../../../../electron/domain/money.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { ChartCard } from '../../../ui/chart/ChartCard.tsx';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { grouped } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import type { FileSaver } from '../files/use-save-file.tsx';
import { PlainTable } from '../parts/PlainTable.tsx';
import { byWeight, dayBars, hourBars, hoursOf, hourText, productBars } from './chart-options.ts';
import styles from './day.module.css';

type Day = OutputOf<'report.day'>;

interface ChartProps { readonly day: Day; readonly nameOf: (productId: string) => string; readonly file: FileSaver }

function ProductChart({ day, nameOf, file }: ChartProps): ReactElement {
  const t = useText('report');
  const option = useMemo(() => productBars(day, nameOf, t('unit.kilogram')), [day, nameOf, t]);
  const most = byWeight(day)[0];
  return (
    <ChartCard
      title={t('day.byProduct')} option={option}
      sentence={most === undefined ? t('day.noIntake') : t('day.productSentence', { grams: day.netGrams, count: day.byProduct.length, product: nameOf(most.productId), most: most.netGrams })}
      onExport={() => void file.saveTable(`${t('day.byProduct')} ${day.date}.csv`, [t('column.product'), t('column.tickets'), t('column.kilograms'), t('column.jin'), t('column.yuan')],
        day.byProduct.map((row) => [nameOf(row.productId), String(row.tickets), kilogramText(row.netGrams), jinText(row.netGrams), yuanText(row.totalFen)]))}
      table={(
        <PlainTable
          label={t('day.byProduct')} columns={[{ title: t('column.product') }, { title: t('column.tickets'), figure: true }, { title: t('column.net'), figure: true }, { title: t('column.amount'), figure: true }]}
          rows={day.byProduct.map((row) => ({ key: row.productId, cells: [nameOf(row.productId), row.tickets, <Weight key="kg" grams={row.netGrams} />, <Money key="fen" fen={row.totalFen} />] }))}
          foot={[t('column.total'), day.tickets, <Weight key="kg" grams={sumGrams(day.byProduct.map((row) => row.netGrams))} />, <Money key="fen" fen={sumFen(day.byProduct.map((row) => row.totalFen))} />]}
        />
      )}
    />
  );
}

function HourChart({ day, nameOf, file }: ChartProps): ReactElement {
  const t = useText('report');
  const option = useMemo(() => hourBars(day, nameOf), [day, nameOf]);
  const hours = hoursOf(day).map((hour) => ({ hour, netGrams: sumGrams(day.byHour.filter((row) => row.hour === hour).map((row) => row.netGrams)) }));
  const busiest = hours.toSorted((left, right) => right.netGrams - left.netGrams)[0];
  const cells = (hour: number, productId: string): number => sumGrams(day.byHour.filter((row) => row.hour === hour && row.productId === productId).map((row) => row.netGrams));
  return (
    <ChartCard
      title={t('day.byHour')} option={option} sentence={busiest === undefined ? t('day.noIntake') : t('day.hourSentence', { hour: hourText(busiest.hour), grams: busiest.netGrams })}
      onExport={() => void file.saveTable(`${t('day.byHour')} ${day.date}.csv`, [t('column.hour'), ...day.byProduct.map((row) => `${nameOf(row.productId)} (${t('column.kilograms')})`)],
        hours.map(({ hour }) => [hourText(hour), ...day.byProduct.map((row) => kilogramText(cells(hour, row.productId)))]))}
      table={(
        <PlainTable
          label={t('day.byHour')} columns={[{ title: t('column.hour') }, ...day.byProduct.map((row) => ({ title: nameOf(row.productId), figure: true })), { title: t('column.total'), figure: true }]}
          rows={hours.map(({ hour, netGrams }) => ({ key: String(hour), cells: [hourText(hour), ...day.byProduct.map((row) => <Weight key={row.productId} grams={cells(hour, row.productId)} single />), <Weight key="all" grams={netGrams} single />] }))}
        />
      )}
    />
  );
}

function RecentChart({ day, file }: ChartProps): ReactElement {
  const t = useText('report');
  const language = useLanguage();
  const option = useMemo(() => dayBars(day, language, t('unit.kilogram')), [day, language, t]);
  const grams = sumGrams(day.recentDays.map((row) => row.netGrams));
  const fen = sumFen(day.recentDays.map((row) => row.totalFen));
  return (
    <ChartCard
      title={t('day.recent')} option={option} sentence={t('day.recentSentence', { days: day.recentDays.filter((row) => row.netGrams !== 0).length, grams, fen })}
      onExport={() => void file.saveTable(`${t('day.recent')} ${day.date}.csv`, [t('column.day'), t('column.kilograms'), t('column.jin'), t('column.yuan')],
        day.recentDays.map((row) => [row.date, kilogramText(row.netGrams), jinText(row.netGrams), yuanText(row.totalFen)]))}
      table={(
        <PlainTable
          label={t('day.recent')} columns={[{ title: t('column.day') }, { title: t('column.net'), figure: true }, { title: t('column.jin'), figure: true }, { title: t('column.amount'), figure: true }]}
          rows={day.recentDays.map((row) => ({ key: row.date, cells: [<DateWithWeekday key="day" date={row.date} short />, <Weight key="kg" grams={row.netGrams} single />, grouped(jinText(row.netGrams)), <Money key="fen" fen={row.totalFen} />] }))}
          foot={[t('column.total'), <Weight key="kg" grams={grams} single />, grouped(jinText(grams)), <Money key="fen" fen={fen} />]}
        />
      )}
    />
  );
}

/** What came in by product and by hour, and the two weeks before; each with its table, its export and a sentence. */
export function DayCharts(props: ChartProps): ReactElement {
  return (
    <div className={styles['charts']}>
      <ProductChart {...props} />
      <HourChart {...props} />
      <div className={styles['wide']}><RecentChart {...props} /></div>
    </div>
  );
}
