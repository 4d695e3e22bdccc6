import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import { DisplayButton } from '../../../display/DisplayButton.tsx';
import styles from '../desk.module.css';
import { nameIn, weightText } from '../desk-words.ts';
import type { StoredDraft } from '../draft/stored-drafts.ts';
import type { DeskGoods } from '../model/desk-goods.ts';
import { basketWeights } from '../model/desk-preview.ts';
import { useWaited } from '../yard/use-yard-words.ts';
import own from '../yard/yard.module.css';

export interface QueuePanelProps {
  readonly drafts: readonly StoredDraft[];
  /** Who stands at the desk now; null before anybody is chosen. */
  readonly now: string | null;
  readonly goods: DeskGoods;
  readonly onResume: (draft: StoredDraft) => void;
  readonly onOpen: () => void;
  /** Who waits outside with a number. */
  readonly arrivals: ReactNode;
}

/** What a waiting ticket holds, in a line: 茶青 · 3 筐 · 43.75 公斤. */
export function useDraftDetail(goods: DeskGoods): (stored: StoredDraft) => string {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  return ({ state }) => {
    if (state === null) return t('desk.queue.broken');
    const product = goods.products.find((candidate) => candidate.id === state.productId);
    const net = state.baskets.reduce((sum, basket) => sum + basketWeights(basket, goods).net, 0);
    return [
      product === undefined ? null : nameIn(product, language),
      state.baskets.length === 0 ? null : t('desk.queue.weighed', { count: state.baskets.length, net: weightText(net, product?.tradedUnit ?? 'kg', app) }),
    ].filter((part) => part !== null).join(' · ') || t('desk.queue.begun');
  };
}

/** Who waits: tickets put aside and the one on the desk. */
export function QueuePanel({ drafts, now, goods, onResume, onOpen, arrivals }: QueuePanelProps): ReactElement {
  const t = useText('ticket');
  const detail = useDraftDetail(goods);
  const waited = useWaited();
  const late = (stored: StoredDraft): ReactElement | null => {
    const found = waited(stored);
    return found === null ? null : <span className={found.late ? own['late'] : styles['queueDetail']} data-late={found.late || undefined}>{found.late ? <Mark tone="wait" /> : null} {found.words}</span>;
  };
  return (
    <aside className={styles['queue']} aria-label={t('desk.queue.title')}>
      <h2 className={styles['paneTitle']}>{t('desk.queue.title')}<span className={styles['faint']}>{drafts.length}</span></h2>
      <div className={styles['queueList']}>
        {now === null ? null : (
          <div className={styles['queueRow']} aria-current="true"><span className={styles['queueName']}>{now}</span><span className={styles['queueDetail']}>{t('desk.queue.now')}</span></div>
        )}
        {drafts.length === 0 ? <p className={styles['empty']}>{t('desk.queue.empty')}</p> : null}
        {drafts.map((stored, index) => (
          <button
            key={stored.draft.id} type="button" tabIndex={-1} className={styles['queueRow']}
            onMouseDown={(event) => event.preventDefault()} onClick={() => onResume(stored)}
          >
            <span className={styles['queueName']}>{String(index + 1)} {stored.draft.label === '' ? t('desk.queue.nobody') : stored.draft.label}</span>
            {late(stored)}
            <span className={styles['queueDetail']}>{detail(stored)}</span>
          </button>
        ))}
      </div>
      <DisplayButton />
      <ActionButton small keyLabel="F7" disabled={drafts.length === 0} onPress={onOpen}>{t('desk.queue.resume')}</ActionButton>
      {arrivals}
    </aside>
  );
}
