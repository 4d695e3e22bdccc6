import type { ReactElement } from 'react';
import type { OutputOf } from '../../api/operation-types.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { failureWords } from '../../ui/notices/failure-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import styles from './sheet.module.css';

type Failures = OutputOf<'sheet.statements'>['failures'];

export interface StatementFailuresProps {
  readonly failures: Failures;
  readonly disabled: boolean;
  readonly onAgain: (settlementId: string) => void;
}

/** So many are named one by one; the button of the run tries them all. */
const mostNamed = 20;

/** Statements that were not drawn: whose, why, and one press to try that one again. */
export function StatementFailures({ failures, disabled, onAgain }: StatementFailuresProps): ReactElement | null {
  const t = useText('sheet');
  const app = useText('app');
  if (failures.length === 0) return null;
  const reason = ({ kind, code }: Failures[number]): string =>
    failureWords(kind === 'refusal' ? { ok: false, refusal: { code, params: {} } } : { ok: false, fault: { code, params: {}, correlationId: '' } }, 'sheet.drawStatements', app).what;
  return (
    <>
      <Notice tone="wait" title={t('run.failed', { count: failures.length })} />
      {failures.slice(0, mostNamed).map((row) => (
        <div key={row.settlementId} className={styles['failure']}>
          <span>{t('run.failedRow', { memberCode: row.memberCode, payeeName: row.payeeName, number: row.number, reason: reason(row) })}</span>
          <ActionButton small disabled={disabled} onPress={() => onAgain(row.settlementId)}>{t('run.again')}</ActionButton>
        </div>
      ))}
      {failures.length <= mostNamed ? null : <p className={styles['soft']}>{t('run.moreFailed', { count: failures.length - mostNamed })}</p>}
    </>
  );
}
