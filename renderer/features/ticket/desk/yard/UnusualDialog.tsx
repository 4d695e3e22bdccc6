import type { ReactElement } from 'react';
import { isUnusual, usualWeight, type UsualWeight } from '../../../../../electron/domain/usual-weight.ts';
import { call } from '../../../../api/station.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';
import own from './yard.module.css';

/** What the member usually brings, where this delivery is far from it; null where there is nothing to ask, as of a cart of several households. */
export async function unusualOf({ state, preview }: DeskView): Promise<UsualWeight | null> {
  const [owner, another] = state.owners;
  if (owner === undefined || another !== undefined || state.productId === null || state.unusualAccepted) return null;
  const reply = await call('ticket.usual', { memberId: owner.memberId, productId: state.productId });
  const usual = reply.ok ? usualWeight(reply.data.netGrams) : null;
  return usual !== null && isUnusual(preview.netGrams, usual) ? usual : null;
}

export interface UnusualDialogProps {
  readonly desk: DeskView;
  readonly usual: UsualWeight;
  readonly onRight: () => void;
  readonly onClose: () => void;
}

/** Asks once, kindly: usually so much, now so much, is it right? Enter says yes. */
export function UnusualDialog({ desk, usual, onRight, onClose }: UnusualDialogProps): ReactElement {
  const t = useText('yard');
  const app = useText('app');
  const traded = desk.preview.product?.tradedUnit ?? 'kg';
  const words = { name: desk.state.owners[0]?.name ?? '', low: weightText(usual.lowGrams, traded, app), high: weightText(usual.highGrams, traded, app), now: weightText(desk.preview.netGrams, traded, app) };
  return (
    <Dialog title={t('unusual.title')} onClose={onClose}>
      <div className={styles['form']}>
        <p className={own['question']}>{t(usual.lowGrams === usual.highGrams ? 'unusual.same' : 'unusual.text', words)}</p>
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" onPress={onRight}>{t('unusual.right')}</ActionButton>
        <ActionButton wide layer="dialog" shortcut="Subtract" onPress={onClose}>{t('unusual.look')}</ActionButton>
      </div>
    </Dialog>
  );
}
