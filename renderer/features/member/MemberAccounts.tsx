import { useState, type ReactElement } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { AccountDialog } from './AccountDialog.tsx';
import styles from './member.module.css';

/** Bank accounts, masked; the newest active one is paid to. */
export function MemberAccounts({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <Card title={t('account.title')} actions={may('member.protected') ? <ActionButton small icon="cash" onPress={() => setAdding(true)}>{t('account.add')}</ActionButton> : undefined}>
      {member.accounts.length === 0 ? <p className={styles['soft']}>{t(member.channel === 'cash' ? 'account.cash' : 'account.none')}</p> : (
        <ul className={styles['list']}>
          {member.accounts.map((account) => (
            <li key={account.id}>
              <span><strong>{account.bankName}</strong> <span className={styles['soft']}>{t(`account.${account.kind}`)}</span></span>
              <span><span className={styles['secret']}>{account.accountMasked}</span> {account.active ? null : <span className={styles['soft']}>{t('account.closed')}</span>}</span>
            </li>
          ))}
        </ul>
      )}
      {adding ? <AccountDialog member={member} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}
