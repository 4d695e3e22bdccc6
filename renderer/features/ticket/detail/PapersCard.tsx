import { useState, type ReactElement } from 'react';
import type { PaperKind } from '../../../../electron/contract/printing.ts';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import type { Tone } from '../../../ui/Mark.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { PaperPreview } from '../../../ui/paper/PaperPreview.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { SheetButton } from '../../sheet/SheetButton.tsx';
import { LotLabels } from './LotLabels.tsx';
import styles from './detail.module.css';

interface Paper { readonly key: string; readonly paper: PaperKind; readonly lotCode: string | null; readonly title: string }

const printTones: Readonly<Record<string, Tone>> = { waiting: 'wait', sending: 'wait', sent: 'good', failed: 'danger', unsure: 'wait', cancelled: 'off' };
const printStates = ['waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled'] as const;
const paperNames = ['receipt', 'reversal_slip', 'lot_label', 'statement', 'price_board', 'payout_sheet', 'test_page', 'queue_slip', 'return_slip', 'crate_slip', 'sample_label', 'receipt_station', 'receipt_accountant', 'correction_slip', 'voucher'] as const;

/** Pixels per millimetre; a slip of 80 mm still fits beside the ticket. */
const paperScale = 4.4;

function Preview({ documentId, paper }: { readonly documentId: string; readonly paper: Paper }): ReactElement | null {
  const t = useText('ticket');
  const picture = useQueryOp('print.preview', { documentId, paper: paper.paper, ...(paper.lotCode === null ? {} : { lotCode: paper.lotCode }) }, { staleMs: 60_000 });
  if (picture.data === undefined) return null;
  if (!picture.data.ok) return <RefusalNotice failure={picture.data} op="print.preview" saved={t('detail.papers.ticketSafe')} />;
  const { png, widthMm, substitutions, shortened } = picture.data.data;
  return (
    <>
      <PaperPreview picture={`data:image/png;base64,${png}`} pictureText={paper.title} widthMm={widthMm} scale={paperScale} />
      {substitutions.length === 0 ? null : <p className={styles['soft']}>{t('detail.papers.substitutions', { list: substitutions.join(' ') })}</p>}
      {shortened.length === 0 ? null : <p className={styles['soft']}>{t('detail.papers.shortened', { list: shortened.join(t('detail.papers.and')) })}</p>}
    </>
  );
}

/** The slips of a ticket: those of the goods, and the small ones of what it corrects, sent back, and moved of the cooperative's crates. */
function slipsOf(ticket: TicketDetail) {
  const crates = ticket.crates.length === 0 ? [] : ['crate_slip'] as const;
  if (ticket.reverses !== null) return ['reversal_slip', ...crates] as const;
  return ['receipt', 'receipt_station', 'receipt_accountant', ...(ticket.corrects === null ? [] : ['correction_slip'] as const), ...(ticket.returnedGrams > 0 ? ['return_slip'] as const : []), ...crates] as const;
}

/** The papers of a ticket as they come out, what was printed of them, and one press for a copy. */
export function PapersCard({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const { send, sending } = useCommandOp('print.again');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [copied, setCopied] = useState<number | null>(null);
  const lots = ticket.reverses === null ? ticket.lines.flatMap((line) => (line.lotCode === null ? [] : [line.lotCode])) : [];
  const slips = slipsOf(ticket);
  const papers: readonly Paper[] = [
    ...slips.map((slip): Paper => ({ key: slip, paper: slip, lotCode: null, title: t(`detail.paper.${slip}`) })),
    ...lots.map((lotCode): Paper => ({ key: lotCode, paper: 'lot_label', lotCode, title: t('detail.papers.label', { lot: lotCode }) })),
  ];
  const [key, setKey] = useState<string>(slips[0]);
  const paper = papers.find((candidate) => candidate.key === key) ?? papers[0];
  const again = async (): Promise<void> => {
    if (paper === undefined) return;
    const reply = await send({ documentId: ticket.id, paper: paper.paper, ...(paper.lotCode === null ? {} : { lotCode: paper.lotCode }) });
    setFailure(reply.ok ? null : reply);
    setCopied(reply.ok ? reply.data.copyNo : null);
  };
  return (
    <Card title={t('detail.papers.title')} actions={<ActionButton small icon="printer" shortcut="F8" disabled={sending} onPress={() => void again()}>{t('detail.papers.again')}</ActionButton>}>
      {failure === null ? null : <RefusalNotice failure={failure} op="print.again" saved={t('detail.papers.ticketSafe')} />}
      {copied === null ? null : <Notice tone="good" title={t('detail.papers.queued', { number: copied })} />}
      {ticket.reverses !== null ? null : (
        <div className={styles['paperTabs']}>
          <SheetButton small wanted={{ kind: 'purchase_note', ticketId: ticket.id }} />
          {ticket.schemeNumber === null ? null : <SheetButton small wanted={{ kind: 'grading', ticketId: ticket.id }} />}
        </div>
      )}
      <h3>{t('detail.papers.printed')}</h3>
      {ticket.prints.length === 0 ? <p className={styles['soft']}>{t('detail.papers.none')}</p> : (
        <ul className={styles['prints']}>
          {ticket.prints.map((print) => {
            const name = paperNames.find((candidate) => candidate === print.paper);
            const state = printStates.find((candidate) => candidate === print.state);
            return (
              <li key={print.id}>
                <strong>{name === undefined ? print.paper : t(`detail.paper.${name}`)} {print.copyNo === 0 ? t('detail.papers.first') : t('detail.papers.copy', { number: print.copyNo })}</strong>
                <StateWord tone={printTones[print.state] ?? 'info'}>{state === undefined ? print.state : t(`detail.print.${state}`)}</StateWord>
                <small><Moment at={print.sentAt ?? print.createdAt} /> · {print.createdBy}</small>
                {print.lastError === null || print.state === 'sent' ? null : <small className={styles['mono']}>{print.lastError}</small>}
              </li>
            );
          })}
        </ul>
      )}
      {papers.length < 2 ? null : (
        <div className={styles['paperTabs']} role="group" aria-label={t('detail.papers.which')}>
          {papers.map((candidate) => <ActionButton key={candidate.key} small pressed={candidate.key === paper?.key} onPress={() => setKey(candidate.key)}>{candidate.title}</ActionButton>)}
        </div>
      )}
      {paper?.lotCode ? <LotLabels key={paper.lotCode} ticket={ticket} lotCode={paper.lotCode} /> : null}
      {paper === undefined ? null : <div className={styles['paper']}><Preview key={paper.key} documentId={ticket.id} paper={paper} /></div>}
    </Card>
  );
}
