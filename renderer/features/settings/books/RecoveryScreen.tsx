import { useState, type ReactElement } from 'react';
import type { Failure, OperationName } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions, Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { numberedGroups } from '../../setup/recovery-groups.ts';
import { ToSettings } from '../ToSettings.tsx';
import styles from '../settings.module.css';

/** Opens the protected fields on a computer that does not have the key. */
function EnterCode(): ReactElement {
  const t = useText('settings');
  const enter = useCommandOp('recovery.enter');
  const [code, setCode] = useState('');
  const send = (): void => {
    if (code.trim() !== '' && !enter.sending) void enter.send({ code });
  };
  return (
    <Card title={t('recovery.enterTitle')}>
      <p>{t('recovery.enterText')}</p>
      <TextField label={t('recovery.code')} value={code} maxLength={80} onChange={setCode} />
      {enter.reply === undefined ? null : enter.reply.ok ? <Notice tone="good" title={t('recovery.entered')} /> : <RefusalNotice failure={enter.reply} op="recovery.enter" />}
      <Actions><ActionButton kind="main" disabled={enter.sending} onPress={send}>{t('recovery.enter')}</ActionButton></Actions>
    </Card>
  );
}

/** A new recovery code; the old paper no longer opens anything. */
export default function RecoveryScreen(): ReactElement {
  const t = useText('settings');
  const { state } = useSession();
  const renew = useCommandOp('recovery.newCode');
  const ask = useApproval();
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ readonly op: OperationName; readonly failure: Failure } | null>(null);
  const make = async (): Promise<void> => {
    const reply = await ask({ title: t('recovery.new'), facts: [t('recovery.newFact')], permission: 'approve.system', run: (approval) => renew.send({}, approval) });
    if (reply === null) return;
    if (reply.ok) setCode(reply.data.recoveryCode);
    setFailure(reply.ok ? null : { op: 'recovery.newCode', failure: reply });
  };
  return (
    <Page title={t('screens.recovery')} actions={<ToSettings />}>
      <div className={styles['two']}>
        {state.keyProtection === 'none' ? <EnterCode /> : null}
        <Card title={t('recovery.title')}>
          <p>{t('recovery.text')}</p>
          {code === null ? <Actions><ActionButton kind={state.keyProtection === 'none' ? 'plain' : 'main'} icon="lock" onPress={() => void make()}>{t('recovery.new')}</ActionButton></Actions> : (
            <>
              <ol className={styles['codes']} aria-label={t('recovery.code')}>
                {numberedGroups(code).map(({ place, letters }) => <li key={place} className={styles['code']}><b>{letters}</b><small>{t('recovery.group', { group: place })}</small></li>)}
              </ol>
              <Notice tone="wait" title={t('recovery.write')}><p>{t('recovery.writeText')}</p></Notice>
              <Actions><ActionButton onPress={() => setCode(null)}>{t('recovery.done')}</ActionButton></Actions>
            </>
          )}
          {failure === null ? null : <RefusalNotice failure={failure.failure} op={failure.op} />}
        </Card>
      </div>
    </Page>
  );
}
