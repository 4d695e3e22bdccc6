import type { ReactElement } from 'react';
import { agreedShares, splitRoundingText } from '../../../../../electron/domain/agreed-shares.ts';
import { kilogramText } from '../../../../../electron/domain/mass.ts';
import { sumFen } from '../../../../../electron/domain/money.ts';
import { moneyText } from '../../../../ui/format/format-text.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import type { DeskView } from '../desk-model.ts';
import { useShareWords } from '../../share-words.ts';
import styles from './Slip.module.css';

/** The owners' table of the slip: weight that is paid, amount, the share as agreed, and the fen that the split gave or took. */
export function SlipOwners({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('ticket');
  const { computed, sharing, netGrams, returnedGrams } = desk.preview;
  const words = useShareWords();
  if (computed === null || computed.owners.length < 2 || sharing.shares === null) return null;
  const agreed = agreedShares(sharing.shares, netGrams - returnedGrams);
  return (
    <>
      <hr />
      <p>{t('desk.slip.sharing')} {words.way(agreed)}</p>
      <table className={styles['table']}>
        <thead><tr><th>{t('desk.slip.owner')}</th><th>{t('desk.slip.paidKilograms')}</th><th>{t('list.column.amount')}</th></tr></thead>
        {computed.owners.map((owner) => {
          const index = desk.state.owners.findIndex((each) => each.memberId === owner.ownerId);
          const person = desk.state.owners[index];
          const rounding = splitRoundingText(sumFen(computed.lines.flatMap((line) => line.payables).filter((part) => part.ownerId === owner.ownerId).map((part) => part.splitRoundingFen)));
          return (
            <tbody key={owner.ownerId}>
              <tr><td>{person?.code} {person?.name}</td><td>{kilogramText(owner.settlementGrams)}</td><td>{moneyText(owner.amountFen)}</td></tr>
              <tr><td> {words.share(agreed, index)}</td><td colSpan={2}>{rounding === null ? '' : t('desk.owners.rounding', { amount: rounding })}</td></tr>
            </tbody>
          );
        })}
      </table>
    </>
  );
}
