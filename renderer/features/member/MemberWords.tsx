import type { ReactElement } from 'react';
import type { MemberRow } from '../../../electron/contract/member.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Mark } from '../../ui/Mark.tsx';
import styles from './member.module.css';

/** The name as the village calls it, the nickname beside it. */
export function MemberName({ member }: { readonly member: Pick<MemberRow, 'name' | 'nickname'> }): ReactElement {
  const t = useText('member');
  return (
    <span className={styles['name']}>
      <strong>{member.name}</strong>
      {member.nickname === null ? null : <span className={styles['soft']}>{t('nicknamed', { nickname: member.nickname })}</span>}
    </span>
  );
}

export function MemberStatus({ status }: { readonly status: MemberRow['status'] }): ReactElement {
  const t = useText('member');
  return <span className={styles['tag']}><Mark tone={status === 'active' ? 'good' : 'off'} /> {t(`status.${status}`)}</span>;
}
