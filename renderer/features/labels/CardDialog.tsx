import type { ReactElement } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import { LabelDialog } from './LabelDialog.tsx';

export interface CardDialogProps {
  readonly member: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** The card of one member. */
export function CardDialog({ member, onClose, onDone }: CardDialogProps): ReactElement {
  const t = useText('labels');
  return <LabelDialog title={t('card.title', { name: member.name })} go={t('card.go')} order={{ kind: 'member_card', memberId: member.id }} onClose={onClose} onDone={onDone}><p data-begin tabIndex={-1}>{t('card.text')}</p></LabelDialog>;
}
