import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import type { KeyName } from '../../ui/keyboard/key-name.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { SheetView } from './SheetView.tsx';
import type { WantedSheet } from './wanted-sheet.ts';

/** Opens a sheet of paper in front of the screen it belongs to. */
export function SheetButton({ wanted, shortcut, small = false, disabled = false }: { readonly wanted: WantedSheet; readonly shortcut?: KeyName; readonly small?: boolean; readonly disabled?: boolean }): ReactElement {
  const t = useText('sheet');
  const app = useText('app');
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <ActionButton icon="printer" small={small} disabled={disabled} {...(shortcut === undefined ? {} : { shortcut })} onPress={() => setOpen(true)}>{t(`screen.open.${wanted.kind}`)}</ActionButton>
      {!open ? null : (
        <Dialog wide title={t(`screen.title.${wanted.kind}`)} onClose={close} actions={<ActionButton layer="dialog" onPress={close}>{app('action.close')}</ActionButton>}>
          <SheetView wanted={wanted} />
        </Dialog>
      )}
    </>
  );
}
