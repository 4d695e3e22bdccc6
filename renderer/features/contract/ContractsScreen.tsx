import { useMemo, useState, type ReactElement } from 'react';
import type { ContractRow } from '../../../electron/contract/contract.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Price } from '../../ui/format/Price.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { ContractState, useGoodsWords } from './contract-words.tsx';
import { QuotaBar } from './QuotaBar.tsx';
import { SignDialog } from './SignDialog.tsx';

/** Contracts to deliver: whose, what, how much of it has come, and the floor. */
export default function ContractsScreen(): ReactElement | null {
  const t = useText('contract');
  const { may } = useSession();
  const goods = useGoodsWords();
  const answer = useQueryOp('contract.list', {});
  const [signing, setSigning] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  const columns = useMemo((): readonly Column<ContractRow>[] => [
    { key: 'member', title: t('screen.member'), cell: (row) => <><strong>{row.memberName}</strong> {row.memberCode}</>, sortBy: (row) => row.memberName, searchText: (row) => `${row.memberName} ${row.memberCode} ${row.number} ${row.paperNo ?? ''}` },
    { key: 'goods', title: t('screen.goods'), cell: goods, sortBy: goods, searchText: goods },
    { key: 'progress', title: t('screen.progress'), width: 17, cell: (row) => <QuotaBar contract={row} />, sortBy: (row) => row.quotaGrams - row.deliveredGrams },
    { key: 'floor', title: t('screen.floor'), width: 9, figure: true, cell: (row) => <Price priceE4={row.floorE4} traded={row.tradedUnit} single />, sortBy: (row) => row.floorE4 },
    { key: 'window', title: t('screen.window'), width: 9, cell: (row) => <>{row.validFrom}<br />{row.validTo}</>, sortBy: (row) => row.validTo },
    { key: 'state', title: t('screen.state'), width: 8, cell: (row) => <ContractState state={row.state} />, sortBy: (row) => row.state },
    { key: 'number', title: t('screen.number'), width: 19, hiddenAtFirst: true, cell: (row) => row.number, sortBy: (row) => row.number },
  ], [t, goods]);
  if (answer.data === undefined) return null;
  return (
    <Page fill title={t('screen.title')} note={t('screen.note')} actions={may('contract.write') ? <ActionButton kind="main" shortcut="F2" onPress={() => setSigning(true)}>{t('screen.sign')}</ActionButton> : undefined}>
      {done === null ? null : <Notice tone="good" title={done} />}
      {answer.data.ok ? (
        <DataTable name="contracts" label={t('screen.title')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => navigate(`/contracts/${row.id}`)} empty={<EmptyState icon="day" title={t('screen.empty')} text={t('screen.emptyText')} />} />
      ) : <RefusalNotice failure={answer.data} op="contract.list" />}
      {signing ? <SignDialog before={null} memberId={null} onClose={() => setSigning(false)} onDone={(words) => { setSigning(false); setDone(words); }} /> : null}
    </Page>
  );
}
