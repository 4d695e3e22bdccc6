import { useState, type ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { Evidence } from './Evidence.tsx';
import { useProofExport } from './use-proof-export.tsx';
import styles from './detail.module.css';

type Weighing = TicketDetail['weighings'][number];

function useTareWords(): (weighing: Weighing) => string {
  const t = useText('ticket');
  const language = useLanguage();
  return (weighing) => (weighing.tareMethod === 'container'
    ? t('detail.tare.container', { name: (language === 'zh' ? weighing.containerNameZh : weighing.containerNameEn) ?? '', count: weighing.containerCount })
    : t(`detail.tare.${weighing.tareMethod}`));
}

/** Every basket with its weights, and what proves them one press away. */
export function BasketsCard({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const tareWords = useTareWords();
  const evidence = useQueryOp('ticket.evidence', { id: ticket.id }, { staleMs: 60_000 });
  const checks = evidence.data?.ok === true ? evidence.data.data.rows : [];
  const proof = useProofExport(ticket.id);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const allOpen = open.size === ticket.weighings.length && open.size > 0;
  const toggle = (basketNo: number): void => {
    const next = new Set(open);
    if (!next.delete(basketNo)) next.add(basketNo);
    setOpen(next);
  };
  return (
    <Card
      title={t('detail.baskets')}
      actions={<span className={styles['states']}>
        <ActionButton small icon="export" title={t('detail.proof.exportHint')} disabled={proof.busy} onPress={() => void proof.give(false)}>{t('detail.proof.export')}</ActionButton>
        {ticket.note === null ? null : <ActionButton small kind="quiet" title={t('detail.proof.exportNoteHint')} disabled={proof.busy} onPress={() => void proof.give(true)}>{t('detail.proof.exportNote')}</ActionButton>}
        <ActionButton small icon="trace" pressed={allOpen} onPress={() => setOpen(allOpen ? new Set() : new Set(ticket.weighings.map((weighing) => weighing.basketNo)))}>{t(allOpen ? 'detail.hideAll' : 'detail.showAll')}</ActionButton>
      </span>}
    >
      {proof.note}
      <PlainTable
        label={t('detail.baskets')}
        columns={[{ title: t('detail.basket') }, { title: t('list.column.gross'), figure: true }, { title: t('list.column.tare'), figure: true }, { title: t('detail.tareBy') }, { title: t('list.column.net'), figure: true }, { title: t('detail.evidence') }]}
        rows={ticket.weighings.map((weighing) => ({
          key: String(weighing.basketNo),
          cells: [
            weighing.basketNo, <Weight key="gross" grams={weighing.grossGrams} single />, <Weight key="tare" grams={weighing.tareGrams} single />, tareWords(weighing), <Weight key="net" grams={weighing.netGrams} />,
            <button key="open" type="button" className={styles['unfold']} aria-expanded={open.has(weighing.basketNo)} onClick={() => toggle(weighing.basketNo)}>
              {weighing.typed ? <StateWord tone="wait">{t('list.mark.typed')}</StateWord> : weighing.gross?.simulated === true ? <StateWord tone="info">{t('detail.proof.simulatedShort')}</StateWord> : <StateWord tone="good">{t('detail.proof.scaleShort')}</StateWord>}
              <span aria-hidden="true">{open.has(weighing.basketNo) ? '▾' : '▸'}</span>
            </button>,
          ],
          ...(open.has(weighing.basketNo) ? { more: <Evidence weighing={weighing} checks={checks} /> } : {}),
        }))}
        foot={[t('list.total.all'), <Weight key="gross" grams={Math.abs(ticket.grossGrams)} single />, <Weight key="tare" grams={Math.abs(ticket.tareGrams)} single />, '', <Weight key="net" grams={Math.abs(ticket.netGrams)} />, '']}
      />
      {ticket.returnedGrams === 0 && ticket.sortingLossGrams === 0 ? null : (
        <p>{t('detail.returned')} <Weight grams={Math.abs(ticket.returnedGrams)} single /> · {t('detail.sortingLoss')} <Weight grams={Math.abs(ticket.sortingLossGrams)} single /></p>
      )}
    </Card>
  );
}
