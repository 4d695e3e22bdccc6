import { useState, type ReactElement } from 'react';
import type { Failure, InputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';

export interface SheetPrinter {
  readonly button: ReactElement;
  /** Which printer it went to, or what is in the way; stands below the buttons. */
  readonly note: ReactElement | null;
  readonly printing: boolean;
}

/** Prints a sheet on the printer chosen for its kind, without a question; a sheet that has left before comes out as a marked copy. */
export function usePrintSheet(order: InputOf<'sheet.toPrinter'>['order'], copyNo: number, disabled: boolean): SheetPrinter {
  const t = useText('sheet');
  const { send, sending } = useCommandOp('sheet.toPrinter');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [printer, setPrinter] = useState<string | null>(null);
  const print = async (): Promise<void> => {
    const reply = await send({ order });
    setFailure(reply.ok ? null : reply);
    setPrinter(reply.ok ? reply.data.printer : null);
  };
  return {
    printing: sending,
    button: <ActionButton layer="dialog" icon="printer" shortcut="F7" disabled={disabled || sending} onPress={() => void print()}>{copyNo === 0 ? t('screen.print') : t('screen.printCopy', { number: copyNo })}</ActionButton>,
    note: failure !== null ? <RefusalNotice failure={failure} op="sheet.toPrinter" saved={t('screen.safe')} /> : printer === null ? null : <Notice tone="good" title={t('screen.queued', { printer })} />,
  };
}
