import { useState, type ReactElement } from 'react';
import type { ScaleBookState } from '../../../electron/contract/scale-book.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { ScaleBookButton } from '../sheet/ScaleBookButton.tsx';
import { CertificateDialog } from './CertificateDialog.tsx';
import { CheckDialog, type CheckKind } from './CheckDialog.tsx';
import { EntriesCard } from './EntriesCard.tsx';
import { ErrorChart } from './ErrorChart.tsx';
import { ReasonDialog, type ServiceStep } from './ReasonDialog.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import { StateCard } from './StateCard.tsx';
import styles from './scale-book.module.css';

type Doing = CheckKind | ServiceStep | 'certificate' | 'rules' | null;

/** One scale's book: its state, its test weights over time, its entries. */
function OneBook({ scale, onDoing }: { readonly scale: ScaleBookState; readonly onDoing: (doing: Doing) => void }): ReactElement {
  const { may } = useSession();
  const entries = useQueryOp('scale_book.list', { scaleId: scale.scaleId, limit: 60 }, { keepPrevious: true });
  const tests = useQueryOp('scale_book.list', { scaleId: scale.scaleId, kind: 'test_weight', limit: 60 }, { keepPrevious: true });
  return (
    <>
      <div className={styles['columns']}>
        <StateCard state={scale} mayCheck={may('scale_book.check')} mayWrite={may('scale_book.write')} onStep={onDoing} onCertificate={() => onDoing('certificate')} />
        <ErrorChart tests={tests.data?.ok === true ? tests.data.data.rows : []} />
      </div>
      {entries.data === undefined ? null : entries.data.ok ? <EntriesCard entries={entries.data.data.rows} total={entries.data.data.total} /> : <RefusalNotice failure={entries.data} op="scale_book.list" />}
    </>
  );
}

function Dialogs({ doing, scale, book, onClose, onDone }: { readonly doing: Doing; readonly scale: ScaleBookState; readonly book: OutputOf<'scale_book.state'>; readonly onClose: () => void; readonly onDone: (words: string) => void }): ReactElement | null {
  switch (doing) {
    case null: return null;
    case 'zero': case 'test': return <CheckDialog key={doing} kind={doing} scale={scale} onClose={onClose} />;
    case 'certificate': return <CertificateDialog scale={scale} onClose={onClose} onDone={onDone} />;
    case 'rules': return <RulesDialog rules={book.rules} onClose={onClose} onDone={onDone} />;
    case 'withdraw': case 'restore': case 'permit': return <ReasonDialog step={doing} scale={scale} onClose={onClose} onDone={onDone} />;
  }
}

function Book({ book }: { readonly book: OutputOf<'scale_book.state'> }): ReactElement {
  const t = useText('scale_book');
  const { may } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const [done, setDone] = useState<string | null>(null);
  const scale = book.rows.find((row) => row.scaleId === chosen) ?? book.rows[0];
  const begin = (next: Doing): void => {
    setDone(null);
    setDoing(next);
  };
  const mayCheck = may('scale_book.check') && scale !== undefined;
  return (
    <Page
      title={t('title')} note={t(book.enforced ? 'note' : 'noteTraining')}
      actions={<>
        {scale === undefined ? null : <ScaleBookButton key={scale.scaleId} scaleId={scale.scaleId} />}
        {may('scale_book.write') ? <ActionButton kind="quiet" icon="settings" onPress={() => begin('rules')}>{t('rules.open')}</ActionButton> : null}
        {mayCheck ? <ActionButton icon="basket" shortcut="F3" onPress={() => begin('test')}>{t('check.test.title')}</ActionButton> : null}
        {mayCheck ? <ActionButton kind="main" icon="scale" shortcut="F2" onPress={() => begin('zero')}>{t('check.zero.title')}</ActionButton> : null}
      </>}
    >
      {done === null ? null : <Notice tone="good" title={done} />}
      {book.rows.length < 2 ? null : (
        <div className={styles['scales']} role="group" aria-label={t('which')}>
          {book.rows.map((row) => <ActionButton key={row.scaleId} pressed={row.scaleId === scale?.scaleId} onPress={() => setChosen(row.scaleId)}>{row.scaleName}</ActionButton>)}
        </div>
      )}
      {scale === undefined ? <EmptyState icon="scale" title={t('noScale.title')} text={t('noScale.text')} {...(may('scale.configure') ? { action: { label: t('noScale.go'), onPress: () => navigate('/devices') } } : {})} /> : (
        <>
          <OneBook key={scale.scaleId} scale={scale} onDoing={begin} />
          <Dialogs doing={doing} scale={scale} book={book} onClose={() => setDoing(null)} onDone={(words) => { setDoing(null); setDone(words); }} />
        </>
      )}
    </Page>
  );
}

/** The book of the scales: what was checked, how far each was off, and until when its certificate holds. */
export default function ScaleBookScreen(): ReactElement | null {
  const t = useText('scale_book');
  const state = useQueryOp('scale_book.state', {}, { refreshMs: 60_000 });
  if (state.data === undefined) return null;
  if (!state.data.ok) return <Page title={t('title')}><RefusalNotice failure={state.data} op="scale_book.state" /></Page>;
  return <Book book={state.data.data} />;
}
