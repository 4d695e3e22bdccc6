import type { ReactElement } from 'react';
import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { jinText, sumGrams } from '../../../../electron/domain/mass.ts';
import { modeSums } from '../../../../electron/domain/mode-sums.ts';
import { grouped } from '../../../ui/format/format-text.ts';
import { ModeMoney, useModeText } from '../../../ui/format/ModeMoney.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { PlainTable, type PlainRow } from '../../report/parts/PlainTable.tsx';

function lineOf(key: string, title: string, rows: readonly TicketRow[]): PlainRow {
  const grams = sumGrams(rows.map((row) => row.netGrams));
  return { key, cells: [title, rows.length, <Weight key="kg" grams={grams} single />, grouped(jinText(grams)), <ModeMoney key="fen" sums={modeSums(rows, (row) => row.totalFen)} />] };
}

/** What a total of the list is made of: each product, and how much of it is reversed. */
export function TotalDialog({ rows, onClose }: { readonly rows: readonly TicketRow[]; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const modeText = useModeText();
  const language = useLanguage();
  const products = [...new Map(rows.map((row) => [row.productId, language === 'zh' ? row.productNameZh : row.productNameEn]))];
  const reversals = rows.filter((row) => row.reverses !== null);
  const lines = products.map(([id, name]) => lineOf(id, name, rows.filter((row) => row.productId === id)));
  return (
    <Dialog title={t('list.total.title')} onClose={onClose}>
      <PlainTable
        label={t('list.total.title')} rows={lines} foot={lineOf('all', t('list.total.all'), rows).cells}
        columns={[{ title: t('list.column.product') }, { title: t('list.total.tickets'), figure: true }, { title: t('list.column.net'), figure: true }, { title: t('list.column.jin'), figure: true }, { title: t('list.column.amount'), figure: true }]}
      />
      {reversals.length === 0 ? null : <p>{t('list.total.reversed', { count: reversals.length, amount: modeText(modeSums(reversals, (row) => row.totalFen)) })}</p>}
    </Dialog>
  );
}
