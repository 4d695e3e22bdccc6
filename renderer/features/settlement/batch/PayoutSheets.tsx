import { useState, type ReactElement } from 'react';
import type { SettlementRow } from '../../../../electron/contract/settlement.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { useSaveFile } from '../../report/files/use-save-file.tsx';
import { SheetButton } from '../../sheet/SheetButton.tsx';

/** The payout sheet of every payout among these settlements, as a workbook or as plain lines for the bank. */
export function PayoutSheets({ rows }: { readonly rows: readonly Pick<SettlementRow, 'payoutId' | 'payoutNumber'>[] }): ReactElement | null {
  const t = useText('settlement');
  const { send, sending } = useCommandOp('settlement.payoutSheet');
  const file = useSaveFile();
  const [failure, setFailure] = useState<Failure | null>(null);
  const payouts = [...new Map(rows.flatMap((row) => (row.payoutId === null || row.payoutNumber === null ? [] : [[row.payoutId, row.payoutNumber] as const])))];
  const download = async (payoutId: string, format: 'xlsx' | 'csv'): Promise<void> => {
    const reply = await send({ payoutId, format, showAccounts: false });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) await file.save(reply.data.name, format, reply.data.base64);
  };
  if (payouts.length === 0) return null;
  return (
    <>
      {payouts.map(([id, number]) => (
        <Actions key={id}>
          <SheetButton wanted={{ kind: 'payout', payoutId: id }} />
          <ActionButton icon="export" disabled={sending || file.saving} onPress={() => void download(id, 'xlsx')}>{t('sheet.xlsx', { number })}</ActionButton>
          <ActionButton icon="export" disabled={sending || file.saving} onPress={() => void download(id, 'csv')}>{t('sheet.csv', { number })}</ActionButton>
        </Actions>
      ))}
      {failure === null ? null : <RefusalNotice failure={failure} op="settlement.payoutSheet" />}
      {file.note}
    </>
  );
}
