import { useState, type ReactElement } from 'react';
import type { Failure, OperationName } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions, Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { ProgressTask } from '../../ui/notices/ProgressTask.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import styles from './sheet.module.css';
import { StatementFailures } from './StatementFailures.tsx';
import { useDrawn } from './use-drawn.ts';

/** All statements of a posted batch: drawn one after the other while the desk works, then kept as one file. */
export function StatementRun({ batchId }: { readonly batchId: string }): ReactElement | null {
  const t = useText('sheet');
  const language = useLanguage();
  const input = { batchId, language };
  const asked = useQueryOp('sheet.statements', input, { keepPrevious: true });
  const draw = useCommandOp('sheet.drawStatements');
  const cancel = useCommandOp('sheet.cancelStatements');
  const file = useCommandOp('sheet.statementsFile');
  const heard = useDrawn(batchId, language);
  const [trouble, setTrouble] = useState<{ readonly failure: Failure; readonly op: OperationName } | null>(null);
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const note = (op: OperationName, reply: { readonly ok: true } | Failure): void => setTrouble(reply.ok ? null : { failure: reply, op });
  const begin = async (settlementId?: string): Promise<void> => note('sheet.drawStatements', await draw.send(settlementId === undefined ? input : { ...input, settlementId }));
  const save = async (): Promise<void> => {
    const reply = await file.send(input);
    note('sheet.statementsFile', reply);
    setSavedTo(reply.ok ? reply.data.savedTo : null);
  };
  if (asked.data === undefined) return null;
  if (!asked.data.ok) return <RefusalNotice failure={asked.data} op="sheet.statements" saved={t('run.safe')} />;
  const { state, done, total, printed, failures } = asked.data.data;
  const now = heard?.state ?? state;
  const words = done === total ? 'run.allDrawn' : done === 0 ? 'run.noneDrawn' : 'run.someDrawn';
  const giveUp = (): void => void cancel.send(input).then((reply) => note('sheet.cancelStatements', reply));
  return (
    <Card title={t('run.title')}>
      {now === 'drawing' || now === 'writing' ? <ProgressTask title={t(`run.${now}`)} done={heard?.done ?? done} total={heard?.total ?? total} secondsLeft={heard?.secondsLeft ?? null} cancelKey="F7" onCancel={giveUp} /> : (
        <>
          <p className={styles['soft']}>{t(words, { done, total })}{printed === 0 ? null : ` ${t('run.printed', { printed })}`}</p>
          <Actions>
            {done === total ? null : <ActionButton shortcut="F8" disabled={draw.sending} onPress={() => void begin()}>{t(done === 0 ? 'run.draw' : 'run.drawRest')}</ActionButton>}
            {done === 0 ? null : <ActionButton icon="export" shortcut="F6" disabled={file.sending} onPress={() => void save()}>{t('run.save')}</ActionButton>}
          </Actions>
          {savedTo === null ? null : <Notice tone="good" title={t('screen.savedTo', { path: savedTo })} />}
          {state === 'stopped' ? <Notice tone="wait" title={t('run.stopped')} /> : null}
          <StatementFailures failures={failures} disabled={draw.sending} onAgain={(settlementId) => void begin(settlementId)} />
        </>
      )}
      {trouble === null ? null : <RefusalNotice failure={trouble.failure} op={trouble.op} saved={t('run.safe')} />}
    </Card>
  );
}
