import { useEffect, useRef, useState, type ReactElement } from 'react';
import { kilogramText } from '../../../../../electron/domain/mass.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { EmptyState } from '../../../../ui/notices/EmptyState.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { DialogKeys } from '../dialogs/DialogKeys.tsx';
import { basketWeights } from '../model/desk-preview.ts';
import { pendingBasket } from '../model/yard-reducer.ts';
import own from './yard.module.css';

/** Every basket of the ticket, and those taken off it: any line can be taken off and put back, not only the last. */
export function BasketsDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const app = useText('app');
  const { state, goods, dispatch } = desk;
  const lines = [
    ...state.baskets.map((basket, index) => ({ key: `on ${String(index)}`, index, off: false, weights: basketWeights(basket, goods) })),
    ...state.removed.map(({ basket }, index) => ({ key: `off ${String(index)}`, index, off: true, weights: basketWeights(basket, goods) })),
  ];
  const [mark, setMark] = useState(Math.max(0, state.baskets.length - 1));
  const marked = Math.min(mark, lines.length - 1);
  const line = lines[marked];
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), [marked]);
  const move = (by: number): void => setMark(Math.max(0, Math.min(lines.length - 1, marked + by)));
  const mayRemove = line !== undefined && !line.off && pendingBasket(state) !== line.index;
  const remove = (): void => { if (line !== undefined && mayRemove) dispatch({ type: 'basketRemoved', index: line.index }); };
  const restore = (): void => { if (line?.off === true) dispatch({ type: 'basketRestored', index: line.index }); };
  return (
    <Dialog title={t('baskets.title', { count: state.baskets.length })} onClose={onClose}>
      <DialogKeys bindings={{ ArrowDown: () => move(1), ArrowUp: () => move(-1), Digit2: () => move(1), Digit8: () => move(-1), Digit9: () => move(-10), Digit3: () => move(10), Subtract: remove, Add: restore, Enter: onClose }} />
      <div className={styles['form']}>
        {lines.length === 0 ? <EmptyState icon="basket" title={t('baskets.none')} text={t('baskets.noneText')} /> : (
          <div className={own['scroll']} role="region" tabIndex={0} aria-label={t('baskets.list')}>
            <table className={own['lines']}>
              <thead><tr><th scope="col">{t('baskets.number')}</th><th scope="col">{app('weight.gross')}</th><th scope="col">{app('weight.tare')}</th><th scope="col">{app('weight.net')}</th></tr></thead>
              <tbody>
                {lines.map((each, at) => (
                  <tr key={each.key} ref={at === marked ? row : null} aria-selected={at === marked} data-off={each.off || undefined} onClick={() => setMark(at)}>
                    <td>{each.off ? t('baskets.off') : String(each.index + 1)}</td><td>{kilogramText(each.weights.gross)}</td><td>{kilogramText(each.weights.tare)}</td><td>{kilogramText(each.weights.net)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className={styles['soft']}>{t('baskets.hint')}</p>
        <div className={styles['row']}>
          <ActionButton keyLabel="−" disabled={!mayRemove} onPress={remove}>{t('baskets.remove')}</ActionButton>
          <ActionButton keyLabel="+" disabled={line?.off !== true} onPress={restore}>{t('baskets.restore')}</ActionButton>
        </div>
        <ActionButton kind="main" wide keyLabel="Enter ↵" onPress={onClose}>{t('baskets.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
