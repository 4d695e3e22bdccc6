import type { ReactElement } from 'react';
import type { SlipPaper } from '../../../../electron/contract/slip-layout.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';

const automatic = ['receipt', 'reversal_slip', 'correction_slip', 'return_slip', 'crate_slip', 'voucher'] as const;

/** What comes out by itself when a document is posted: up to three copies of a weigh slip, any other slip or none. */
export function CopiesField({ paper }: { readonly paper: SlipPaper }): ReactElement | null {
  const t = useText('slip');
  const settings = useQueryOp('setting.get', {});
  const save = useCommandOp('setting.save');
  const kind = automatic.find((candidate) => candidate === paper);
  if (kind === undefined || settings.data?.ok !== true) return null;
  const key = `print.copies.${kind}` as const;
  const kept = settings.data.data.values[key];
  const counts = kind === 'receipt' ? ['0', '1', '2', '3'] as const : ['0', '1'] as const;
  return (
    <Card title={t('copies')}>
      <ChoiceList digits={false} label={t('copies')} chosen={String(typeof kept === 'number' ? kept : 1)} onChoose={(count) => void save.send({ key, value: Number(count) })} choices={counts.map((count) => ({ value: count, label: t(kind === 'receipt' ? `weighCopies.${count}` : `otherCopies.${count === '0' ? '0' : '1'}`) }))} />
      {save.reply === undefined || save.reply.ok ? null : <RefusalNotice failure={save.reply} op="setting.save" />}
    </Card>
  );
}
