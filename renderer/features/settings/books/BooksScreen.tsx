import { useState, type ReactElement } from 'react';
import type { Verdict } from '../../../../electron/contract/system.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { call } from '../../../api/station.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card, Facts } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { AsideCard } from '../../photo/AsideCard.tsx';
import { ToSettings } from '../ToSettings.tsx';
import styles from '../settings.module.css';
import { KeysCard } from './KeysCard.tsx';

function Findings({ verdict }: { readonly verdict: Verdict }): ReactElement {
  const t = useText('settings');
  return (
    <>
      {verdict.ok ? <Notice tone="good" title={t('books.good', { documents: verdict.documents, events: verdict.events })} /> : <Notice tone="danger" title={t('books.bad', { count: verdict.findings.length })}><p>{t('books.badTodo')}</p></Notice>}
      <div className={styles['two']}>
        {verdict.findings.length === 0 ? null : (
          <Card title={t('books.findings')}><ul className={styles['list']}>{verdict.findings.map((finding) => <li key={`${finding.kind} ${finding.what}`}><Mark tone="danger" /> <span className={styles['wrap']}>{finding.what}</span></li>)}</ul></Card>
        )}
        <Card title={t('books.looked')}>
          <Facts items={[
            { label: t('books.documents'), value: verdict.documents },
            { label: t('books.events'), value: verdict.events },
            ...(verdict.head === null ? [] : [{ label: t('aboutPage.seq'), value: verdict.head.seq }, { label: t('aboutPage.hash'), value: <span className={styles['mono']}>{verdict.head.hash}</span> }]),
          ]} />
        </Card>
        {verdict.unknown.length === 0 ? null : (
          <Card title={t('books.unknown')}><ul className={styles['list']}>{verdict.unknown.map((sentence) => <li key={sentence}><Mark tone="info" /> <span>{sentence}</span></li>)}</ul></Card>
        )}
      </div>
    </>
  );
}

/** Every posted paper held against its event, its seal and its sums. What cannot be known is said too. */
export default function BooksScreen(): ReactElement {
  const t = useText('settings');
  const { may } = useSession();
  const status = useQueryOp('system.status', {});
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const reply = await call('system.verify', { full: true });
    setBusy(false);
    if (reply.ok) setVerdict(reply.data);
    else setFailure(reply);
  };
  const books = status.data?.ok === true ? status.data.data.books : null;
  const checkedAt = books?.checkedAt ?? null;
  return (
    <Page
      title={t('screens.books')} note={checkedAt === null ? undefined : <>{t('books.last')} <Moment at={checkedAt} /></>}
      actions={<><ToSettings /><ActionButton kind="main" icon="trace" shortcut="F9" disabled={busy} onPress={() => void check()}>{t(busy ? 'books.checking' : 'books.check')}</ActionButton></>}
    >
      {failure === null ? null : <RefusalNotice failure={failure} op="system.verify" />}
      {books?.state === 'trouble' && verdict === null ? <Notice tone="danger" title={books.firstFinding ?? t('books.trouble')} /> : null}
      {may('system.write') ? <><KeysCard /><AsideCard /></> : null}
      {verdict === null ? <EmptyState icon="trace" title={t('books.title')} text={t('books.text')} /> : <Findings verdict={verdict} />}
    </Page>
  );
}
