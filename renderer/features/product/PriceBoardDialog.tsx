import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PrintPageButton } from '../settings/printers/PrintPageButton.tsx';
import { SheetView } from '../sheet/SheetView.tsx';
import styles from './product.module.css';

/** The board as it will hang at the station: printed on the printer chosen for it, or kept as PDF. */
export function PriceBoardDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useText('sheet');
  const app = useText('app');
  return (
    <Dialog wide title={t('screen.title.price_board')} onClose={onClose} actions={<ActionButton layer="dialog" onPress={onClose}>{app('action.close')}</ActionButton>}>
      <div className={styles['stack']}>
        <div><PrintPageButton page={{ kind: 'price_board' }} layer="dialog" /></div>
        <SheetView wanted={{ kind: 'price_board' }} />
      </div>
    </Dialog>
  );
}
