import { useMemo, useState, type ReactElement } from 'react';
import type { CrateBalance } from '../../../electron/contract/crate.ts';
import { sumFen } from '../../../electron/domain/money.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Money } from '../../ui/format/Money.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TagsDialog } from '../labels/TagsDialog.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';

/** Who has how many crates of the cooperative, and the deposits left for them. */
export default function CratesScreen(): ReactElement | null {
  const t = useText('crate');
  const language = useLanguage();
  const { may } = useSession();
  const answer = useQueryOp('crate.list', {});
  const containers = useQueryOp('container.list', {});
  const [doing, setDoing] = useState<'lent' | 'returned' | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const words = useText('labels');
  const [tagging, setTagging] = useState(false);
  const [opened, setOpened] = useState<CrateBalance | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  const crates = containers.data?.ok === true ? containers.data.data.rows.filter((row) => row.active && row.returnable) : [];
  const columns = useMemo((): readonly Column<CrateBalance>[] => {
    const name = (row: CrateBalance): string => (language === 'zh' ? row.nameZh : row.nameEn);
    return [
      { key: 'member', title: t('screen.member'), cell: (row) => <><strong>{row.memberName}</strong> {row.memberCode}</>, sortBy: (row) => row.memberName, searchText: (row) => `${row.memberName} ${row.memberCode}` },
      { key: 'kind', title: t('screen.kind'), width: 14, cell: name, sortBy: name },
      { key: 'count', title: t('screen.count'), width: 8, figure: true, cell: (row) => row.count, sortBy: (row) => row.count, total: (shown) => shown.reduce((sum, row) => sum + row.count, 0) },
      { key: 'overdue', title: t('screen.overdue'), width: 10, figure: true, cell: (row) => (row.overdue === 0 ? '–' : row.overdue), sortBy: (row) => row.overdue, total: (shown) => shown.reduce((sum, row) => sum + row.overdue, 0) },
      { key: 'deposit', title: t('screen.deposit'), width: 10, figure: true, cell: (row) => <Money fen={row.depositFen} />, sortBy: (row) => row.depositFen, total: (shown) => <Money fen={sumFen(shown.map((row) => row.depositFen))} /> },
    ];
  }, [t, language]);
  if (answer.data === undefined) return null;
  const ready = crates.length > 0;
  return (
    <Page
      fill title={t('screen.title')} note={t('screen.note')}
      actions={may('ticket.write') ? <>{may('print.use') ? <ActionButton icon="printer" disabled={!ready} onPress={() => setTagging(true)}>{words('tags.open')}</ActionButton> : null}<ActionButton shortcut="F4" disabled={!ready} onPress={() => setCorrecting(true)}>{t('correct.open')}</ActionButton><ActionButton shortcut="F3" disabled={!ready} onPress={() => setDoing('returned')}>{t('screen.returned')}</ActionButton><ActionButton kind="main" shortcut="F2" disabled={!ready} onPress={() => setDoing('lent')}>{t('screen.lend')}</ActionButton></> : undefined}
    >
      {done === null ? null : <Notice tone="good" title={done} />}
      {answer.data.ok ? (
        <DataTable
          name="crates" label={t('screen.title')} columns={columns} rows={rows} rowKey={(row) => `${row.memberId} ${row.containerId}`} onOpen={setOpened}
          empty={<EmptyState icon="basket" title={t('screen.empty')} text={t(ready ? 'screen.emptyText' : 'screen.noCrates')} />}
        />
      ) : <RefusalNotice failure={answer.data} op="crate.list" />}
      {doing === null ? null : <MoveDialog reason={doing} crates={crates} onClose={() => setDoing(null)} onDone={(words) => { setDoing(null); setDone(words); }} />}
      {correcting ? <CorrectDialog crates={crates} onClose={() => setCorrecting(false)} onDone={(words) => { setCorrecting(false); setDone(words); }} /> : null}
      {tagging ? <TagsDialog crates={crates} onClose={() => setTagging(false)} onDone={(said) => { setTagging(false); setDone(said); }} /> : null}
      {opened === null ? null : <HistoryDialog balance={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
