import type { ReactElement } from 'react';
import type { Draft } from '../../../../../electron/contract/ticket.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';

export interface DeskNoticeProps {
  /** A stored draft that this program cannot read. */
  readonly broken: Draft | null;
  readonly unsaved: Failure | null;
  readonly onDrop: () => void;
}

/** What there is to say about the half-entered ticket itself. */
export function DeskNotice({ broken, unsaved, onDrop }: DeskNoticeProps): ReactElement | null {
  const t = useText('ticket');
  if (unsaved !== null) return <RefusalNotice failure={unsaved} op="draft.save" saved={t('desk.draft.unsaved')} />;
  if (broken !== null) {
    return (
      <Notice tone="wait" title={t('desk.draft.broken', { label: broken.label })} action={<ActionButton small onPress={onDrop}>{t('desk.draft.drop')}</ActionButton>}>
        <p>{t('desk.draft.brokenText')}</p>
      </Notice>
    );
  }
  return null;
}
