import type { ReactElement } from 'react';
import { navigate } from '../../app/navigation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';

/** The way back from every page of the settings. */
export function ToSettings(): ReactElement {
  const t = useText('settings');
  return <ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/settings')}>{t('screens.index')}</ActionButton>;
}
