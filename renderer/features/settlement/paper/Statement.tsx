import { useState, type ReactElement } from 'react';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { useSaveFile } from '../../report/files/use-save-file.tsx';
import { PrintPageButton } from '../../settings/printers/PrintPageButton.tsx';
import styles from '../settlement.module.css';

type Kept = OutputOf<'settlement.statement'>;

/** The statement as PDF: made once, and the same bytes ever after. */
export function Statement({ settlement }: { readonly settlement: OutputOf<'settlement.get'> }): ReactElement {
  const t = useText('settlement');
  const { send, sending } = useCommandOp('settlement.statement');
  const file = useSaveFile();
  const [kept, setKept] = useState<Kept | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const reply = await send({ id: settlement.id });
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    setKept(reply.data);
    await file.save(`${settlement.number ?? settlement.batchNumber} ${settlement.payeeName}.pdf`, 'pdf', reply.data.pdf);
  };
  return (
    <Card title={t('statement.title')}>
      <p className={styles['soft']}>{t('statement.note')}</p>
      <ActionButton kind="main" icon="export" shortcut="F8" disabled={settlement.number === null || sending || file.saving} onPress={() => void save()}>{t('statement.save')}</ActionButton>
      <PrintPageButton page={{ kind: 'statement', settlementId: settlement.id }} disabled={settlement.number === null} />
      {settlement.number === null ? <Notice tone="wait" title={t('statement.notYet')} /> : null}
      {failure === null ? null : <RefusalNotice failure={failure} op="settlement.statement" />}
      {file.note}
      {kept === null ? null : <p className={styles['hash']}>{t(kept.first ? 'statement.first' : 'statement.again', { hash: kept.sha256 })}</p>}
    </Card>
  );
}
