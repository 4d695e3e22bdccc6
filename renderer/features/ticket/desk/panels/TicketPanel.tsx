import { useEffect, useRef, type ReactElement } from 'react';
import { kilogramText } from '../../../../../electron/domain/mass.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { numbered } from './numbered.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn } from '../desk-words.ts';
import { pendingBasket } from '../model/yard-reducer.ts';
import { ScheduleLines } from '../../../contract/desk/ScheduleLines.tsx';
import { CrateLine } from '../yard/CrateLine.tsx';
import { NextPrice } from './NextPrice.tsx';
import { Sums } from './Sums.tsx';
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
          {preview.product === null || preview.computed !== null ? null : <><ScheduleLines desk={desk} /><NextPrice desk={desk} product={preview.product} /></>}
          {resumed ? <span><span className={styles['tag']} data-tone="good">{t('desk.draft.resumed')}</span></span> : null}
        </div>
      )}
      <div className={styles['tableBox']}>
        {preview.baskets.length === 0 ? <p className={styles['empty']}>{t(first === undefined ? 'desk.ticket.emptyWho' : 'desk.ticket.emptyBaskets')}</p> : <Baskets preview={preview} pending={pendingBasket(state)} />}
        {preview.baskets.length < 2 ? null : <p className={styles['basketSum']}><span>{t('desk.ticket.all', { count: preview.baskets.length })}</span><span>{kilogramText(preview.grossGrams)}</span><span>− {kilogramText(preview.tareGrams)}</span></p>}
      </div>
      {preview.baskets.length === 0 || pendingBasket(state) >= 0 ? null : <Sums desk={desk} />}
    </aside>
  );
}
