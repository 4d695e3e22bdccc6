import { useState, type ReactElement } from 'react';
import type { Failure, OperationName } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions, Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { ProgressTask } from '../../ui/notices/ProgressTask.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { useSaveFile } from '../report/files/use-save-file.tsx';
import styles from './sheet.module.css';
import { useDrawn } from './use-drawn.ts';

/** All statements of a posted batch: drawn one after the other while the desk works, then kept as one file. */
export function StatementRun({ batchId }: { readonly batchId: string }): ReactElement | null {
  const t = useText('sheet');
  const language = useLanguage();
  const input = { batchId, language };
  const asked = useQueryOp('sheet.statements', input, { keepPrevious: true });
  const draw = useCommandOp('sheet.drawStatements');
  const cancel = useCommandOp('sheet.cancelStatements');
  const merge = useCommandOp('sheet.statementsFile');
  const file = useSaveFile();
  const heard = useDrawn(batchId, language);
  const [trouble, setTrouble] = useState<{ readonly failure: Failure; readonly op: OperationName } | null>(null);
  const note = (op: OperationName, reply: { readonly ok: true } | Failure): void => setTrouble(reply.ok ? null : { failure: reply, op });
  const save = async (): Promise<void> => {
    const reply = await merge.send(input);
    note('sheet.statementsFile', reply);
    if (reply.ok) await file.save(reply.data.name, 'pdf', reply.data.pdf);
  };
  if (asked.data === undefined) return null;
  if (!asked.data.ok) return <RefusalNotice failure={asked.data} op="sheet.statements" saved={t('run.safe')} />;
  const { state, done, total, failures } = asked.data.data;
  const drawing = heard?.state === 'drawing' || (heard === null && state === 'drawing') || draw.sending;
  const words = done === total ? 'run.allDrawn' : done === 0 ? 'run.noneDrawn' : 'run.someDrawn';
  return (
    <Card title={t('run.title')}>
      {drawing ? <ProgressTask title={t('run.drawing')} done={heard?.done ?? done} total={total} secondsLeft={heard?.secondsLeft ?? null} onCancel={() => void cancel.send(input).then((reply) => note('sheet.cancelStatements', reply))} /> : (
        <>
          <p className={styles['soft']}>{t(words, { done, total })}</p>
          <Actions>
            {done === total ? null : <ActionButton onPress={() => void draw.send(input).then((reply) => note('sheet.drawStatements', reply))}>{t(done === 0 ? 'run.draw' : 'run.drawRest')}</ActionButton>}
            {done === 0 ? null : <ActionButton icon="export" disabled={merge.sending || file.saving} onPress={() => void save()}>{t('run.save')}</ActionButton>}
          </Actions>
          {state === 'stopped' ? <Notice tone="wait" title={t('run.stopped')} /> : null}
          {failures.length === 0 ? null : <Notice tone="wait" title={t('run.failed', { count: failures.length })} />}
          {failures.map((row) => <p key={row.settlementId}>{t('run.failedRow', { memberCode: row.memberCode, payeeName: row.payeeName, number: row.number })}</p>)}
        </>
      )}
      {trouble === null ? null : <RefusalNotice failure={trouble.failure} op={trouble.op} saved={t('run.safe')} />}
      {file.note}
    </Card>
  );
}
