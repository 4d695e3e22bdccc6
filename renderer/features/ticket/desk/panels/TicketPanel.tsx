import { useEffect, useRef, type ReactElement } from 'react';
import { jinText, kilogramText } from '../../../../../electron/domain/mass.ts';
import { grouped, moneyText } from '../../../../ui/format/format-text.ts';
import { Weight } from '../../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { numbered } from './numbered.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, tradedPriceText } from '../desk-words.ts';
import { CutLines } from '../../../deduction/CutLines.tsx';
import { deskCuts } from '../../../deduction/desk-cuts.ts';
import { termsOf } from '../model/desk-grading.ts';
import { pendingBasket } from '../model/yard-reducer.ts';
import { gradesOf } from '../model/desk-goods.ts';
import { CrateLine } from '../yard/CrateLine.tsx';
import type { DeskPreview } from '../model/desk-preview.ts';

/** The baskets, newest in sight: gross, tare, net in kilograms, a typed one marked for ever; a vehicle in the yard has no tare yet. */
function Baskets({ preview, pending }: { readonly preview: DeskPreview; readonly pending: number }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const last = useRef<HTMLTableRowElement>(null);
  const count = preview.baskets.length;
  useEffect(() => last.current?.scrollIntoView({ block: 'nearest' }), [count]);
  return (
    <table className={styles['baskets']}>
      <thead><tr><th scope="col">{t('desk.ticket.basket')} <span className={styles['faint']}>{app('unit.kilogram')}</span></th><th scope="col">{app('weight.gross')}</th><th scope="col">{app('weight.tare')}</th><th scope="col">{app('weight.net')}</th></tr></thead>
      <tbody>
        {numbered(preview.baskets).map(({ basket, number }) => (
          <tr key={number} ref={number === count ? last : null} data-last={number === count || undefined}>
            <td>{number}{basket.typed ? <span className={styles['byHand']} title={t('desk.ticket.typedTitle')}>{t('desk.ticket.typed')}</span> : null}</td>
            <td>{kilogramText(basket.gross)}</td>
            <td>{number - 1 === pending ? '…' : kilogramText(basket.tare)}</td>
            <td>{number - 1 === pending ? '…' : kilogramText(basket.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What it weighs, what counts of it, and at which price; the amount below stands out. */
export function Sums({ preview, amount = true }: { readonly preview: DeskPreview; readonly amount?: boolean }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const traded = preview.product?.tradedUnit ?? 'kg';
  const line = preview.computed?.lines.length === 1 ? preview.computed.lines[0] : undefined;
  const grades = gradesOf(preview.product);
  const gradeName = (id: string): string => {
    const grade = grades.find((candidate) => candidate.id === id);
    return grade === undefined ? id : nameIn(grade, language);
  };
  const cuts = deskCuts({ terms: termsOf(preview.product).terms, measured: preview.terms, lines: preview.computed?.lines ?? [], netGrams: preview.netGrams, resolutionGrams: preview.product?.resolutionGrams ?? 10 });
  const kilograms = app('unit.kilograms', { value: grouped(kilogramText(preview.netGrams)) });
  const jin = app('unit.jin', { value: grouped(jinText(preview.netGrams)) });
  return (
    <div className={styles['sums']}>
      <div className={styles['sum']}><span>{app('weight.net')}</span><span>{traded === 'kg' ? kilograms : jin}</span></div>
      <div className={styles['sum']}><span /><span className={styles['sumSecond']}>{traded === 'kg' ? jin : kilograms}</span></div>
      <CutLines cuts={cuts.filter(({ term }) => term.acts === 'weight')} traded={traded} short={amount} />
      {line === undefined || line.deductions.length === 0 || line.settlementGrams === line.netGrams ? null : (
        <div className={styles['sum']}><span>{t('desk.ticket.settlement')}</span><Weight grams={line.settlementGrams} traded={traded} single /></div>
      )}
      <CutLines cuts={cuts.filter(({ term }) => term.acts !== 'weight')} traded={traded} short={amount} />
      {preview.computed !== null && preview.computed.lines.length > 1
        ? preview.computed.lines.map((each) => <div key={each.gradeId} className={styles['sum']}><span>{gradeName(each.gradeId)}</span><span>{moneyText(each.amountFen)}</span></div>)
        : null}
      {line === undefined ? null : <div className={styles['sum']}><span>{gradeName(line.gradeId)}</span><span>{tradedPriceText(line.priceE4, traded, app)}</span></div>}
      {amount ? <AmountLine preview={preview} /> : null}
    </div>
  );
}

function AmountLine({ preview }: { readonly preview: DeskPreview }): ReactElement {
  const t = useText('ticket');
  return (
    <div className={styles['amount']}>
      <span>{t('desk.ticket.amount')}</span>
      {preview.computed !== null ? <strong className={styles['amountFigure']} data-role="amount">{moneyText(preview.computed.amountFen)}</strong>
        : preview.range === null ? <strong className={styles['amountFigure']}>–</strong>
          : <strong className={styles['amountFigure']} data-range="">{t('desk.ticket.range', { low: moneyText(preview.range.low), high: moneyText(preview.range.high) })}</strong>}
    </div>
  );
}

/** This ticket as it grows: who, what, the baskets, and what it comes to. */
export function TicketPanel({ desk, resumed }: { readonly desk: DeskView; readonly resumed: boolean }): ReactElement {
  const t = useText('ticket');
  const deduction = useText('deduction');
  const language = useLanguage();
  const { state, preview } = desk;
  const [first, ...others] = state.owners;
  return (
    <aside className={styles['ticket']} aria-label={t('desk.ticket.title')}>
      {first === undefined ? <h2 className={styles['paneTitle']}>{t('desk.ticket.title')}</h2> : (
        <div className={styles['owner']}>
          <span className={styles['ownerName']}>{first.name}{others.length === 0 ? null : <span className={styles['ownerDetail']}> {t('desk.ticket.others', { count: others.length })}</span>}</span>
          <span className={styles['ownerDetail']}>{[first.code, first.houseGroup, first.kind === 'member' ? null : t('desk.kind.nonMember')].filter((part) => part !== null).join(' · ')}</span>
          {preview.product === null ? null : <span>{nameIn(preview.product, language)}{preview.product.mode === 'consignment' ? <> <span className={styles['tag']} data-tone="wait" title={deduction('consignment')}>{deduction('consignmentShort')}</span></> : null}</span>}
          <CrateLine memberId={first.memberId} />
          {resumed ? <span><span className={styles['tag']} data-tone="good">{t('desk.draft.resumed')}</span></span> : null}
        </div>
      )}
      <div className={styles['tableBox']}>
        {preview.baskets.length === 0 ? <p className={styles['empty']}>{t(first === undefined ? 'desk.ticket.emptyWho' : 'desk.ticket.emptyBaskets')}</p> : <Baskets preview={preview} pending={pendingBasket(state)} />}
        {preview.baskets.length < 2 ? null : <p className={styles['basketSum']}><span>{t('desk.ticket.all', { count: preview.baskets.length })}</span><span>{kilogramText(preview.grossGrams)}</span><span>− {kilogramText(preview.tareGrams)}</span></p>}
      </div>
      {preview.baskets.length === 0 || pendingBasket(state) >= 0 ? null : <Sums preview={preview} />}
    </aside>
  );
}
