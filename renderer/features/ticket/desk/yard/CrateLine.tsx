import type { ReactElement } from 'react';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import { nameIn } from '../desk-words.ts';

/** The cooperative's crates that the member has now; nothing where there are none. */
export function CrateLine({ memberId }: { readonly memberId: string }): ReactElement | null {
  const t = useText('yard');
  const language = useLanguage();
  const answer = useQueryOp('crate.list', { memberId });
  const rows = answer.data?.ok === true ? answer.data.data.rows.filter((row) => row.count !== 0) : [];
  if (rows.length === 0) return null;
  return <span className={styles['ownerDetail']} data-role="crates">{rows.map((row) => t('crates.line', { name: nameIn(row, language), count: row.count })).join(' · ')}</span>;
}
