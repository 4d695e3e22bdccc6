import type { ReactElement } from 'react';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';

/** Opens the window that faces the farmer, or closes it. */
export function DisplayButton({ small = true }: { readonly small?: boolean }): ReactElement {
  const t = useText('display');
  const turn = useCommandOp('display.turn');
  return <ActionButton small={small} icon="display" title={t('settings.turn')} onPress={() => void turn.send({ shown: null })}>{t(small ? 'open' : 'settings.turn')}</ActionButton>;
}
