import { kilogramText, sumGrams, type Grams } from '../../../../electron/domain/mass.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import type { EChartsCoreOption } from '../../../ui/chart/echarts-setup.ts';
import { shortDateTextOf } from '../../../ui/format/format-text.ts';
import type { Language } from '../../../ui/language/languages.ts';

type Day = OutputOf<'report.day'>;

/** The length of a bar; the figures people read come from the grams themselves. */
const drawn = (grams: Grams): number => Number(kilogramText(grams));
const grid = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true };

/** Every product once, in the order of the day; one may have come bought and on consignment. */
export const productsOf = (day: Day): readonly string[] => [...new Set(day.byProduct.map((row) => row.productId))];

/** Products, the one with most kilograms first, whichever way they were taken. */
export function byWeight(day: Day): ReadonlyArray<{ readonly productId: string; readonly netGrams: Grams }> {
  return productsOf(day).map((productId) => ({ productId, netGrams: sumGrams(day.byProduct.filter((row) => row.productId === productId).map((row) => row.netGrams)) }))
    .toSorted((left, right) => right.netGrams - left.netGrams);
}

/** Kilograms by product, the largest first. */
export function productBars(day: Day, nameOf: (productId: string) => string, kilograms: string): EChartsCoreOption {
  const rows = byWeight(day);
  return {
    grid: { ...grid, top: 16 }, tooltip: { trigger: 'axis' }, xAxis: { type: 'value' },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => nameOf(row.productId)) },
    series: [{ type: 'bar', name: kilograms, barMaxWidth: 32, label: { show: true, position: 'right' }, data: rows.map((row) => drawn(row.netGrams)) }],
  };
}

/** The hours with deliveries, first to last, without gaps. */
export function hoursOf(day: Day): readonly number[] {
  const hours = day.byHour.map((row) => row.hour);
  if (hours.length === 0) return [];
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => first + index);
}

export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Kilograms by hour, one part of the bar per product. */
export function hourBars(day: Day, nameOf: (productId: string) => string): EChartsCoreOption {
  const hours = hoursOf(day);
  return {
    grid: { ...grid, top: 64 }, tooltip: { trigger: 'axis' }, legend: { top: 0, left: 0 }, xAxis: { type: 'category', data: hours.map(hourText) }, yAxis: { type: 'value' },
    series: productsOf(day).map((productId) => ({
      type: 'bar', stack: 'hour', barMaxWidth: 40, name: nameOf(productId),
      data: hours.map((hour) => drawn(day.byHour.find((row) => row.hour === hour && row.productId === productId)?.netGrams ?? 0)),
    })),
  };
}

/** Kilograms of the two weeks that lead to the day. */
export function dayBars(day: Day, language: Language, kilograms: string): EChartsCoreOption {
  return {
    grid: { ...grid, top: 16 }, tooltip: { trigger: 'axis' }, xAxis: { type: 'category', data: day.recentDays.map((row) => shortDateTextOf(row.date, language)) }, yAxis: { type: 'value' },
    series: [{ type: 'bar', name: kilograms, barMaxWidth: 40, data: day.recentDays.map((row) => drawn(row.netGrams)) }],
  };
}
