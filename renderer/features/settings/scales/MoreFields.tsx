import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DecoderConfig, ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { Labelled } from './Labelled.tsx';
import { settleFaults, type Protocol } from './scale-draft.ts';
import styles from '../settings.module.css';

export interface MoreFieldsProps {
  readonly scale: ScaleProfile;
  readonly protocol: Protocol;
  readonly onScale: (change: Partial<ScaleProfile>) => void;
}

const found = 'found';
const checksums = [found, 'yes', 'no'] as const;
const lengths = [found, 'fixed', 'variable'] as const;

function withChecksum({ checksum: former, ...config }: DecoderConfig, chosen: typeof checksums[number]): DecoderConfig {
  void former;
  return chosen === found ? config : { ...config, checksum: chosen === 'yes' };
}

function withLength({ field_len: former, ...config }: DecoderConfig, chosen: typeof lengths[number]): DecoderConfig {
  void former;
  return chosen === found ? config : { ...config, field_len: chosen };
}

function checksumChoice(checksum: boolean | undefined): typeof checksums[number] {
  if (checksum === undefined) return found;
  return checksum ? 'yes' : 'no';
}

/** What hardly any scale needs: when an unmarked weight counts as settled, and how a frame is built where indicators of one format differ. It cannot be folded over a number that cannot be saved. */
export function MoreFields({ scale, protocol, onScale }: MoreFieldsProps): ReactElement {
  const w = useText('scale-wizard');
  const { config, settle } = scale;
  const [isOpen, setOpen] = useState(false);
  const faults = settleFaults(settle);
  /** What opens below the edge of a dialog would look like nothing. */
  const opened = (fold: HTMLDetailsElement): void => {
    setOpen(fold.open);
    if (fold.open) fold.scrollIntoView({ block: 'nearest' });
  };
  return (
    <details className={styles['more']} open={isOpen || faults.readings || faults.milliseconds} onToggle={(event) => opened(event.currentTarget)}>
      <summary>{w('more.title')}</summary>
      <FormGrid>
        <NumPadField
          label={w('more.readings')} hint={w('more.readingsHint')} value={String(settle.readings)} rules={{ decimals: 0, wholeDigits: 2 }} refusal={faults.readings ? w('more.readingsWrong') : null}
          onChange={(_, meaning) => onScale({ settle: { ...settle, readings: Number(meaning ?? 0) } })}
        />
        <NumPadField
          label={w('more.milliseconds')} hint={w('more.millisecondsHint')} value={String(settle.milliseconds)} rules={{ decimals: 0, wholeDigits: 5 }} unit={w('ask.milliseconds')} refusal={faults.milliseconds ? w('more.millisecondsWrong') : null}
          onChange={(_, meaning) => onScale({ settle: { ...settle, milliseconds: Number(meaning ?? 0) } })}
        />
        {protocol.configKeys.includes('checksum') ? (
          <Labelled label={w('more.checksum')}>
            <Select aria-label={w('more.checksum')} value={checksumChoice(config.checksum)} onChange={(chosen) => onScale({ config: withChecksum(config, chosen) })} options={checksums.map((value) => ({ value, label: w(`more.checksums.${value}`) }))} />
          </Labelled>
        ) : null}
        {protocol.configKeys.includes('field_len') ? (
          <Labelled label={w('more.fieldLength')}>
            <Select<typeof lengths[number]> aria-label={w('more.fieldLength')} value={config.field_len ?? found} onChange={(chosen) => onScale({ config: withLength(config, chosen) })} options={lengths.map((value) => ({ value, label: w(`more.lengths.${value}`) }))} />
          </Labelled>
        ) : null}
      </FormGrid>
    </details>
  );
}
