import type { ReactElement, ReactNode } from 'react';
import { amountWords } from '../../../../../electron/domain/amount-words.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { Sums } from '../panels/Sums.tsx';

export interface ConfirmStepProps {
  readonly desk: DeskView;
  readonly slip: ReactNode;
  /** A refusal of the last attempt, in its place. */
  readonly trouble: ReactNode;
  /** The amount core named after a change of price; Enter accepts it. */
  readonly newAmount: number | null;
  readonly posting: boolean;
  readonly onPost: () => void;
  readonly onOwners: () => void;
  readonly onHold: () => void;
  readonly onCrates: () => void;
}

/** A rule of the cooperative that stands in the way, in words. */
function Problem({ code }: { readonly code: string }): ReactElement {
  const t = useText('ticket');
  switch (code) {
    case 'price_missing': return <>{t('desk.problem.priceMissing')}</>;
    case 'tare_above_gross': return <>{t('desk.problem.tareAboveGross')}</>;
    case 'parts_not_equal_net': return <>{t('desk.problem.partsNotEqualNet')}</>;
    case 'part_empty': return <>{t('desk.problem.partEmpty')}</>;
    case 'loss_above_tolerance': return <>{t('desk.problem.lossAboveTolerance')}</>;
    case 'measured_above_limit': return <>{t('refusal.measured_above_limit')}</>;
    case 'discount_above_price': return <>{t('refusal.discount_above_price')}</>;
    case 'number_unreadable': return <>{t('desk.problem.numberUnreadable')}</>;
    case 'empty_ticket': return <>{t('desk.problem.emptyTicket')}</>;
    case 'share_missing': case 'percent_not_whole': case 'weights_not_net': return <>{t('desk.problem.sharesOff')}</>;
    default: return <>{t('desk.problem.other')}</>;
  }
}

/** What will be printed, as the paper itself, and the total in figures and capitals. */
export function ConfirmStep(props: ConfirmStepProps): ReactElement {
  const t = useText('ticket');
  const yard = useText('yard');
  const { desk, posting, onPost } = props;
  const { preview, state } = desk;
  const typed = preview.baskets.filter((basket) => basket.typed).length;
  const ready = preview.computed !== null && preview.sharing.shares !== null && !posting;
  const totalFen = props.newAmount ?? preview.computed?.amountFen ?? null;
  const post = (): void => { if (ready) onPost(); };
  useKeyboardScope({ Enter: post, F9: post, F4: props.onOwners, Multiply: props.onCrates, Subtract: () => desk.dispatch({ type: 'steppedBack' }) }, 'part');
  return (
    <>
      <div className={styles['main']}>
        {props.trouble}
        <div className={styles['confirm']}>
          <div className={styles['paper']} tabIndex={0} role="region" aria-label={t('desk.confirm.paper')}>{props.slip}</div>
          <section className={styles['total']} aria-label={t('desk.confirm.total')}>
            <span className={styles['soft']}>{t('desk.confirm.total')}</span>
            {totalFen === null ? null : <strong className={styles['totalFigure']} data-role="total">{moneyText(totalFen)}</strong>}
            {totalFen === null ? null : <p className={styles['totalWords']} lang="zh-CN">{amountWords(totalFen)}</p>}
            <Sums desk={desk} amount={false} />
            {preview.problem === null ? null : <p className={styles['said']} data-tone="danger" role="alert"><Mark tone="danger" /><span><Problem code={preview.problem} /></span></p>}
            {typed === 0 ? null : <p className={styles['said']} data-tone="wait"><Mark tone="wait" />{t('desk.confirm.typed', { count: typed })}</p>}
            {preview.needsReason && state.overrideReason !== null ? <p className={styles['said']} data-tone="wait"><Mark tone="wait" />{t('desk.confirm.overridden', { reason: state.overrideReason })}</p> : null}
            {preview.judgement.proposal?.outcome === 'set_aside' ? <p className={styles['said']} data-tone="wait"><Mark tone="wait" />{t('desk.confirm.setAside')}</p> : null}
          </section>
        </div>
      </div>
      <div className={styles['actions']} data-row="">
        <ActionButton kind="main" keyLabel="Enter / F9" icon="printer" disabled={!ready} onPress={post}>
          {posting ? t('desk.confirm.posting') : t(props.newAmount === null ? 'desk.confirm.post' : 'desk.confirm.postNew')}
        </ActionButton>
        <ActionButton keyLabel="−" onPress={() => desk.dispatch({ type: 'steppedBack' })}>{t('desk.back')}</ActionButton>
        <ActionButton keyLabel="F4" onPress={props.onOwners}>{t('desk.who.share')}</ActionButton>
        <ActionButton keyLabel="*" onPress={props.onCrates}>{yard('desk.crates')}</ActionButton>
        <ActionButton keyLabel="/" onPress={props.onHold}>{t('desk.hold')}</ActionButton>
      </div>
    </>
  );
}
