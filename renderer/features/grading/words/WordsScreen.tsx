import { useMemo, useState, type ReactElement } from 'react';
import type { GradeWord } from '../../../../electron/contract/grading.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { nameIn } from '../../ticket/desk/desk-words.ts';
import { useWordMeaning } from './use-word-meaning.ts';
import { WordDialog } from './WordDialog.tsx';

/** What the village calls its goods: every word with its product and meaning, found by typing, corrected, put away and taken up again. */
export default function WordsScreen(): ReactElement | null {
  const t = useText('grading');
  const language = useLanguage();
  const mayWrite = useSession().may('ticket.write');
  const answer = useQueryOp('grading.words', {});
  const products = useQueryOp('product.list', {});
  const meaning = useWordMeaning();
  const [open, setOpen] = useState<GradeWord | 'new' | null>(null);
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  const goods = useMemo(() => (products.data?.ok === true ? products.data.data.rows : []), [products.data]);
  const columns = useMemo((): readonly Column<GradeWord>[] => {
    const productOf = (row: GradeWord) => goods.find(({ id }) => id === row.productId) ?? null;
    const product = (row: GradeWord): string => { const found = productOf(row); return found === null ? '' : nameIn(found, language); };
    const means = (row: GradeWord): string => meaning(row, productOf(row));
    return [
      { key: 'word', title: t('word.search'), width: 12, cell: (row) => <strong>{row.word}</strong>, sortBy: (row) => row.word, searchText: (row) => `${row.word} ${row.note ?? ''}` },
      { key: 'product', title: t('sample.product'), width: 14, cell: product, sortBy: product, searchText: product },
      { key: 'means', title: t('word.meaning'), width: 18, cell: means, sortBy: means, searchText: means },
      { key: 'used', title: t('word.usedTitle'), width: 8, figure: true, cell: (row) => row.used, sortBy: (row) => row.used },
      { key: 'note', title: t('word.note'), width: 14, cell: (row) => row.note ?? '' },
      { key: 'state', title: t('sample.state'), width: 9, cell: (row) => <StateWord tone={row.active ? 'good' : 'off'}>{t(row.active ? 'word.inUse' : 'word.retired')}</StateWord>, sortBy: (row) => (row.active ? 0 : 1) },
    ];
  }, [t, language, goods, meaning]);
  if (answer.data === undefined || products.data === undefined) return null;
  const add = { label: t('word.add'), onPress: () => setOpen('new') };
  return (
    <Page
      fill title={t('word.listTitle')} note={t('word.listNote')}
      actions={<><ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/settings')}>{t('toSettings')}</ActionButton>{mayWrite ? <ActionButton kind="main" shortcut="F2" onPress={add.onPress}>{add.label}</ActionButton> : null}</>}
    >
      {answer.data.ok ? (
        <DataTable
          name="grade-words" label={t('word.listTitle')} columns={columns} rows={rows} rowKey={(row) => row.id} {...(mayWrite ? { onOpen: setOpen } : {})}
          empty={<EmptyState icon="trace" title={t('word.none')} text={t('word.hint')} {...(mayWrite ? { action: add } : {})} />}
        />
      ) : <RefusalNotice failure={answer.data} op="grading.words" />}
      {open === null ? null : <WordDialog word={open === 'new' ? null : open} products={goods} onClose={() => setOpen(null)} />}
    </Page>
  );
}
