import { useMemo, useState, type ReactElement } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import styles from '../grading.module.css';
import { MachineDialog } from './MachineDialog.tsx';

export type Machine = OutputOf<'grading.machines'>['rows'][number];

/** Grading machines that may propose: their names, whether they are heard, and a secret that is shown once. */
export default function MachinesScreen(): ReactElement | null {
  const t = useText('grading');
  const mayWrite = useSession().may('product.write');
  const answer = useQueryOp('grading.machines', {});
  const [open, setOpen] = useState<Machine | 'new' | null>(null);
  const [secret, setSecret] = useState<{ readonly id: string; readonly secret: string } | null>(null);
  const columns = useMemo((): readonly Column<Machine>[] => [
    { key: 'name', title: t('machine.name'), width: 16, cell: (row) => <strong>{row.name}</strong>, sortBy: (row) => row.name, searchText: (row) => row.name },
    { key: 'id', title: t('machine.id'), width: 20, cell: (row) => <span className={styles['code']}>{row.id}</span> },
    { key: 'state', title: t('sample.state'), width: 9, cell: (row) => <StateWord tone={row.active ? 'good' : 'off'}>{t(row.active ? 'machine.heard' : 'machine.silent')}</StateWord>, sortBy: (row) => (row.active ? 0 : 1) },
  ], [t]);
  if (answer.data === undefined) return null;
  const add = { label: t('machine.add'), onPress: () => setOpen('new') };
  return (
    <Page
      fill title={t('machine.title')} note={t('machine.text')}
      actions={<><ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/settings')}>{t('toSettings')}</ActionButton>{mayWrite ? <ActionButton kind="main" shortcut="F2" onPress={add.onPress}>{add.label}</ActionButton> : null}</>}
    >
      {secret === null ? null : <Notice tone="wait" title={t('machine.secretOnce')}><p className={styles['code']}>{secret.id}</p><p className={styles['code']}>{secret.secret}</p></Notice>}
      {answer.data.ok ? (
        <DataTable
          name="grade-machines" label={t('machine.title')} columns={columns} rows={answer.data.data.rows} rowKey={(row) => row.id} {...(mayWrite ? { onOpen: setOpen } : {})}
          empty={<EmptyState icon="trace" title={t('machine.none')} text={t('machine.text')} {...(mayWrite ? { action: add } : {})} />}
        />
      ) : <RefusalNotice failure={answer.data} op="grading.machines" />}
      {open === null ? null : <MachineDialog machine={open === 'new' ? null : open} onClose={() => setOpen(null)} onSaved={(saved) => { setOpen(null); setSecret(saved.secret === null ? null : { id: saved.id, secret: saved.secret }); }} />}
    </Page>
  );
}
