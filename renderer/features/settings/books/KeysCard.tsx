import { useState, type ReactElement } from 'react';
import type { Failure } from '../../../api/operation-types.ts';
import { call } from '../../../api/station.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions, Card } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { useSaveFile } from '../../report/files/use-save-file.tsx';

/** Hands out the public keys, with which anybody checks the codes on slips and sheets without the books. */
export function KeysCard(): ReactElement {
  const t = useText('settings');
  const file = useSaveFile();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const reply = await call('system.publicKeys', {});
    setFailure(reply.ok ? null : reply);
    if (reply.ok) await file.save(reply.data.name, 'json', reply.data.base64);
  };
  return (
    <Card title={t('keys.title')}>
      <p>{t('keys.text')}</p>
      <Actions><ActionButton icon="export" disabled={file.saving} onPress={() => void save()}>{t('keys.save')}</ActionButton></Actions>
      {failure === null ? null : <RefusalNotice failure={failure} op="system.publicKeys" />}
      {file.note}
    </Card>
  );
}
