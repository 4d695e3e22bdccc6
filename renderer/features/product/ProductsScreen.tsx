import { useMemo, type ReactElement } from 'react';
import type { Product } from '../../../electron/contract/product.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { percentText } from './percent-text.ts';
import styles from './product.module.css';

function useColumns(): readonly Column<Product>[] {
  const t = useText('product');
  const language = useLanguage();
  return useMemo((): readonly Column<Product>[] => {
    const name = (product: Product): string => (language === 'zh' ? product.nameZh : product.nameEn);
    return [
      { key: 'name', title: t('prices.product'), width: 15, cell: (row) => <strong>{name(row)}</strong>, sortBy: name, searchText: (row) => `${row.nameZh} ${row.nameEn} ${row.code}` },
      { key: 'mode', title: t('product.mode'), width: 8, cell: (row) => t(`mode.${row.mode}`), sortBy: (row) => row.mode },
      { key: 'cycle', title: t('product.cycle'), width: 9, cell: (row) => t(`cycle.${row.cycle}`), sortBy: (row) => row.cycle },
      { key: 'unit', title: t('product.tradedUnit'), width: 8, cell: (row) => t(`unit.${row.tradedUnit}`), sortBy: (row) => row.tradedUnit },
      { key: 'grades', title: t('product.grades'), width: 6, figure: true, cell: (row) => row.scheme?.definition.grades.length ?? 0, sortBy: (row) => row.scheme?.definition.grades.length ?? 0 },
      { key: 'loss', title: t('product.loss'), width: 8, figure: true, cell: (row) => t('percent', { value: percentText(row.lossToleranceBp) }), sortBy: (row) => row.lossToleranceBp },
      { key: 'confirmed', title: t('scheme.state'), width: 10, cell: (row) => (row.scheme?.confirmed === true ? t('scheme.confirmed') : <span className={styles['sample']}>{t('scheme.draft')}</span>), sortBy: (row) => (row.scheme?.confirmed === true ? 1 : 0) },
      { key: 'active', title: t('product.state'), width: 7, cell: (row) => t(row.active ? 'product.on' : 'product.off'), sortBy: (row) => (row.active ? 0 : 1) },
      { key: 'code', title: t('product.code'), width: 8, hiddenAtFirst: true, cell: (row) => row.code, sortBy: (row) => row.code },
    ];
  }, [t, language]);
}

/** What the station buys, and by which rules. */
export default function ProductsScreen(): ReactElement | null {
  const t = useText('product');
  const columns = useColumns();
  const answer = useQueryOp('product.list', {});
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  if (answer.data === undefined) return null;
  return (
    <Page
      fill title={t('screens.products')}
      actions={<><ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/settings')}>{t('toSettings')}</ActionButton><ActionButton icon="stock" onPress={() => navigate('/containers')}>{t('screens.containers')}</ActionButton></>}
    >
      {answer.data.ok ? (
        <DataTable
          name="products" label={t('screens.products')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => navigate(`/products/${row.id}`)}
          empty={<EmptyState icon="basket" title={t('product.none')} text={t('product.noneText')} />}
        />
      ) : <RefusalNotice failure={answer.data} op="product.list" />}
    </Page>
  );
}
