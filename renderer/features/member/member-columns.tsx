import { useMemo } from 'react';
import type { MemberRow } from '../../../electron/contract/member.ts';
import { useText } from '../../ui/language/use-text.ts';
import type { Column } from '../../ui/table/column.ts';
import { MemberName, MemberStatus } from './MemberWords.tsx';

/** The columns of the member list. The search above the table looks through names in pinyin too, so the table has no search of its own. */
export function useMemberColumns(): readonly Column<MemberRow>[] {
  const t = useText('member');
  return useMemo((): readonly Column<MemberRow>[] => [
    { key: 'code', title: t('field.code'), width: 6, cell: (row) => row.code, sortBy: (row) => row.code, total: (rows) => t('list.people', { count: rows.length }) },
    { key: 'name', title: t('field.name'), width: 14, cell: (row) => <MemberName member={row} />, sortBy: (row) => row.name },
    { key: 'houseGroup', title: t('field.houseGroup'), width: 9, cell: (row) => row.houseGroup ?? '', sortBy: (row) => row.houseGroup ?? '' },
    {
      key: 'kind', title: t('field.kind'), width: 9, cell: (row) => t(`kind.${row.kind}`), sortBy: (row) => row.kind,
      total: (rows) => t('list.ofThem', { count: rows.filter((row) => row.kind === 'member').length }),
    },
    { key: 'phone', title: t('field.phone'), width: 10, cell: (row) => row.phoneMasked ?? '' },
    { key: 'status', title: t('field.status'), width: 8, cell: (row) => <MemberStatus status={row.status} />, sortBy: (row) => row.status },
    { key: 'version', title: t('field.version'), width: 6, figure: true, hiddenAtFirst: true, cell: (row) => row.version, sortBy: (row) => row.version },
  ], [t]);
}
