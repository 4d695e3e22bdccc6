import { useMemo, useState, type ReactElement } from 'react';
import type { Failure, OperationName, OutputOf } from '../../../api/operation-types.ts';
import { call } from '../../../api/station.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Card } from '../../../ui/layout/Card.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { ToSettings } from '../ToSettings.tsx';
import { megabytes } from './megabytes.ts';
import styles from '../settings.module.css';

type BackupRow = OutputOf<'backup.list'>['rows'][number];
/** So many lost pictures are named; more are counted. */
const mostNamed = 12;

type Proof = OutputOf<'backup.verify'> & { readonly name: string };

function useColumns(onProve: (name: string) => void, proving: string | null): readonly Column<BackupRow>[] {
  const t = useText('settings');
  return useMemo((): readonly Column<BackupRow>[] => [
    { key: 'at', title: t('backup.at'), width: 15, cell: (row) => <Moment at={row.at} />, sortBy: (row) => row.at },
    { key: 'name', title: t('backup.name'), width: 22, cell: (row) => <span className={styles['wrap']}>{row.name}</span>, sortBy: (row) => row.name },
    { key: 'size', title: t('backup.size'), width: 7, figure: true, cell: (row) => t('backup.megabytes', { value: megabytes(row.bytes) }), sortBy: (row) => row.bytes },
    { key: 'do', title: t('backup.check'), width: 9, cell: (row) => <ActionButton small disabled={proving !== null} onPress={() => onProve(row.name)}>{t(proving === row.name ? 'backup.checking' : 'backup.checkIt')}</ActionButton> },
  ], [t, onProve, proving]);
}

/** Copies of the books: the newest first, made now or to another disk, and proven by opening them. */
export default function BackupScreen(): ReactElement | null {
  const t = useText('settings');
  const answer = useQueryOp('backup.list', {});
  const create = useCommandOp('backup.create');
  const [folder, setFolder] = useState('');
  const [made, setMade] = useState<BackupRow | null>(null);
  const [proof, setProof] = useState<Proof | null>(null);
  const [proving, setProving] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ readonly op: OperationName; readonly failure: Failure } | null>(null);
  const prove = useMemo(() => (name: string): void => {
    setProving(name);
    void call('backup.verify', { file: name }).then((reply) => {
      setProving(null);
      if (reply.ok) setProof({ ...reply.data, name });
      else setFailure({ op: 'backup.verify', failure: reply });
    });
  }, []);
  const columns = useColumns(prove, proving);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows.toSorted((left, right) => right.at - left.at) : []), [answer.data]);
  if (answer.data === undefined) return null;
  const make = async (): Promise<void> => {
    setFailure(null);
    setMade(null);
    const reply = await create.send(folder.trim() === '' ? {} : { folder: folder.trim() });
    if (reply.ok) setMade(reply.data);
    else setFailure({ op: 'backup.create', failure: reply });
  };
  return (
    <Page fill title={t('screens.backup')} actions={<><ToSettings /><ActionButton kind="main" icon="backup" shortcut="F9" disabled={create.sending} onPress={() => void make()}>{t(create.sending ? 'backup.making' : 'backup.make')}</ActionButton></>}>
      <Card>
        <TextField label={t('backup.folder')} hint={t('backup.folderHint', { folder: answer.data.ok ? answer.data.data.folder : '' })} value={folder} maxLength={400} onChange={setFolder} />
      </Card>
      {made === null ? null : <Notice tone={made.verified ? 'good' : 'wait'} title={t(made.verified ? 'backup.made' : 'backup.madeFlawed', { name: made.name })} />}
      {proof === null ? null : proof.ok
        ? <Notice tone="good" title={t('backup.good', { name: proof.name, documents: proof.documents, photos: proof.photos })} />
        : <Notice tone="danger" title={t(proof.why === 'photos_flawed' ? 'backup.badPhotos' : 'backup.bad', { name: proof.name })}><p>{proof.why === null ? null : t(`backup.why.${proof.why}`)}</p>{proof.photoFlaws.length === 0 ? null : <ul>{proof.photoFlaws.slice(0, mostNamed).map(({ number, id, flaw }) => <li key={id}>{t(`backup.photo.${flaw}`, { number })}</li>)}</ul>}{proof.photoFlaws.length <= mostNamed ? null : <p>{t('backup.photo.more', { count: proof.photoFlaws.length - mostNamed })}</p>}</Notice>}
      {failure === null ? null : <RefusalNotice failure={failure.failure} op={failure.op} />}
      {answer.data.ok ? (
        <DataTable name="backups" label={t('screens.backup')} columns={columns} rows={rows} rowKey={(row) => row.name} empty={<EmptyState icon="backup" title={t('backup.none')} text={t('backup.noneText')} />} />
      ) : <RefusalNotice failure={answer.data} op="backup.list" />}
    </Page>
  );
}
