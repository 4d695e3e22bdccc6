import type { TFunction } from 'i18next';
import { businessDate } from '../../../electron/domain/business-date.ts';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import { priceText } from '../../../electron/domain/price.ts';
import { dateTextOf, timeText } from '../../ui/format/format-text.ts';
import type { Language } from '../../ui/language/languages.ts';
import { percentText } from '../product/percent-text.ts';

type Words = TFunction<'deduction'>;
export type Table = Pick<DeductionTerm, 'acts' | 'method' | 'basePct' | 'rows'>;

/** What a row takes, with what it is taken of. */
export function takesText(acts: DeductionTerm['acts'], takes: number, t: Words): string {
  if (acts === 'price_amount') return t('takes.amount', { price: priceText(takes) });
  return t(acts === 'weight' ? 'takes.weight' : 'takes.price', { percent: percentText(takes) });
}

/** How a factor is reckoned, in one sentence; empty where its table is not known any more. */
export function tableText({ acts, method, basePct, rows }: Table, t: Words): string {
  const takes = (figure: number): string => takesText(acts, figure, t);
  if (method === 'dry_matter') return t('table.dryMatter', { base: basePct });
  if (rows.length === 0) return '';
  if (method === 'interpolated') return t('table.nodes', { nodes: rows.map((row) => t('table.node', { at: row.atPct, takes: takes(row.takes) })).join(t('comma')) });
  return rows.map((row, index) => t(index === 0 ? 'table.step' : 'table.stepAbove', { at: row.atPct, step: row.stepPct ?? '', takes: takes(row.takes) })).join(t('comma'));
}

/** Names that the grade scheme has no word for: a deduction that the scheme proposed and nobody published. */
export const termName = (named: { readonly nameZh: string | null; readonly nameEn: string | null }, language: string, otherwise: string): string => (language === 'zh' ? named.nameZh : named.nameEn) ?? otherwise;

/** Day and time of a moment, as versions name it. */
export const momentTextOf = (at: number, language: Language): string => `${dateTextOf(businessDate(at), language)} ${timeText(at)}`;
