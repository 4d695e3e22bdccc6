import { useState, type ReactElement } from 'react';
import { useCommandOp } from '../../../../api/use-operation.ts';
import { useSession } from '../../../../app/session.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Actions, Card } from '../../../../ui/layout/Card.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { useWarnMinutes } from './use-yard-words.ts';

/** After how long a vehicle in the yard is pointed out; set by whoever runs the station. */
export function YardSettings(): ReactElement | null {
  const t = useText('yard');
  const { may } = useSession();
  const save = useCommandOp('setting.save');
  const current = useWarnMinutes();
  const [typed, setTyped] = useState<string | null>(null);
  const minutes = Number(typed ?? String(current));
  const good = Number.isInteger(minutes) && minutes >= 1 && minutes <= 2_880;
  if (!may('system.write')) return null;
  return (
    <Card title={t('settings.title')}>
      <NumPadField label={t('settings.text')} unit={t('settings.minutes')} value={typed ?? String(current)} onChange={setTyped} rules={{ decimals: 0, wholeDigits: 4 }} />
      {save.reply?.ok === false ? <RefusalNotice failure={save.reply} op="setting.save" /> : save.reply?.ok === true ? <Notice tone="good" title={t('settings.saved')} /> : null}
      <Actions><ActionButton disabled={!good || save.sending} onPress={() => void save.send({ key: 'yard.warn_minutes', value: minutes })}>{t('settings.save')}</ActionButton></Actions>
    </Card>
  );
}
