import { useRef, useState, type ReactElement } from 'react';
import { sharingWays } from '../../../../../electron/domain/owner-shares.ts';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { SearchField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { DialogKeys } from './DialogKeys.tsx';
import { OwnerRow } from './OwnerRow.tsx';
import { SharingSaid } from './SharingSaid.tsx';
import type { DeskView } from '../desk-model.ts';
import { nextWay } from '../model/desk-sharing.ts';

/** One cart of several households: who owns how much of it, by parts, percent or kilograms. Members and others cannot stand on one ticket. */
export function OwnersDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const [text, setText] = useState('');
  const fields = useRef<HTMLDivElement>(null);
  const { dispatch } = desk;
  const { owners, sharing } = desk.state;
  const asked = text.trim();
  const search = useQueryOp('member.search', { text: asked, limit: 3 }, { enabled: asked !== '', keepPrevious: true });
  const found = asked !== '' && search.data?.ok === true ? search.data.data.rows.filter((row) => row.status === 'active' && !owners.some((owner) => owner.memberId === row.id)) : [];
  const first = found[0];
  const mixed = first !== undefined && first.kind !== owners[0]?.kind;
  const add = (): void => {
    if (first === undefined || mixed) return;
    dispatch({ type: 'ownersShared', owners: [...owners, { memberId: first.id, name: first.name, code: first.code, houseGroup: first.houseGroup, kind: first.kind, share: 1 }] });
    setText('');
  };
  const remove = (memberId: string): void => dispatch({ type: 'ownersShared', owners: owners.filter((owner) => owner.memberId !== memberId) });
  const goOn = (): void => {
    const inputs = [...(fields.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const next = inputs[inputs.findIndex((input) => input === document.activeElement) + 1];
    if (next === undefined) onClose();
    else next.focus();
  };
  return (
    <Dialog title={t('desk.owners.title')} onClose={onClose} wide>
      <DialogKeys bindings={{ Enter: () => (asked === '' ? goOn() : add()), Add: onClose, Multiply: () => dispatch({ type: 'sharedBy', way: nextWay(sharing.way) }) }} />
      <div ref={fields} className={styles['form']}>
        <SearchField label={t('desk.owners.add')} value={text} onChange={setText} autoFocus hint={t('desk.owners.hint')} />
        {first === undefined ? null : (
          <p className={styles['said']} data-tone={mixed ? 'wait' : undefined}>{mixed ? <Mark tone="wait" /> : null}{first.code} {first.name} {first.houseGroup} {t(mixed ? 'desk.owners.mixed' : 'desk.owners.enterAdds')}</p>
        )}
        <ChoiceList
          label={t('desk.owners.way')} across layer="dialog" digits={false} chosen={sharing.way} onChoose={(way) => dispatch({ type: 'sharedBy', way })}
          choices={sharingWays.map((way) => ({ value: way, label: t(`desk.owners.${way}`), detail: t(`desk.owners.${way}Detail`) }))}
        />
        <SharingSaid desk={desk} />
        {owners.map((owner, index) => <OwnerRow key={owner.memberId} desk={desk} owner={owner} onRemove={index === 0 ? null : () => remove(owner.memberId)} />)}
        <ActionButton kind="main" wide keyLabel="+" onPress={onClose}>{t('desk.owners.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
