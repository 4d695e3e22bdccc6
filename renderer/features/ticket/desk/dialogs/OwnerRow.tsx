import type { ReactElement } from 'react';
import { splitRoundingText } from '../../../../../electron/domain/agreed-shares.ts';
import { sumFen } from '../../../../../electron/domain/money.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { Weight } from '../../../../ui/format/Weight.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import type { DeskView } from '../desk-model.ts';
import { shareRules, shareText } from '../model/desk-sharing.ts';
import type { DeskOwner } from '../model/desk-state.ts';
import styles from './OwnersDialog.module.css';

/** What the owner gets by the shares as they stand; the cent that the split gives or takes is named. */
function OwnPart({ desk, owner }: { readonly desk: DeskView; readonly owner: DeskOwner }): ReactElement {
  const t = useText('ticket');
  const { computed, sharing, product } = desk.preview;
  const total = sharing.shares === null ? undefined : computed?.owners.find((each) => each.ownerId === owner.memberId);
  if (total === undefined) return <span className={styles['part']}><span className={styles['soft']}>{computed === null ? t('desk.owners.later') : '–'}</span></span>;
  const rounding = splitRoundingText(sumFen((computed?.lines ?? []).flatMap((line) => line.payables).filter((part) => part.ownerId === owner.memberId).map((part) => part.splitRoundingFen)));
  return (
    <span className={styles['part']} data-role="own-part">
      <span><Weight grams={total.netGrams} traded={product?.tradedUnit ?? 'kg'} single /><strong>{moneyText(total.amountFen)}</strong></span>
      {rounding === null ? null : <span className={styles['soft']}>{t('desk.owners.rounding', { amount: rounding })}</span>}
    </span>
  );
}

/** One household of the cart: its share as typed, and the grams and money it comes to. */
export function OwnerRow({ desk, owner, onRemove }: { readonly desk: DeskView; readonly owner: DeskOwner; readonly onRemove: (() => void) | null }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const { way } = desk.state.sharing;
  const unit = { parts: t('desk.owners.partUnit'), percent: '%', weight: app('unit.kilogram') }[way];
  const named = [owner.code, owner.houseGroup].filter((part) => part !== null).join(' ');
  return (
    <div className={styles['row']}>
      {desk.state.owners.length < 2 ? <span><strong>{owner.name}</strong> <span className={styles['soft']}>{named}</span></span> : (
        <NumPadField
          label={`${owner.name} ${named}`} value={shareText(desk.state, owner)} rules={shareRules[way]} unit={unit}
          onChange={(value) => desk.dispatch({ type: 'shareTyped', memberId: owner.memberId, value })}
        />
      )}
      <OwnPart desk={desk} owner={owner} />
      {onRemove === null ? null : <ActionButton small onPress={onRemove}>{t('desk.owners.remove')}</ActionButton>}
    </div>
  );
}
