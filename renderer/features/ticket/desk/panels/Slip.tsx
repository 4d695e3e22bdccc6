import type { ReactElement } from 'react';
import { amountWords } from '../../../../../electron/domain/amount-words.ts';
import { isBelowFloor } from '../../../../../electron/domain/farm-contract.ts';
import { jinText, kilogramText } from '../../../../../electron/domain/mass.ts';
import type { TicketLine } from '../../../../../electron/domain/ticket.ts';
import { pricePerJinText, priceText } from '../../../../../electron/domain/price.ts';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { PaperPreview } from '../../../../ui/paper/PaperPreview.tsx';
import type { DeskView } from '../desk-model.ts';
import { nameIn } from '../desk-words.ts';
import { gradesOf } from '../model/desk-goods.ts';
import { lineKey, lineOwners } from '../model/desk-lines.ts';
import { numbered } from './numbered.ts';
import { Pair } from './SlipPair.tsx';
import { SlipCuts, SlipDiscounts } from './SlipCuts.tsx';
import { SlipOwners } from './SlipOwners.tsx';
import styles from './Slip.module.css';

export interface SlipProps {
  readonly desk: DeskView;
  readonly cooperative: string;
  readonly station: string;
  readonly clerk: string;
  readonly training: boolean;
}

function SlipBaskets({ desk }: { readonly desk: DeskView }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  return (
    <table className={styles['table']}>
      <thead><tr><th>{t('desk.ticket.basket')}</th><th>{app('weight.gross')}</th><th>{app('weight.tare')}</th><th>{app('weight.net')}</th></tr></thead>
      <tbody>
        {numbered(desk.preview.baskets).map(({ basket, number }) => (
          <tr key={number}><td>{number}{basket.typed ? '*' : ''}</td><td>{kilogramText(basket.gross)}</td><td>{kilogramText(basket.tare)}</td><td>{kilogramText(basket.net)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

/** Board price and floor inside a contract, base and premium of certified goods, as on the paper. */
function SlipTerms({ line, said }: { readonly line: TicketLine; readonly said: (priceE4: number) => string }): ReactElement | null {
  const t = useText('contract');
  const { terms } = line;
  if (terms === null) return null;
  const { contract, premium } = terms;
  return (
    <>
      {contract !== null && line.quotaPart === 'inside' ? <><Pair label={` ${t('slip.board')}`}>{said(terms.boardE4)}</Pair><Pair label={` ${t('slip.floor')}`}>{said(contract.floorE4)}</Pair></> : null}
      {premium === null ? null : <><Pair label={` ${t('slip.base')}`}>{said(terms.baseE4)}</Pair><Pair label={` ${t(`premiumOf.${premium.kind}`)}`}>+{said(premium.premiumE4)}</Pair><Pair label={` ${t('slip.certificate')}`}>{premium.number}</Pair></>}
    </>
  );
}

function SlipLines({ desk }: { readonly desk: DeskView }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const deduction = useText('deduction');
  const language = useLanguage();
  const words = useText('contract');
  const { preview } = desk;
  const grades = gradesOf(preview.product);
  const weight = (grams: number): string => `${app('unit.kilograms', { value: kilogramText(grams) })} = ${app('unit.jin', { value: jinText(grams) })}`;
  const perKilogram = (priceE4: number): string => app('unit.perKilogram', { value: priceText(priceE4) });
  const perJin = (priceE4: number): string => app('unit.perJin', { value: pricePerJinText(priceE4) });
  const said = (priceE4: number): string => (preview.product?.tradedUnit === 'jin' ? perJin(priceE4) : perKilogram(priceE4));
  return (
    <>
      {preview.computed?.lines.map((line) => {
        const grade = grades.find((candidate) => candidate.id === line.gradeId);
        return (
          <div key={lineKey(line)}>
            <Pair label={`${grade === undefined ? line.gradeId : nameIn(grade, language)}${preview.needsReason ? t('desk.slip.overridden') : ''}`} strong>{moneyText(line.amountFen)}</Pair>
            {lineOwners(desk.state, line) === null ? null : <Pair label={` ${t('desk.slip.owner')}`}>{lineOwners(desk.state, line)}</Pair>}
            {line.terms?.contract ? <Pair label={` ${words(line.quotaPart === 'inside' ? 'part.inside' : 'part.beyond')}`}>{desk.schedules.contracts.find((each) => each.contractId === line.terms?.contract?.contractId)?.number ?? ''}</Pair> : null}
            <Pair label={` ${app('weight.net')}`}>{weight(line.netGrams)}</Pair>
            <SlipCuts preview={preview} line={line} />
            {line.deductions.length === 0 ? null : <Pair label={` ${t('desk.ticket.settlement')}`}>{weight(line.settlementGrams)}</Pair>}
            <SlipTerms line={line} said={said} />
            <SlipDiscounts preview={preview} line={line} />
            {line.terms?.contract && isBelowFloor(line.quotaPart, line.terms.contract.floorE4, line.priceE4) ? <p>{words('slip.belowFloor')}</p> : null}
            <Pair label={` ${line.discounts.length === 0 ? t('desk.slip.price') : deduction('slip.priceAfter')}`}>{said(line.priceE4)}</Pair>
            <Pair label="">{preview.product?.tradedUnit === 'jin' ? perKilogram(line.priceE4) : perJin(line.priceE4)}</Pair>
            {line.mode === 'consignment' ? <Pair label={` ${deduction('slip.mode')}`}>{deduction('consignment')}</Pair> : null}
          </div>
        );
      })}
    </>
  );
}

/** The weigh slip as it will come out of the printer, from the same computation; number, time and code are given when it is posted. */
export function Slip({ desk, cooperative, station, clerk, training }: SlipProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const { state, preview } = desk;
  const [first] = state.owners;
  return (
    <PaperPreview widthMm={80} scale={4.6} training={training}>
      <div className={styles['slip']}>
        <p className={styles['head']}>{cooperative}</p>
        <p className={styles['centre']}>{station}</p>
        <p className={styles['title']}>{t('desk.slip.title')}</p>
        <hr />
        <Pair label={t('desk.slip.number')}><i>{t('desk.slip.numberLater')}</i></Pair>
        {first === undefined ? null : <Pair label={t('desk.slip.member')} strong>{first.name}{first.kind === 'member' ? '' : ` (${t('desk.kind.nonMember')})`}</Pair>}
        {first === undefined ? null : <Pair label={t('desk.slip.code')}>{[first.code, first.houseGroup].filter((part) => part !== null).join('  ')}</Pair>}
        {preview.product === null ? null : <Pair label={t('desk.slip.product')} strong>{nameIn(preview.product, language)}</Pair>}
        <hr />
        <SlipBaskets desk={desk} />
        {preview.baskets.some((basket) => basket.typed) ? <p>{t('desk.slip.typedMark')}</p> : null}
        <hr />
        <p>{app('weight.net')}</p>
        <p className={styles['figure']}>{kilogramText(preview.netGrams)}<small> {app('unit.kilogram')}</small></p>
        <p className={styles['second']}>{app('unit.jin', { value: jinText(preview.netGrams) })}</p>
        {preview.returnedGrams === 0 ? null : <Pair label={t('desk.split.returned')}>{app('unit.kilograms', { value: kilogramText(preview.returnedGrams) })}</Pair>}
        {preview.sortingLossGrams === 0 ? null : <Pair label={t('desk.split.loss')}>{app('unit.kilograms', { value: kilogramText(preview.sortingLossGrams) })}</Pair>}
        <hr />
        <SlipLines desk={desk} />
        <hr className={styles['heavy']} />
        {preview.computed === null ? null : (
          <>
            <div className={styles['pair']} data-total=""><span>{t('desk.slip.total')}</span><span>{moneyText(preview.computed.amountFen)}</span></div>
            <Pair label={t('desk.slip.words')}>{amountWords(preview.computed.amountFen)}</Pair>
            <SlipOwners desk={desk} />
          </>
        )}
        <hr />
        <Pair label={t('desk.slip.clerk')}>{clerk}</Pair>
        <Pair label={t('desk.slip.sign')}>______________</Pair>
      </div>
    </PaperPreview>
  );
}
