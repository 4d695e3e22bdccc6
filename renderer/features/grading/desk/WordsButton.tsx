import type { ReactElement } from 'react';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';

/** Opens the village's words and the samples of the delivery; small, because the measures and grades need the room. */
export function WordsButton({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const t = useText('grading');
  return <ActionButton small icon="words" keyLabel="F4" label={t('desk.more')} title={t('desk.more')} onPress={onOpen}>{null}</ActionButton>;
}
