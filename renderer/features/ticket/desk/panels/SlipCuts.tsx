import type { ReactElement } from 'react';
import { kilogramText } from '../../../../../electron/domain/mass.ts';
import { priceText } from '../../../../../electron/domain/price.ts';
import type { TicketLine } from '../../../../../electron/domain/ticket.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { tableText, termName } from '../../../deduction/term-words.ts';
import { termsOf } from '../model/desk-grading.ts';
import type { DeskPreview } from '../model/desk-preview.ts';
import { Pair } from './SlipPair.tsx';

interface CutsProps { readonly preview: DeskPreview; readonly line: TicketLine }

function useCutWords(preview: DeskPreview, onWeight: boolean) {
  const t = useText('deduction');
  const language = useLanguage();
  const { terms, rule } = termsOf(preview.product);
  const termOf = (factor: string) => terms.find((term) => term.factor === factor && (term.acts === 'weight') === onWeight);
  return {
    t, inTurn: rule === 'in_turn',
    head: (factor: string, measured: { readonly measuredPct: string; readonly basePct: string } | undefined): string => {
      const term = termOf(factor);
      return ` ${t('cut.measured', { name: term === undefined ? factor : termName(term, language, factor), measured: measured?.measuredPct ?? '', base: measured?.basePct ?? '' })}`;
    },
    method: (factor: string): string => {
      const term = termOf(factor);
      return term === undefined ? '' : tableText(term, t);
    },
  };
}

/** What was taken off the weight of a line, as the printer will say it. */
export function SlipCuts({ preview, line }: CutsProps): ReactElement {
  const { t, inTurn, head, method } = useCutWords(preview, true);
  return (
    <>
      {line.deductions.map((cut, index) => (
        <div key={cut.factor}>
          <Pair label={head(cut.factor, preview.terms.deductions[index])}>{t('slip.taken', { sign: cut.takenGrams < 0 ? '+' : cut.takenGrams === 0 ? '' : '−', grams: kilogramText(Math.abs(cut.takenGrams)) })}</Pair>
          <p>{`  ${method(cut.factor)}`}</p>
        </div>
      ))}
      {inTurn && line.deductions.length > 1 ? <p>{`  ${t('rule.in_turn')}`}</p> : null}
    </>
  );
}

/** What lowered the price of a line: the price before, and each factor. */
export function SlipDiscounts({ preview, line }: CutsProps): ReactElement | null {
  const { t, inTurn, head, method } = useCutWords(preview, false);
  const app = useText('app');
  const [first] = line.discounts;
  if (first === undefined) return null;
  const perKilogram = (priceE4: number): string => app('unit.perKilogram', { value: priceText(priceE4) });
  return (
    <>
      <Pair label={` ${t('slip.priceBefore')}`}>{perKilogram(first.priceBeforeE4)}</Pair>
      {line.discounts.map((cut, index) => (
        <div key={cut.factor}>
          <Pair label={head(cut.factor, preview.terms.discounts[index])}>{`${cut.priceBeforeE4 === cut.priceAfterE4 ? '' : '−'}${perKilogram(cut.priceBeforeE4 - cut.priceAfterE4)}`}</Pair>
          <p>{`  ${method(cut.factor)}`}</p>
        </div>
      ))}
      {inTurn && line.discounts.length > 1 ? <p>{`  ${t('rule.in_turn')}`}</p> : null}
    </>
  );
}
