import { useRef, type ReactElement } from 'react';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { EmptyState } from '../../../../ui/notices/EmptyState.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn } from '../desk-words.ts';
import { DialogKeys } from '../dialogs/DialogKeys.tsx';

/** The cooperative's crates on this ticket: those that came in under the goods, and the empty ones that go along. */
export function CratesDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const language = useLanguage();
  const fields = useRef<HTMLDivElement>(null);
  const { state, goods, dispatch } = desk;
  const memberId = state.owners[0]?.memberId ?? '';
  const answer = useQueryOp('crate.list', { memberId }, { enabled: memberId !== '' });
  const balances = answer.data?.ok === true ? answer.data.data.rows : [];
  const crates = goods.containers.filter((container) => container.active && container.returnable).slice(0, 6);
  const countIn = (id: string): number => state.baskets.reduce((sum, { tare }) => sum + (tare.kind === 'container' && tare.containerId === id ? tare.count : 0), 0);
  const goOn = (): void => {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.findIndex((input) => input === document.activeElement) + 1];
    if (next === undefined) onClose();
    else next.focus();
  };
  return (
    <Dialog title={t('crates.title')} onClose={onClose}>
      <DialogKeys bindings={{ Enter: goOn, Multiply: onClose }} />
      <div className={styles['form']} ref={fields}>
        {crates.length === 0 ? <EmptyState icon="stock" title={t('crates.none')} text={t('crates.noneText')} /> : null}
        {crates.map((crate, index) => (
          <NumPadField
            key={crate.id} autoFocus={index === 0} label={t('crates.out', { name: nameIn(crate, language) })} value={state.cratesOut[crate.id] ?? ''} rules={{ decimals: 0, wholeDigits: 3 }}
            hint={t('crates.have', { in: countIn(crate.id), have: balances.find((row) => row.containerId === crate.id)?.count ?? 0 })} onChange={(count) => dispatch({ type: 'cratesTyped', containerId: crate.id, count })}
          />
        ))}
        <ActionButton kind="main" wide keyLabel="Enter ↵" onPress={onClose}>{t('crates.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
