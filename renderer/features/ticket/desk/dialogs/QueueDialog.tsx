import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { EmptyState } from '../../../../ui/notices/EmptyState.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { StoredDraft } from '../draft/stored-drafts.ts';
import type { DeskGoods } from '../model/desk-goods.ts';
import { useWaited } from '../yard/use-yard-words.ts';
import { useDraftDetail } from '../panels/QueuePanel.tsx';

export interface QueueDialogProps {
  readonly drafts: readonly StoredDraft[];
  readonly goods: DeskGoods;
  readonly onResume: (draft: StoredDraft) => void;
  readonly onClose: () => void;
}

/** Tickets put aside, numbered. */
export function QueueDialog({ drafts, goods, onResume, onClose }: QueueDialogProps): ReactElement {
  const t = useText('ticket');
  const detail = useDraftDetail(goods);
  const waited = useWaited();
  const [chosen, setChosen] = useState<string | null>(drafts[0]?.draft.id ?? null);
  const resume = (): void => {
    const found = drafts.find((stored) => stored.draft.id === chosen);
    if (found !== undefined) onResume(found);
  };
  return (
    <Dialog title={t('desk.queue.resumeTitle')} onClose={onClose}>
      {drafts.length === 0 ? <EmptyState icon="tickets" title={t('desk.queue.empty')} text={t('desk.queue.emptyText')} /> : (
        <div className={styles['form']}>
          <ChoiceList
            label={t('desk.queue.resumeTitle')} layer="dialog" chosen={chosen} onChoose={setChosen}
            choices={drafts.map((stored) => ({ value: stored.draft.id, label: stored.draft.label === '' ? t('desk.queue.nobody') : stored.draft.label, detail: [waited(stored)?.words ?? null, detail(stored)].filter((part) => part !== null).join(' · ') }))}
          />
          <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={chosen === null} onPress={resume}>{t('desk.queue.resume')}</ActionButton>
        </div>
      )}
    </Dialog>
  );
}
