import { useState, type ReactElement } from 'react';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions, Card } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';

/** Opens the protected fields on a computer that does not have the key. */
export function EnterCode({ onEntered }: { readonly onEntered: () => void }): ReactElement {
  const t = useText('settings');
  const enter = useCommandOp('recovery.enter');
  const [code, setCode] = useState('');
  const send = async (): Promise<void> => {
    if (code.trim() === '' || enter.sending) return;
    const reply = await enter.send({ code });
    if (reply.ok) onEntered();
  };
  return (
    <Card title={t('recovery.enterTitle')}>
      <p>{t('recovery.enterText')}</p>
      <TextField label={t('recovery.code')} value={code} maxLength={80} onChange={setCode} />
      {enter.reply === undefined ? null : enter.reply.ok ? <Notice tone="good" title={t('recovery.entered')} /> : <RefusalNotice failure={enter.reply} op="recovery.enter" />}
      <Actions><ActionButton kind="main" shortcut="Enter" disabled={enter.sending} onPress={() => void send()}>{t('recovery.enter')}</ActionButton></Actions>
    </Card>
  );
}
