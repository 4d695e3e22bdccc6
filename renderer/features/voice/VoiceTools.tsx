import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Icon } from '../../ui/icons/Icon.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Popup } from '../../ui/overlay/Popup.tsx';
import type { DeskVoice } from './use-desk-voice.ts';
import { changeVoice, useVoiceSettings, volumeStep } from './voice-settings.ts';
import styles from './voice.module.css';

/** On or off, louder or softer. */
export function VoiceSettingsCard(): ReactElement {
  const t = useText('voice');
  const { on, volume } = useVoiceSettings();
  return (
    <div className={styles['panel']}>
      <strong>{t('title')}</strong>
      <p>{t('text')}</p>
      <ActionButton wide pressed={on} onPress={() => changeVoice({ on: !on })}>{t(on ? 'on' : 'off')}</ActionButton>
      <div className={styles['row']}>
        <ActionButton disabled={!on || volume <= volumeStep} onPress={() => changeVoice({ volume: volume - volumeStep })}>{t('softer')}</ActionButton>
        <span>{t('volume', { volume })}</span>
        <ActionButton disabled={!on || volume >= 100} onPress={() => changeVoice({ volume: volume + volumeStep })}>{t('louder')}</ActionButton>
      </div>
    </div>
  );
}

/** Says the last figures again, and sets how loud. */
export function VoiceTools({ voice }: { readonly voice: DeskVoice }): ReactElement {
  const t = useText('voice');
  const { on } = useVoiceSettings();
  return (
    <span className={styles['tools']} data-role="voice" data-said={voice.said?.join(' ')}>
      <ActionButton small icon="voice" keyLabel="F11" label={t('again')} title={t('again')} disabled={!voice.mayRepeat} onPress={voice.again}>{null}</ActionButton>
      <Popup label={t('settings')} buttonClass={styles['button']} button={<><Icon name="settings" />{on ? null : <span>{t('off')}</span>}</>}><VoiceSettingsCard /></Popup>
    </span>
  );
}
