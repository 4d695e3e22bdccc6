import { useState, type ReactElement } from 'react';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { SearchField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { DialogKeys } from './DialogKeys.tsx';
import type { DeskView } from '../desk-model.ts';
import type { DeskOwner } from '../model/desk-state.ts';

/** A whole share above zero, or null while the text is none. */
const shareOf = (typed: string): number | null => (/^\d{1,6}$/u.test(typed) && Number(typed) > 0 ? Number(typed) : null);

/** One cart of several households: who owns how many shares. Members and others cannot stand on one ticket. */
export function OwnersDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const [text, setText] = useState('');
  const [shares, setShares] = useState<Readonly<Record<string, string>>>({});
  const { owners } = desk.state;
  const asked = text.trim();
  const search = useQueryOp('member.search', { text: asked, limit: 3 }, { enabled: asked !== '', keepPrevious: true });
  const kind = owners[0]?.kind;
  const found = asked !== '' && search.data?.ok === true ? search.data.data.rows.filter((row) => row.status === 'active' && !owners.some((owner) => owner.memberId === row.id)) : [];
  const first = found[0];
  const mixed = first !== undefined && first.kind !== kind;
  const share = (next: readonly DeskOwner[]): void => desk.dispatch({ type: 'ownersShared', owners: next });
  const add = (): void => {
    if (first === undefined || mixed) return;
    share([...owners, { memberId: first.id, name: first.name, code: first.code, houseGroup: first.houseGroup, kind: first.kind, share: 1 }]);
    setText('');
  };
  const typeShare = (owner: DeskOwner, typed: string): void => {
    setShares({ ...shares, [owner.memberId]: typed });
    const value = shareOf(typed);
    if (value !== null) share(owners.map((each) => (each.memberId === owner.memberId ? { ...each, share: value } : each)));
  };
  return (
    <Dialog title={t('desk.owners.title')} onClose={onClose} wide>
      <DialogKeys bindings={{ Enter: () => (asked === '' ? onClose() : add()) }} />
      <div className={styles['form']}>
        <SearchField label={t('desk.owners.add')} value={text} onChange={setText} autoFocus hint={t('desk.owners.hint')} />
        {first === undefined ? null : (
          <p className={styles['said']} data-tone={mixed ? 'wait' : undefined}>{mixed ? <Mark tone="wait" /> : null}{first.code} {first.name} {first.houseGroup} {t(mixed ? 'desk.owners.mixed' : 'desk.owners.enterAdds')}</p>
        )}
        {owners.map((owner, index) => (
          <div key={owner.memberId} className={styles['row']}>
            <span><strong>{owner.name}</strong> <span className={styles['soft']}>{owner.code} {owner.houseGroup}</span></span>
            <NumPadField label={t('desk.owners.share')} value={shares[owner.memberId] ?? String(owner.share)} onChange={(typed) => typeShare(owner, typed)} rules={{ decimals: 0, wholeDigits: 6 }} refusal={shareOf(shares[owner.memberId] ?? '1') === null ? t('desk.owners.shareWrong') : null} />
            {index === 0 ? null : <ActionButton small onPress={() => share(owners.filter((each) => each.memberId !== owner.memberId))}>{t('desk.owners.remove')}</ActionButton>}
          </div>
        ))}
        <ActionButton kind="main" wide keyLabel="Enter ↵" onPress={onClose}>{t('desk.owners.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
