import { Select } from 'antd';
import type { ReactElement } from 'react';
import { sharingWays, type SharingWay } from '../../../electron/domain/owner-shares.ts';
import { useText } from '../../ui/language/use-text.ts';
import { MemberPicker, type PickedMember } from '../settlement/pay/MemberPicker.tsx';
import { OwnerRow } from '../ticket/desk/dialogs/OwnerRow.tsx';
import { SharingSaid } from '../ticket/desk/dialogs/SharingSaid.tsx';
import type { DeskView } from '../ticket/desk/desk-model.ts';
import type { DeskOwner } from '../ticket/desk/model/desk-state.ts';
import styles from './paperbook.module.css';

/** A member as an owner on the ticket. */
export const ownerOf = ({ id, name, code, houseGroup, kind }: PickedMember): DeskOwner => ({ memberId: id, name, code, houseGroup, kind, share: 1 });

/** The households of one page and how they divide it, as at the desk. */
export function PaperOwners({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('paperbook');
  const ticket = useText('ticket');
  const { owners, sharing } = desk.state;
  const add = (member: PickedMember | null): void => {
    if (member !== null && member.kind === owners[0]?.kind && !owners.some((owner) => owner.memberId === member.id)) desk.dispatch({ type: 'ownersShared', owners: [...owners, ownerOf(member)] });
  };
  if (owners.length === 0) return null;
  return (
    <section className={styles['rows']} aria-label={t('whole.owners')}>
      <h3>{t('whole.owners')}</h3>
      <div className={styles['row']}>
        <label className={styles['label']}>{t('whole.addOwner')}<MemberPicker value={null} onChange={(_, member) => add(member)} /></label>
        {owners.length < 2 ? null : (
          <label className={styles['label']}>{t('whole.way')}
            <Select aria-label={t('whole.way')} value={sharing.way} onChange={(way: SharingWay) => desk.dispatch({ type: 'sharedBy', way })} options={sharingWays.map((way) => ({ value: way, label: ticket(`desk.owners.${way}`) }))} />
          </label>
        )}
      </div>
      {owners.length < 2 ? null : owners.map((owner, index) => (
        <OwnerRow key={owner.memberId} desk={desk} owner={owner} onRemove={index === 0 ? null : () => desk.dispatch({ type: 'ownersShared', owners: owners.filter((each) => each.memberId !== owner.memberId) })} />
      ))}
      <SharingSaid desk={desk} />
    </section>
  );
}
