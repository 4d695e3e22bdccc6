import { useState, type ReactElement } from 'react';
import type { ScaleProfile } from '../../../../../electron/contract/scale-profile.ts';
import { kilogramText, parseKilograms } from '../../../../../electron/domain/mass.ts';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { FormGrid } from '../../../../ui/layout/Card.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { MoreFields } from '../MoreFields.tsx';
import type { Protocol } from '../scale-draft.ts';

export interface NameStepProps {
  readonly scale: ScaleProfile;
  /** Saving was tried: what is missing is said. */
  readonly strict: boolean;
  readonly protocol: Protocol | undefined;
  readonly onScale: (change: Partial<ScaleProfile>) => void;
}

/** What the scale is called, what stands on its plate, and in a fold what hardly any scale needs. */
export function NameStep({ scale, strict, protocol, onScale }: NameStepProps): ReactElement {
  const t = useText('settings');
  const w = useText('scale-wizard');
  const app = useText('app');
  const [capacity, setCapacity] = useState(scale.capacityGrams === null ? '' : kilogramText(scale.capacityGrams));
  const [interval, setInterval] = useState(scale.intervalGrams === null ? '' : kilogramText(scale.intervalGrams));
  const kilograms = { decimals: 3, wholeDigits: 6, ownUnits: [app('unit.kilogram'), 'kg'] };
  return (
    <>
      <FormGrid>
        <TextField autoFocus label={t('scale.name')} hint={t('scale.nameHint')} value={scale.name} maxLength={40} refusal={strict && scale.name.trim() === '' ? t('missing.name') : null} onChange={(name) => onScale({ name })} />
        <NumPadField
          label={t('scale.capacity')} hint={w('name.plate')} value={capacity} rules={kilograms} unit={app('unit.kilogram')}
          onChange={(typed, meaning) => { setCapacity(typed); onScale({ capacityGrams: meaning === null ? null : parseKilograms(meaning) }); }}
        />
        <NumPadField
          label={w('name.interval')} hint={w('name.intervalHint')} value={interval} rules={kilograms} unit={app('unit.kilogram')}
          onChange={(typed, meaning) => { setInterval(typed); onScale({ intervalGrams: meaning === null ? null : parseKilograms(meaning) }); }}
        />
      </FormGrid>
      {protocol === undefined ? null : <MoreFields scale={scale} protocol={protocol} onScale={onScale} />}
      {protocol?.weakCheck === true ? <Notice tone="info" title={t('scale.weak')} /> : null}
    </>
  );
}
