import { useState, type ReactElement } from 'react';
import { logoLimits, type SlipLayout } from '../../../../electron/contract/slip-layout.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { call } from '../../../api/station.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import styles from './slips.module.css';

interface LookFieldsProps {
  readonly layout: SlipLayout;
  readonly disabled: boolean;
  readonly onChange: (layout: SlipLayout) => void;
}

/** The bytes of a file in base64. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Language, the station's own words above and below, and the picture on top. */
export function LookFields({ layout, disabled, onChange }: LookFieldsProps): ReactElement {
  const t = useText('slip');
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // A film is not carried over to be told that it is too large.
    if (file.size > logoLimits.bytes) return setFailure({ ok: false, refusal: { code: 'logo_too_large', params: { kilobytes: Math.ceil(file.size / 1_000), most: logoLimits.bytes / 1_000 } } });
    const reply = await call('slip.logo', { picture: await base64Of(file) });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onChange({ ...layout, logo: reply.data });
  };
  return (
    <div className={styles['fields']}>
      <ChoiceList digits={false} label={t('language')} chosen={layout.language} onChoose={(language) => onChange({ ...layout, language })} choices={(['person', 'zh', 'en', 'both'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))} />
      <TextField label={t('opening')} hint={t('openingHint')} value={layout.opening} maxLength={200} disabled={disabled} onChange={(opening) => onChange({ ...layout, opening })} />
      <TextField label={t('closing')} hint={t('closingHint')} value={layout.closing} maxLength={200} disabled={disabled} onChange={(closing) => onChange({ ...layout, closing })} />
      <label className={styles['logo']}>
        <span>{t(layout.logo === null ? 'logo' : 'logoOther')}</span>
        <input type="file" accept="image/png,image/jpeg" disabled={disabled} onChange={(event) => void choose(event.target.files?.[0])} />
      </label>
      {layout.logo === null ? null : <ActionButton small kind="quiet" disabled={disabled} onPress={() => onChange({ ...layout, logo: null })}>{t('logoAway')}</ActionButton>}
      {failure === null ? null : <RefusalNotice failure={failure} op="slip.logo" />}
    </div>
  );
}
