import { Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { MemberRow } from '../../../electron/contract/member.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Icon } from '../../ui/icons/Icon.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useMemberColumns } from './member-columns.tsx';
import styles from './member.module.css';

/** More rows than this are not looked through by eye; the search narrows them. */
const mostRows = 500;

interface Filters {
  readonly text: string;
  readonly kind: MemberRow['kind'] | '';
  readonly status: MemberRow['status'] | '';
  readonly group: string;
}

const noFilters: Filters = { text: '', kind: '', status: 'active', group: '' };

function FilterLine({ filters, onFilters }: { readonly filters: Filters; readonly onFilters: (filters: Filters) => void }): ReactElement {
  const t = useText('member');
  const groups = useQueryOp('member.groups', {});
  const names = groups.data?.ok === true ? groups.data.data.groups : [];
  return (
    <div className={styles['filters']}>
      <span className={styles['search']}>
        <Icon name="search" />
        <input
          data-keys="search" autoFocus value={filters.text} placeholder={t('list.placeholder')} aria-label={t('list.search')}
          onChange={(event) => onFilters({ ...filters, text: event.target.value.slice(0, 60) })}
        />
      </span>
      <Select
        aria-label={t('field.kind')} value={filters.kind} style={{ minWidth: '9em' }} onChange={(kind) => onFilters({ ...filters, kind })}
        options={[{ value: '', label: t('list.anyKind') }, { value: 'member', label: t('kind.member') }, { value: 'non_member', label: t('kind.non_member') }]}
      />
      <Select
        aria-label={t('field.status')} value={filters.status} style={{ minWidth: '8em' }} onChange={(status) => onFilters({ ...filters, status })}
        options={[{ value: 'active', label: t('status.active') }, { value: 'left', label: t('status.left') }, { value: '', label: t('list.anyStatus') }]}
      />
      <Select
        aria-label={t('field.houseGroup')} value={filters.group} style={{ minWidth: '9em' }} onChange={(group) => onFilters({ ...filters, group })}
        options={[{ value: '', label: t('list.anyGroup') }, ...names.map((name) => ({ value: name, label: name }))]}
      />
    </div>
  );
}

/** Everybody who delivers here: one search box, three filters, a row to open. */
export default function MemberListScreen(): ReactElement | null {
  const t = useText('member');
  const { may } = useSession();
  const [filters, setFilters] = useState(noFilters);
  const columns = useMemberColumns();
  const list = useQueryOp('member.list', {
    limit: mostRows, ...(filters.text.trim() === '' ? {} : { text: filters.text.trim() }), ...(filters.kind === '' ? {} : { kind: filters.kind }),
    ...(filters.status === '' ? {} : { status: filters.status }), ...(filters.group === '' ? {} : { houseGroup: filters.group }),
  }, { keepPrevious: true });
  const rows = useMemo(() => (list.data?.ok === true ? list.data.data.rows : []), [list.data]);
  if (list.data === undefined) return null;
  const add = (): void => navigate('/members/new');
  const untouched = filters.text.trim() === '' && filters.kind === '' && filters.group === '';
  const total = list.data.ok ? list.data.data.total : 0;
  const empty = untouched && filters.status === 'active'
    ? <EmptyState icon="members" title={t('list.empty')} text={t('list.emptyText')} {...(may('member.write') ? { action: { label: t('list.add'), icon: 'person' as const, onPress: add } } : {})} />
    : <EmptyState icon="search" title={t('list.none')} text={t('list.noneText')} action={{ label: t('list.clear'), onPress: () => setFilters(noFilters) }} />;
  return (
    <Page fill title={t('screens.list')} actions={may('member.write') ? <ActionButton kind="main" icon="person" shortcut="F2" onPress={add}>{t('list.add')}</ActionButton> : undefined}>
      {list.data.ok ? (
        <>
          {total > mostRows ? <Notice tone="info" title={t('list.narrow', { shown: mostRows, total })} /> : null}
          <DataTable
            name="members" label={t('screens.list')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => navigate(`/members/${row.id}`)}
            empty={empty} tools={<FilterLine filters={filters} onFilters={setFilters} />}
          />
        </>
      ) : <RefusalNotice failure={list.data} op="member.list" />}
    </Page>
  );
}
