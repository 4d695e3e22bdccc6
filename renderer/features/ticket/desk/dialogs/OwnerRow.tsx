import type { ReactElement } from 'react';
import { sumFen } from '../../../../../electron/domain/money.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { Weight } from '../../../../ui/format/Weight.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { shareRules, shareText } from '../model/desk-sharing.ts';
import type { DeskOwner } from '../model/desk-state.ts';

/** What the owner gets by the shares as they stand; the cent that the split gives or takes is named. */
function OwnPart({ desk, owner }: { readonly desk: DeskView; readonly owner: DeskOwner }): ReactElement {
  const t = useText('ticket');
  const { computed, sharing, product } = desk.preview;
  const total = sharing.shares === null ? undefined : computed?.owners.find((each) => each.ownerId === owner.memberId);
  if (total === undefined) return <span className={styles['soft']}>{computed === null ? t('desk.owners.later') : '–'}</span>;
  const rounding = sumFen((computed?.lines ?? []).flatMap((line) => line.payables).filter((part) => part.ownerId === owner.memberId).map((part) => part.splitRoundingFen));
  return (
    <span data-role="own-part">
      <Weight grams={total.netGrams} traded={product?.tradedUnit ?? 'kg'} single /> <strong>{moneyText(total.amountFen)}</strong>
      {rounding === 0 ? null : <span className={styles['soft']}> {t('desk.owners.rounding', { amount: `${rounding > 0 ? '+' : ''}${moneyText(rounding)}` })}</span>}
    </span>
  );
}

/** One household of the cart: its share as typed, and the grams and money it comes to. */
export function OwnerRow({ desk, owner, onRemove }: { readonly desk: DeskView; readonly owner: DeskOwner; readonly onRemove: (() => void) | null }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const { way } = desk.state.sharing;
  const unit = { parts: t('desk.owners.partUnit'), percent: '%', weight: app('unit.kilogram') }[way];
  return (
    <div className={styles['row']}>
      <span><strong>{owner.name}</strong> <span className={styles['soft']}>{owner.code} {owner.houseGroup}</span></span>
      {desk.state.owners.length < 2 ? null : (
        <NumPadField
          label={`${t(`desk.owners.${way}`)} ${owner.name}`} value={shareText(desk.state, owner)} rules={shareRules[way]} unit={unit}
          onChange={(value) => desk.dispatch({ type: 'shareTyped', memberId: owner.memberId, value })}
        />
      )}
      <OwnPart desk={desk} owner={owner} />
      {onRemove === null ? null : <ActionButton small onPress={onRemove}>{t('desk.owners.remove')}</ActionButton>}
    </div>
  );
}
