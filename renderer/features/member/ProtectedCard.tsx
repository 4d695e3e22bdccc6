import { useState, type ReactElement } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card, Facts } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import styles from './member.module.css';

/** Phone and ID number stand masked. Opening them is written down, and says so before. */
export function ProtectedCard({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  const { may } = useSession();
  const reveal = useCommandOp('member.reveal');
  const [open, setOpen] = useState<OutputOf<'member.reveal'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = async (): Promise<void> => {
    setFailure(null);
    const reply = await reveal.send({ id: member.id });
    if (reply.ok) setOpen(reply.data);
    else setFailure(reply);
  };
  const masked = (text: string | null): string => text ?? t('notSaid');
  const accounts = open === null ? [] : member.accounts.flatMap((account) => {
    const whole = open.accounts.find((candidate) => candidate.id === account.id);
    return whole === undefined ? [] : [{ label: account.bankName, value: <span className={styles['secret']}>{whole.account}</span> }];
  });
  const button = open === null
    ? <ActionButton small icon="lock" disabled={reveal.sending} onPress={() => void look()}>{t('protected.open')}</ActionButton>
    : <ActionButton small icon="lock" onPress={() => setOpen(null)}>{t('protected.close')}</ActionButton>;
  return (
    <Card title={t('protected.title')} actions={may('member.protected') ? button : undefined}>
      <Facts items={[
        { label: t('field.phone'), value: <span className={styles['secret']}>{open === null ? masked(member.phoneMasked) : masked(open.phone)}</span> },
        { label: t('field.residentId'), value: <span className={styles['secret']}>{open === null ? masked(member.residentMasked) : masked(open.residentId)}</span> },
        ...accounts,
      ]} />
      <p className={styles['soft']}>{t(may('member.protected') ? (open === null ? 'protected.note' : 'protected.noted') : 'protected.notYours')}</p>
      {failure === null ? null : <RefusalNotice failure={failure} op="member.reveal" />}
    </Card>
  );
}
