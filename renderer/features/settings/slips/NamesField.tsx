import type { ReactElement } from 'react';
import { takenHome, type SlipPaper } from '../../../../electron/contract/slip-layout.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';

/** Whether the slips that sellers take home say a name whole; the station's own copies always do. */
export function NamesField({ paper }: { readonly paper: SlipPaper }): ReactElement | null {
  const t = useText('slip');
  const settings = useQueryOp('setting.get', {});
  const save = useCommandOp('setting.save');
  if (!takenHome.has(paper) || settings.data?.ok !== true) return null;
  const masked = settings.data.data.values['receipt.mask_name'] === true;
  return (
    <Card title={t('names')}>
      <ChoiceList
        digits={false} label={t('names')} chosen={masked ? 'masked' : 'whole'} onChoose={(value) => void save.send({ key: 'receipt.mask_name', value: value === 'masked' })}
        choices={(['whole', 'masked'] as const).map((value) => ({ value, label: t(`nameChoices.${value}`) }))}
      />
      {save.reply === undefined || save.reply.ok ? null : <RefusalNotice failure={save.reply} op="setting.save" />}
    </Card>
  );
}
