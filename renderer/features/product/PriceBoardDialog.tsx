import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { SheetView } from '../sheet/SheetView.tsx';

/** The board as it will hang at the station: printed on the printer chosen for it, or kept as PDF. */
export function PriceBoardDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useText('sheet');
  const app = useText('app');
  return (
    <Dialog wide title={t('screen.title.price_board')} onClose={onClose} actions={<ActionButton layer="dialog" onPress={onClose}>{app('action.close')}</ActionButton>}>
      <SheetView wanted={{ kind: 'price_board' }} />
    </Dialog>
  );
}
