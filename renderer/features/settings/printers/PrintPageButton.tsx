import { useState, type ReactElement } from 'react';
import type { Failure, InputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';

export interface PrintPageButtonProps {
  readonly page: InputOf<'print.page'>['page'];
  readonly disabled?: boolean;
  readonly layer?: 'dialog';
}

/** Prints a page on the printer chosen for it, without asking for one; says which, or what is in the way. */
export function PrintPageButton({ page, disabled = false, layer }: PrintPageButtonProps): ReactElement {
  const p = useText('printers');
  const { send, sending } = useCommandOp('print.page');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [printer, setPrinter] = useState<string | null>(null);
  const print = async (): Promise<void> => {
    const reply = await send({ page });
    setFailure(reply.ok ? null : reply);
    setPrinter(reply.ok ? reply.data.printer : null);
  };
  return (
    <>
      <ActionButton icon="printer" {...(layer === undefined ? {} : { layer })} disabled={disabled || sending} onPress={() => void print()}>{p('page.print')}</ActionButton>
      {printer === null ? null : <Notice tone="good" title={p('page.queued', { printer })} />}
      {failure === null ? null : <RefusalNotice failure={failure} op="print.page" />}
    </>
  );
}
