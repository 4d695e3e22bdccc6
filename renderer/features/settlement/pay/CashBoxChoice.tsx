import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { moneyText } from '../../../ui/format/format-text.ts';

export type CashBox = OutputOf<'cash.boxes'>['rows'][number];

/** The cash boxes, and the one in use: the chosen one, or the first. */
export function useCashBoxes(chosen: string | null): { readonly boxes: readonly CashBox[]; readonly box: CashBox | null } {
  const answer = useQueryOp('cash.boxes', {});
  const boxes = answer.data?.ok === true ? answer.data.data.rows : [];
  return { boxes, box: boxes.find((candidate) => candidate.id === chosen) ?? boxes[0] ?? null };
}

/** Which box the money comes from, with what lies in it. */
export function CashBoxChoice({ boxes, box, onChange }: { readonly boxes: readonly CashBox[]; readonly box: CashBox | null; readonly onChange: (id: string) => void }): ReactElement {
  const t = useText('settlement');
  return (
    <Select
      aria-label={t('pay.box')} style={{ width: '100%' }} value={box?.id ?? null} placeholder={t('pay.noBox')} onChange={onChange}
      options={boxes.map((row) => ({ value: row.id, label: t('pay.boxWith', { name: row.name, amount: moneyText(row.balanceFen) }) }))}
    />
  );
}
