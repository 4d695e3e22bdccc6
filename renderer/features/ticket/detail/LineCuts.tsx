import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { priceText } from '../../../../electron/domain/price.ts';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import styles from '../../deduction/deduction.module.css';
import { tableText, termName } from '../../deduction/term-words.ts';

export interface LineCutsProps { readonly line: TicketDetail['lines'][number]; readonly nameOf: (factor: string) => string }

/** What was taken off the weight of a line, apart from it what lowered its price, and by which version of the terms. */
export function LineCuts({ line, nameOf }: LineCutsProps): ReactElement | null {
  const t = useText('deduction');
  const language = useLanguage();
  if (line.deductions.length + line.discounts.length === 0 && line.termsNumber === null) return null;
  return (
    <div className={styles['said']}>
      {line.deductions.map((row) => (
        <span key={`weight ${row.factor}`}>{t('detail.taken', { name: termName(row, language, nameOf(row.factor)), measured: row.measured, base: row.base, table: tableText({ acts: 'weight', method: row.method, basePct: row.base, rows: row.rows }, t) })} <Weight grams={row.takenGrams} single /></span>
      ))}
      {line.discounts.map((row) => (
        <span key={`price ${row.factor}`}>{t('detail.price', { name: termName(row, language, row.factor), measured: row.measured, base: row.base, table: tableText({ acts: row.acts, method: row.method, basePct: row.base, rows: row.rows }, t), before: priceText(row.priceBeforeE4), after: priceText(row.priceAfterE4) })}</span>
      ))}
      {line.termsNumber === null || line.termsRule === null ? null : <span>{t('detail.version', { number: line.termsNumber, rule: t(`rule.${line.termsRule}`) })}</span>}
    </div>
  );
}
