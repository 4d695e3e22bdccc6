import { useMemo, type ReactElement } from 'react';
import type { TicketInput } from '../../../../../electron/contract/ticket.ts';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { failureWords } from '../../../../ui/notices/failure-text.ts';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { PaperPreview } from '../../../../ui/paper/PaperPreview.tsx';
import { useSettled } from '../../../../ui/use-settled.ts';
import type { DeskView } from '../desk-model.ts';
import { ticketInput } from '../model/ticket-input.ts';

/** While somebody types, the paper is drawn in the pauses. */
const restMs = 150;
/** Pixels per millimetre; a slip of 80 mm stands beside the total on a small screen. */
const paperScale = 4.8;

/** The picture of one ticket as it stands; the last one stays, paler, until the next is drawn. */
function Picture({ input, entering, posting }: { readonly input: TicketInput; readonly entering: boolean; readonly posting: boolean }): ReactElement | null {
  const t = useText('ticket');
  const app = useText('app');
  // Once it is being posted there is nothing left to look ahead to.
  const { data, isPlaceholderData } = useQueryOp('ticket.paperAhead', input, { keepPrevious: true, enabled: !posting });
  if (data === undefined) return null;
  if (!data.ok) return <Notice tone="wait" title={t('desk.slip.notYet')}><p>{failureWords(data, 'ticket.paperAhead', app).what}</p></Notice>;
  const { png, widthMm, substitutions } = data.data;
  return (
    <>
      <PaperPreview picture={`data:image/png;base64,${png}`} pictureText={t('desk.slip.picture')} widthMm={widthMm} scale={paperScale} stale={entering || isPlaceholderData} />
      {substitutions.length === 0 ? null : <p>{t('detail.papers.substitutions', { list: substitutions.join(' ') })}</p>}
    </>
  );
}

/** The weigh slip as it will come out of the printer, from the paper's own layout; number, check and code are given when it is posted, and say so. */
export function Slip({ desk: { state, preview }, posting }: { readonly desk: DeskView; readonly posting: boolean }): ReactElement {
  const t = useText('ticket');
  const entered = useMemo(() => ticketInput(state, preview, null), [state, preview]);
  const input = useSettled(entered, restMs);
  return input === null ? <Notice tone="wait" title={t('desk.slip.notYet')} /> : <Picture input={input} entering={input !== entered} posting={posting} />;
}
