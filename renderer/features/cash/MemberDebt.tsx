import type { ReactElement } from 'react';
import { useQueryOp } from '../../api/use-operation.ts';
import { useModeText } from '../../ui/format/ModeMoney.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './cash.module.css';

/** What a member owes already and what is owed to them, before more is handed out. */
export function MemberDebt({ memberId }: { readonly memberId: string }): ReactElement | null {
  const t = useText('cash');
  const modeText = useModeText();
  const member = useQueryOp('member.get', { id: memberId });
  if (member.data?.ok !== true) return null;
  const { owedFen, unsettledFen, consignedFen } = member.data.data;
  return <p className={styles['debt']}>{t('form.standing', { owed: owedFen, unsettled: modeText({ outrightFen: unsettledFen, consignedFen }) })}</p>;
}
