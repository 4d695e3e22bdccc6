import { useState, type ReactElement } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions } from '../../../ui/layout/Card.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { isAsked } from './printer-draft.ts';
import styles from '../settings.module.css';

export type PrinterRow = OutputOf<'printer.list'>['rows'][number];

const none: readonly PrinterRow[] = [];

/** The printers of the station, asked every few seconds. */
export function usePrinterRows(): readonly PrinterRow[] {
  const answer = useQueryOp('printer.list', {}, { refreshMs: 5_000 });
  return answer.data?.ok === true ? answer.data.data.rows : none;
}

function toneOf({ paused, condition, state }: PrinterRow): Tone {
  if (paused || condition === 'paper_low') return 'wait';
  return state === 'trouble' ? 'danger' : state === 'ready' ? 'good' : 'off';
}

/** How a printer is: paused, what it says of itself, or what became of its papers. */
export function PrinterState({ printer }: { readonly printer: PrinterRow }): ReactElement {
  const t = useText('settings');
  const p = useText('printers');
  const { paused, condition, state, waiting } = printer;
  const words = paused ? p('pause.paused', { count: waiting }) : condition === null || (condition === 'well' && state === 'trouble') ? t(`printer.state.${state}`) : p(`condition.${condition}`);
  return <span className={styles['tag']}><Mark tone={toneOf(printer)} /> {words}</span>;
}

/** Stops a printer and lets it go on; its papers wait meanwhile. */
export function PauseButton({ printer }: { readonly printer: PrinterRow }): ReactElement {
  const p = useText('printers');
  const { send, sending, reply } = useCommandOp('printer.pause');
  return (
    <>
      <ActionButton small pressed={printer.paused} disabled={sending} onPress={() => void send({ printerId: printer.id, paused: !printer.paused })}>{p(printer.paused ? 'pause.resume' : 'pause.pause')}</ActionButton>
      {reply === undefined || reply.ok ? null : <RefusalNotice failure={reply} op="printer.pause" />}
    </>
  );
}

/** Asks a printer that can answer how it is. */
export function AskButton({ printer }: { readonly printer: PrinterRow }): ReactElement | null {
  const p = useText('printers');
  const [asked, setAsked] = useState(false);
  const answer = useQueryOp('printer.ask', { printerId: printer.id }, { enabled: asked });
  if (!isAsked(printer)) return null;
  const condition = answer.data?.ok === true ? answer.data.data.condition : undefined;
  return (
    <>
      <ActionButton small onPress={() => { if (asked) void answer.refetch(); else setAsked(true); }}>{p('pause.ask')}</ActionButton>
      {condition === undefined ? null : <span role="status">{condition === null ? p('pause.noAnswer') : p('pause.answer', { condition: p(`condition.${condition}`) })}</span>}
    </>
  );
}

/** One line a printer, above the list of papers. */
export function PrinterStrip({ printers }: { readonly printers: readonly PrinterRow[] }): ReactElement | null {
  if (printers.length === 0) return null;
  return (
    <Actions>
      {printers.map((printer) => <span key={printer.id} className={styles['strip']}><b>{printer.name}</b> <PrinterState printer={printer} /> <PauseButton printer={printer} /></span>)}
    </Actions>
  );
}
