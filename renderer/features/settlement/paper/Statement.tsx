import type { ReactElement } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { SheetButton } from '../../sheet/SheetButton.tsx';
import styles from '../settlement.module.css';

/** The statement on paper: the first print is the original, every other a marked copy of the same page. */
export function Statement({ settlement }: { readonly settlement: OutputOf<'settlement.get'> }): ReactElement {
  const t = useText('settlement');
  return (
    <Card title={t('statement.title')}>
      <p className={styles['soft']}>{t('statement.note')}</p>
      <SheetButton wanted={{ kind: 'statement', settlementId: settlement.id }} shortcut="F8" disabled={settlement.number === null} />
      {settlement.number === null ? <Notice tone="wait" title={t('statement.notYet')} /> : null}
    </Card>
  );
}
