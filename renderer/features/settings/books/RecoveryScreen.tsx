import { useState, type ReactElement } from 'react';
import type { Failure, OperationName } from '../../../api/operation-types.ts';
import { queryClient } from '../../../api/query-client.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions, Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { numberedGroups } from '../../setup/recovery-groups.ts';
import { ToSettings } from '../ToSettings.tsx';
import { EnterCode } from './EnterCode.tsx';
import styles from '../settings.module.css';

/** A new recovery code; the old paper no longer opens anything. */
export default function RecoveryScreen(): ReactElement {
  const t = useText('settings');
  const { state } = useSession();
  const renew = useCommandOp('recovery.newCode');
  const ask = useApproval();
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ readonly op: OperationName; readonly failure: Failure } | null>(null);
  const [entered, setEntered] = useState(false);
  const keyIsHere = (): void => {
    setEntered(true);
    void queryClient.invalidateQueries({ queryKey: ['session'] });
    void queryClient.invalidateQueries({ queryKey: ['system'] });
  };
  const make = async (): Promise<void> => {
    const reply = await ask({ title: t('recovery.new'), facts: [t('recovery.newFact')], permission: 'approve.system', run: (approval) => renew.send({}, approval) });
    if (reply === null) return;
    if (reply.ok) setCode(reply.data.recoveryCode);
    setFailure(reply.ok ? null : { op: 'recovery.newCode', failure: reply });
  };
  return (
    <Page title={t('screens.recovery')} actions={<ToSettings />}>
      <div className={styles['two']}>
        {entered ? <Notice tone="good" title={t('recovery.entered')} /> : null}
        {state.keyProtection === 'none' ? <EnterCode onEntered={keyIsHere} /> : null}
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
