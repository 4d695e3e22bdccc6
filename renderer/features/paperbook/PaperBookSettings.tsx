import { useState, type ReactElement } from 'react';
import { paperDays } from '../../../electron/domain/paper-page.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions, Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';

/** How old a page of the paper book may be without a manager; set by whoever runs the station. */
export function PaperBookSettings(): ReactElement | null {
  const t = useText('paperbook');
  const { may } = useSession();
  const save = useCommandOp('setting.save');
  const settings = useQueryOp('setting.get', {});
  const current = paperDays(settings.data?.ok === true ? settings.data.data.values['paper_book.days'] : undefined);
  const [typed, setTyped] = useState<string | null>(null);
  const days = Number(typed ?? String(current));
  const good = Number.isInteger(days) && days >= 1 && days <= 366;
  if (!may('system.write')) return null;
  return (
    <Card title={t('settings.title')}>
      <NumPadField label={t('settings.text')} unit={t('settings.days')} value={typed ?? String(current)} onChange={setTyped} rules={{ decimals: 0, wholeDigits: 3 }} />
      {save.reply?.ok === false ? <RefusalNotice failure={save.reply} op="setting.save" /> : save.reply?.ok === true ? <Notice tone="good" title={t('settings.saved')} /> : null}
      <Actions><ActionButton disabled={!good || save.sending} onPress={() => void save.send({ key: 'paper_book.days', value: days })}>{t('settings.save')}</ActionButton></Actions>
    </Card>
  );
}
