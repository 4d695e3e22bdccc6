import { useMemo, useState, type ReactElement } from 'react';
import type { Person } from '../../../../electron/contract/session.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { ToSettings } from '../ToSettings.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import styles from '../settings.module.css';

/** Who may sign in, and as what. */
export default function PeopleScreen(): ReactElement | null {
  const t = useText('settings');
  const app = useText('app');
  const answer = useQueryOp('user.list', {});
  const [open, setOpen] = useState<Person | 'new' | null>(null);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  const columns = useMemo((): readonly Column<Person>[] => [
    { key: 'name', title: t('people.name'), width: 12, cell: (row) => <strong>{row.name}</strong>, sortBy: (row) => row.name, searchText: (row) => `${row.name} ${row.login}` },
    { key: 'role', title: t('people.role'), width: 10, cell: (row) => app(`role.${row.role}`), sortBy: (row) => row.role },
    { key: 'login', title: t('people.login'), width: 10, cell: (row) => row.login, sortBy: (row) => row.login },
    { key: 'density', title: app('look.density'), width: 8, cell: (row) => app(`look.${row.density}`) },
    { key: 'active', title: t('people.state'), width: 8, cell: (row) => <span className={styles['tag']}><Mark tone={row.active ? 'good' : 'off'} /> {t(row.active ? 'people.active' : 'people.inactive')}</span>, sortBy: (row) => (row.active ? 0 : 1) },
  ], [t, app]);
  if (answer.data === undefined) return null;
  return (
    <Page fill title={t('screens.people')} note={t('about.people')} actions={<><ToSettings /><ActionButton kind="main" icon="person" shortcut="F2" onPress={() => setOpen('new')}>{t('people.add')}</ActionButton></>}>
      {answer.data.ok ? <DataTable name="people" label={t('screens.people')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={setOpen} /> : <RefusalNotice failure={answer.data} op="user.list" />}
      {open === null ? null : <PersonDialog person={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
