import type { ReactElement } from 'react';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { ToSettings } from '../settings/ToSettings.tsx';
import { VoiceSettingsCard } from '../voice/VoiceTools.tsx';
import { DisplayButton } from './DisplayButton.tsx';
import styles from './display.module.css';
import { PoleCard } from './PoleCard.tsx';

/** What faces the seller: the second window, whose names it shows, the pole display, and the voice. */
export default function DisplaySettingsScreen(): ReactElement | null {
  const t = useText('display');
  const voice = useText('voice');
  const { may } = useSession();
  const settings = useQueryOp('setting.get', {});
  const save = useCommandOp('setting.save');
  if (settings.data === undefined) return null;
  if (!settings.data.ok) return <RefusalNotice failure={settings.data} op="setting.get" />;
  const { values } = settings.data.data;
  const masked = values['display.mask_name'] !== false;
  return (
    <Page title={t('screen')} note={t('settings.note')} actions={<ToSettings />}>
      <div className={styles['settings']}>
        <Card title={t('settings.window')}><div className={styles['form']}><p>{t('settings.windowText')}</p><DisplayButton small={false} /></div></Card>
        <Card title={t('settings.names')}>
          {may('system.write') ? (
            <ChoiceList
              digits={false} label={t('settings.names')} chosen={masked ? 'masked' : 'whole'} onChoose={(value) => void save.send({ key: 'display.mask_name', value: value === 'masked' })}
              choices={(['masked', 'whole'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
            />
          ) : <p>{t(masked ? 'settings.maskedNow' : 'settings.wholeNow')}</p>}
          {save.reply?.ok === false ? <RefusalNotice failure={save.reply} op="setting.save" /> : null}
        </Card>
        <PoleCard stored={values['display.pole']} mayChange={may('scale.configure')} />
        <Card title={voice('settings')}><VoiceSettingsCard /></Card>
      </div>
    </Page>
  );
}
