import { useMemo, useState, type ReactElement } from 'react';
import type { Container } from '../../../electron/contract/product.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { ContainerDialog } from './ContainerDialog.tsx';

/** What produce arrives in, and how much each weighs empty. */
export default function ContainersScreen(): ReactElement | null {
  const t = useText('product');
  const language = useLanguage();
  const mayWrite = useSession().may('product.write');
  const answer = useQueryOp('container.list', {});
  const [open, setOpen] = useState<Container | 'new' | null>(null);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  const columns = useMemo((): readonly Column<Container>[] => {
    const name = (row: Container): string => (language === 'zh' ? row.nameZh : row.nameEn);
    return [
      { key: 'name', title: t('container.name'), width: 14, cell: (row) => <strong>{name(row)}</strong>, sortBy: name },
      { key: 'tare', title: t('container.tare'), width: 14, figure: true, cell: (row) => <Weight grams={row.tareGrams} />, sortBy: (row) => row.tareGrams },
      { key: 'returnable', title: t('container.back'), width: 10, cell: (row) => (row.returnable ? t('container.returnable') : '–'), sortBy: (row) => (row.returnable ? 0 : 1) },
      { key: 'active', title: t('product.state'), width: 10, cell: (row) => t(row.active ? 'product.on' : 'product.off'), sortBy: (row) => (row.active ? 0 : 1) },
    ];
  }, [t, language]);
  if (answer.data === undefined) return null;
  const add = { label: t('container.add'), onPress: () => setOpen('new') };
  return (
    <Page
      fill title={t('screens.containers')} note={t('container.note')}
      actions={<><ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/settings')}>{t('toSettings')}</ActionButton>{mayWrite ? <ActionButton kind="main" shortcut="F2" onPress={add.onPress}>{add.label}</ActionButton> : null}</>}
    >
      {answer.data.ok ? (
        <DataTable
          name="containers" label={t('screens.containers')} columns={columns} rows={rows} rowKey={(row) => row.id} {...(mayWrite ? { onOpen: setOpen } : {})}
          empty={<EmptyState icon="stock" title={t('container.none')} text={t('container.noneText')} {...(mayWrite ? { action: add } : {})} />}
        />
      ) : <RefusalNotice failure={answer.data} op="container.list" />}
      {open === null ? null : <ContainerDialog container={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
