import type { ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';

/** F1: what every key does, in one picture without scrolling. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const yard = useText('yard');
  const keys: readonly (readonly [string, string])[] = [
    ['Enter', t('desk.keys.enter')], ['+', t('desk.keys.plus')], ['−', t('desk.keys.minus')], ['*', t('desk.keys.star')], ['/  F6', t('desk.keys.slash')], ['1 – 9', t('desk.keys.digits')],
    ['F2  F3', t('desk.keys.f2f3')], ['F4', t('desk.keys.f4')], ['F5', t('desk.keys.f5')], ['F7', t('desk.keys.f7')], ['F8', t('desk.keys.f8')], ['F9', t('desk.keys.f9')], ['F11', t('desk.keys.f11')], ['F12', t('desk.keys.f12')], ['Esc', t('desk.keys.escape')],
    ['Home', t('desk.keys.home')], ['End', t('desk.keys.end')], ['0', yard('keys.zero')], ['.', yard('keys.point')], ['F5', yard('keys.number')], ['F6', yard('keys.numbers')],
  ];
  return (
    <Dialog title={t('desk.keys.title')} onClose={onClose} wide actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" onPress={onClose}>{t('desk.keys.close')}</ActionButton>}>
      <dl className={styles['keys']}>
        {keys.map(([key, words]) => [<dt key={`${key} key`}>{key}</dt>, <dd key={`${key} words`}>{words}</dd>])}
      </dl>
    </Dialog>
  );
}
