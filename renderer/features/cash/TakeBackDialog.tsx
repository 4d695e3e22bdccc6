import type { ReactElement } from 'react';
import { useCommandOp } from '../../api/use-operation.ts';
import { ReasonDialog } from '../../app/approval/ReasonDialog.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useText } from '../../ui/language/use-text.ts';

/** One entry of money, as its list shows it. */
export interface MoneyEntry {
  readonly documentId: string;
  readonly number: string;
  /** What it is, in a word of the list: 借支, 放入备用金. */
  readonly what: string;
  /** Fen, never below zero. */
  readonly fen: number;
}

const reasons = ['amount', 'person', 'twice'] as const;

/** Takes a mistyped entry of money back in full: a reason, then a second person. */
export function TakeBackDialog({ entry, onClose, onDone }: { readonly entry: MoneyEntry; readonly onClose: () => void; readonly onDone: (words: string) => void }): ReactElement {
  const t = useText('cash');
  const { send } = useCommandOp('cash.reverse');
  return (
    <ReasonDialog
      title={t('reverse.title', { number: entry.number })} why={t('reverse.why')} reasons={reasons.map((key) => t(`reverse.reason.${key}`))} ownChoice={t('reverse.reason.other')} ownLabel={t('reverse.own')}
      go={t('reverse.go')} danger permission="approve.money" op="cash.reverse" untouched={t('reverse.untouched')} onClose={onClose} onDone={() => onDone(t('reverse.done', { number: entry.number }))}
      facts={(reason) => [t('reverse.fact', { what: entry.what, number: entry.number, amount: moneyText(entry.fen) }), t('reverse.because', { reason }), t('reverse.stays')]}
      run={(reason, approval) => send({ id: entry.documentId, reason }, approval)}
    />
  );
}
