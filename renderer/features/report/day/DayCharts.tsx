import { useMemo, type ReactElement } from 'react';
import { jinText, kilogramText, sumGrams } from '../../../../electron/domain/mass.ts';
import { sumFen, yuanText } from '../../../../electron/domain/money.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { ChartCard } from '../../../ui/chart/ChartCard.tsx';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { grouped } from '../../../ui/format/format-text.ts';
import { ModeMoney, useModeText } from '../../../ui/format/ModeMoney.tsx';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import type { FileSaver } from '../files/use-save-file.tsx';
import { PlainTable } from '../parts/PlainTable.tsx';
import { byWeight, dayBars, hourBars, hoursOf, hourText, productBars, productsOf } from './chart-options.ts';
import styles from './day.module.css';

type Day = OutputOf<'report.day'>;

interface ChartProps { readonly day: Day; readonly nameOf: (productId: string) => string; readonly file: FileSaver }

function ProductChart({ day, nameOf, file }: ChartProps): ReactElement {
  const t = useText('report');
  const app = useText('app');
  const option = useMemo(() => productBars(day, nameOf, t('unit.kilogram')), [day, nameOf, t]);
  const most = byWeight(day)[0];
  return (
    <ChartCard
      title={t('day.byProduct')} option={option}
      sentence={most === undefined ? t('day.noIntake') : t('day.productSentence', { grams: day.netGrams, count: new Set(day.byProduct.map((row) => row.productId)).size, product: nameOf(most.productId), most: most.netGrams })}
      onExport={() => void file.saveTable(`${t('day.byProduct')} ${day.date}.csv`, [t('column.product'), app('mode.title'), t('column.tickets'), t('column.kilograms'), t('column.jin'), t('column.yuan')],
        day.byProduct.map((row) => [nameOf(row.productId), app(`mode.${row.mode}`), String(row.tickets), kilogramText(row.netGrams), jinText(row.netGrams), yuanText(row.totalFen)]))}
      table={(
        <PlainTable
          label={t('day.byProduct')} columns={[{ title: t('column.product') }, { title: app('mode.title') }, { title: t('column.tickets'), figure: true }, { title: t('column.net'), figure: true }, { title: t('column.amount'), figure: true }]}
          rows={day.byProduct.map((row) => ({ key: `${row.productId} ${row.mode}`, cells: [nameOf(row.productId), app(`mode.${row.mode}`), row.tickets, <Weight key="kg" grams={row.netGrams} />, <Money key="fen" fen={row.totalFen} />] }))}
          foot={[t('column.total'), '', day.tickets, <Weight key="kg" grams={sumGrams(day.byProduct.map((row) => row.netGrams))} />, <ModeMoney key="fen" sums={day} />]}
        />
      )}
    />
  );
}

function HourChart({ day, nameOf, file }: ChartProps): ReactElement {
  const t = useText('report');
  const option = useMemo(() => hourBars(day, nameOf), [day, nameOf]);
  const products = productsOf(day);
  const hours = hoursOf(day).map((hour) => ({ hour, netGrams: sumGrams(day.byHour.filter((row) => row.hour === hour).map((row) => row.netGrams)) }));
  const busiest = hours.toSorted((left, right) => right.netGrams - left.netGrams)[0];
  const cells = (hour: number, productId: string): number => sumGrams(day.byHour.filter((row) => row.hour === hour && row.productId === productId).map((row) => row.netGrams));
  return (
    <ChartCard
      title={t('day.byHour')} option={option} sentence={busiest === undefined ? t('day.noIntake') : t('day.hourSentence', { hour: hourText(busiest.hour), grams: busiest.netGrams })}
      onExport={() => void file.saveTable(`${t('day.byHour')} ${day.date}.csv`, [t('column.hour'), ...products.map((id) => `${nameOf(id)} (${t('column.kilograms')})`)],
        hours.map(({ hour }) => [hourText(hour), ...products.map((id) => kilogramText(cells(hour, id)))]))}
      table={(
        <PlainTable
          label={t('day.byHour')} columns={[{ title: t('column.hour') }, ...products.map((id) => ({ title: nameOf(id), figure: true })), { title: t('column.total'), figure: true }]}
          rows={hours.map(({ hour, netGrams }) => ({ key: String(hour), cells: [hourText(hour), ...products.map((id) => <Weight key={id} grams={cells(hour, id)} single />), <Weight key="all" grams={netGrams} single />] }))}
        />
      )}
    />
  );
}

function RecentChart({ day, file }: ChartProps): ReactElement {
  const t = useText('report');
  const app = useText('app');
  const modeText = useModeText();
  const language = useLanguage();
  const option = useMemo(() => dayBars(day, language, t('unit.kilogram')), [day, language, t]);
  const grams = sumGrams(day.recentDays.map((row) => row.netGrams));
  const sums = { outrightFen: sumFen(day.recentDays.map((row) => row.outrightFen)), consignedFen: sumFen(day.recentDays.map((row) => row.consignedFen)) };
  return (
    <ChartCard
      title={t('day.recent')} option={option} sentence={t('day.recentSentence', { days: day.recentDays.filter((row) => row.netGrams !== 0).length, grams, amount: modeText(sums) })}
      onExport={() => void file.saveTable(`${t('day.recent')} ${day.date}.csv`, [t('column.day'), t('column.kilograms'), t('column.jin'), `${app('mode.outright')} (${t('column.yuan')})`, `${app('mode.consignment')} (${t('column.yuan')})`],
        day.recentDays.map((row) => [row.date, kilogramText(row.netGrams), jinText(row.netGrams), yuanText(row.outrightFen), yuanText(row.consignedFen)]))}
      table={(
        <PlainTable
          label={t('day.recent')} columns={[{ title: t('column.day') }, { title: t('column.net'), figure: true }, { title: t('column.jin'), figure: true }, { title: t('column.amount'), figure: true }]}
          rows={day.recentDays.map((row) => ({ key: row.date, cells: [<DateWithWeekday key="day" date={row.date} short />, <Weight key="kg" grams={row.netGrams} single />, grouped(jinText(row.netGrams)), <ModeMoney key="fen" sums={row} />] }))}
          foot={[t('column.total'), <Weight key="kg" grams={grams} single />, grouped(jinText(grams)), <ModeMoney key="fen" sums={sums} />]}
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
