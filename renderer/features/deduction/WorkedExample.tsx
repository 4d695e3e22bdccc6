import type { ReactElement } from 'react';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import { measuredTerms } from '../../../electron/domain/deduction-terms.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { kilogramText } from '../../../electron/domain/mass.ts';
import { priceText } from '../../../electron/domain/price.ts';
import { applyDeductions } from '../../../electron/domain/deduction.ts';
import { applyDiscounts } from '../../../electron/domain/price-discount.ts';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card, FormGrid } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import styles from './deduction.module.css';
import { worthOf, type Trial } from './heat-table.ts';
import { tableText, termName } from './term-words.ts';

export interface ExampleTyped { readonly netKg: string; readonly price: string; readonly measures: Readonly<Record<string, string>> }

export interface WorkedExampleProps {
  readonly trial: Trial;
  /** The terms say nothing yet: something in them must be put right first. */
  readonly broken: boolean;
  readonly typed: ExampleTyped;
  readonly onType: (typed: ExampleTyped) => void;
}

/** One name for each measured factor, in the order of the terms. */
export function factorsOf(terms: readonly DeductionTerm[], language: string): Array<{ readonly factor: string; readonly name: string }> {
  const factors = [...new Set(terms.map((term) => term.factor))];
  return factors.map((factor) => {
    const term = terms.find((candidate) => candidate.factor === factor);
    return { factor, name: term === undefined ? factor : termName(term, language, factor) };
  });
}

/** How the delivery comes out, step by step as the slip will say it. */
function Steps({ trial, measures }: { readonly trial: Trial; readonly measures: ReadonlyMap<string, string> }): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  const measured = measuredTerms(trial.terms, measures);
  const weight = applyDeductions(trial.netGrams, trial.resolutionGrams, measured.deductions, trial.rule);
  const price = applyDiscounts(trial.priceE4, measured.discounts, trial.rule);
  const termOf = (factor: string, onWeight: boolean) => trial.terms.find((term) => term.factor === factor && (term.acts === 'weight') === onWeight);
  const line = (factor: string, onWeight: boolean, measuredPct: string, effect: string): ReactElement => {
    const term = termOf(factor, onWeight);
    return (
      <li key={`${factor} ${String(onWeight)}`}>
        <span>{t('example.factor', { name: term === undefined ? factor : termName(term, language, factor), measured: measuredPct })} <strong>{effect}</strong></span>
        {term === undefined ? null : <small>{tableText(term, t)}</small>}
      </li>
    );
  };
  return (
    <ol className={styles['steps']}>
      {weight.applied.map((cut, index) => line(cut.factor, true, measured.deductions[index]?.measuredPct ?? '', t('slip.taken', { sign: cut.takenGrams < 0 ? '+' : '−', grams: kilogramText(Math.abs(cut.takenGrams)) })))}
      {price.applied.map((cut, index) => line(cut.factor, false, measured.discounts[index]?.measuredPct ?? '', t('cut.price', { before: priceText(cut.priceBeforeE4), after: priceText(cut.priceAfterE4) })))}
    </ol>
  );
}

/** A delivery typed at will, and what the terms make of it, as a sentence and step by step. */
export function WorkedExample({ trial, broken, typed, onType }: WorkedExampleProps): ReactElement {
  const t = useText('deduction');
  const app = useText('app');
  const language = useLanguage();
  const factors = factorsOf(trial.terms, language);
  const measures = new Map(Object.entries(typed.measures).filter(([, value]) => /^\d+(\.\d+)?$/u.test(value)));
  const worth = broken ? null : worthOf(trial, measures);
  const heard = factors.filter(({ factor }) => measures.has(factor)).map(({ factor, name }) => t('example.measure', { name, measured: measures.get(factor) ?? '' })).join(t('comma'));
  return (
    <Card title={t('example.title')}>
      <FormGrid>
        <NumPadField label={t('example.net')} value={typed.netKg} unit={app('unit.kilogram')} rules={{ decimals: 3, wholeDigits: 5 }} onChange={(netKg) => onType({ ...typed, netKg })} />
        <NumPadField label={t('example.price')} value={typed.price} unit={t('example.priceUnit')} rules={{ decimals: 4, wholeDigits: 5 }} onChange={(price) => onType({ ...typed, price })} />
        {factors.map(({ factor, name }) => (
          <NumPadField key={factor} label={t('example.measured', { name })} value={typed.measures[factor] ?? ''} unit="%" rules={{ decimals: 3, wholeDigits: 3, ownUnits: ['%'] }} onChange={(value) => onType({ ...typed, measures: { ...typed.measures, [factor]: value } })} />
        ))}
      </FormGrid>
      <div aria-live="polite" data-role="example">
        {worth === null ? <p className={styles['soft']}>{t('example.broken')}</p>
          : worth.problem !== null ? <Notice tone="danger" title={t(worth.problem === 'measured_above_limit' ? 'example.refused' : 'example.tooMuch')} />
            : (
              <>
                <p className={styles['sentence']}>{t('example.sentence', { measures: heard, net: kilogramText(trial.netGrams), settlement: kilogramText(worth.settlementGrams), price: priceText(worth.priceE4), amount: moneyText(lineAmountFen(worth.settlementGrams, worth.priceE4)) })}</p>
                <Steps trial={trial} measures={measures} />
              </>
            )}
      </div>
    </Card>
  );
}
