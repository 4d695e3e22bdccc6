import type { ReactElement } from 'react';
import { jinText, kilogramText } from '../../../../../electron/domain/mass.ts';
import type { TicketLine } from '../../../../../electron/domain/ticket.ts';
import { grouped, moneyText } from '../../../../ui/format/format-text.ts';
import { Weight } from '../../../../ui/format/Weight.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { useScheduleWords } from '../../../contract/desk/schedule-words.ts';
import { CutLines } from '../../../deduction/CutLines.tsx';
import { deskCuts } from '../../../deduction/desk-cuts.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { tradedPriceText } from '../desk-words.ts';
import { termsOf } from '../model/desk-grading.ts';
import type { DeskPreview } from '../model/desk-preview.ts';
import { lineKey, lineOwners } from '../model/desk-lines.ts';
import { useLineName } from './line-name.ts';

/** One of several lines: what it comes to, and where there is room and a contract or several owners divided the goods also how. */
function PricedLine({ desk, line, roomy }: { readonly desk: DeskView; readonly line: TicketLine; readonly roomy: boolean }): ReactElement {
  const words = useScheduleWords();
  const name = useLineName(desk);
  const traded = desk.preview.product?.tradedUnit ?? 'kg';
  const isDivided = roomy && (line.terms !== null || lineOwners(desk.state, line) !== null);
  return (
    <>
      <div className={styles['sum']} data-part={line.quotaPart}><span>{name(line)}</span><span>{moneyText(line.amountFen)}</span></div>
      {isDivided ? <div className={styles['sum']}><span /><span className={styles['sumSecond']}>{words.times(line, traded)}</span></div> : null}
    </>
  );
}

/** The only line: its grade and price, and what the price is made of. */
function OnlyLine({ desk, line }: { readonly desk: DeskView; readonly line: TicketLine }): ReactElement {
  const app = useText('app');
  const words = useScheduleWords();
  const name = useLineName(desk);
  const traded = desk.preview.product?.tradedUnit ?? 'kg';
  const madeOf = words.madeOf(line, traded);
  return (
    <>
      <div className={styles['sum']} data-part={line.quotaPart}><span>{name(line)}</span><span>{tradedPriceText(line.priceE4, traded, app)}</span></div>
      {madeOf === null ? null : <div className={styles['sum']}><span /><span className={styles['sumSecond']}>{madeOf}</span></div>}
    </>
  );
}

/** What is taken off the weight, what counts then, and what lowers the price, in the order of the terms. */
function Cuts({ preview, short }: { readonly preview: DeskPreview; readonly short: boolean }): ReactElement {
  const t = useText('ticket');
  const traded = preview.product?.tradedUnit ?? 'kg';
  const lines = preview.computed?.lines ?? [];
  const [only, ...more] = lines;
  const cuts = deskCuts({ terms: termsOf(preview.product).terms, measured: preview.terms, lines, netGrams: preview.netGrams, resolutionGrams: preview.product?.resolutionGrams ?? 10 });
  const isSettled = only !== undefined && more.length === 0 && only.deductions.length > 0 && only.settlementGrams !== only.netGrams;
  return (
    <>
      <CutLines cuts={cuts.filter(({ term }) => term.acts === 'weight')} traded={traded} short={short} />
      {isSettled ? <div className={styles['sum']}><span>{t('desk.ticket.settlement')}</span><Weight grams={only.settlementGrams} traded={traded} single /></div> : null}
      <CutLines cuts={cuts.filter(({ term }) => term.acts !== 'weight')} traded={traded} short={short} />
    </>
  );
}

function AmountLine({ preview }: { readonly preview: DeskPreview }): ReactElement {
  const t = useText('ticket');
  return (
    <div className={styles['amount']}>
      <span>{t('desk.ticket.amount')}</span>
      {preview.computed !== null ? <strong className={styles['amountFigure']} data-role="amount">{moneyText(preview.computed.amountFen)}</strong>
        : preview.range === null ? <strong className={styles['amountFigure']}>–</strong>
        : preview.range.low === preview.range.high ? <strong className={styles['amountFigure']}>{moneyText(preview.range.low)}</strong>
          : <strong className={styles['amountFigure']} data-range="">{t('desk.ticket.range', { low: moneyText(preview.range.low), high: moneyText(preview.range.high) })}</strong>}
    </div>
  );
}

/** What it weighs, what counts of it, and at which price; the amount below stands out. Beside the steps it is short, where it stands alone (without the amount) it says how each line came about. */
export function Sums({ desk, amount = true }: { readonly desk: DeskView; readonly amount?: boolean }): ReactElement {
  const app = useText('app');
  const contract = useText('contract');
  const t = useText('ticket');
  const { preview } = desk;
  const traded = preview.product?.tradedUnit ?? 'kg';
  const lines = preview.computed?.lines ?? [];
  const kilograms = app('unit.kilograms', { value: grouped(kilogramText(preview.netGrams)) });
  const jin = app('unit.jin', { value: grouped(jinText(preview.netGrams)) });
  const [only, ...more] = lines;
  const loose = [{ key: 'returned', grams: preview.returnedGrams }, { key: 'loss', grams: preview.sortingLossGrams }] as const;
  return (
    <div className={styles['sums']}>
      <div className={styles['sum']}><span>{app('weight.net')}</span><span>{traded === 'kg' ? kilograms : jin}</span></div>
      <div className={styles['sum']}><span /><span className={styles['sumSecond']}>{traded === 'kg' ? jin : kilograms}</span></div>
      {loose.map(({ key, grams }) => (grams === 0 ? null : <div key={key} className={styles['sum']} data-loose={key}><span>{t(`desk.split.${key}`)}</span><Weight grams={grams} traded={traded} single /></div>))}
      <Cuts preview={preview} short={amount} />
      {only === undefined ? null : more.length === 0 ? <OnlyLine desk={desk} line={only} /> : <div className={styles['sumLines']} role="group" aria-label={contract('desk.lines')} tabIndex={0}>{lines.map((line) => <PricedLine key={lineKey(line)} desk={desk} line={line} roomy={!amount} />)}</div>}
      {amount ? <AmountLine preview={preview} /> : null}
    </div>
  );
}
