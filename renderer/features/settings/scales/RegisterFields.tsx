import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DecoderConfig } from '../../../../electron/contract/scale-profile.ts';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Labelled } from './Labelled.tsx';
import { bitsText, maskOf, statusMasks, withMask, withNumber } from './register-bits.ts';

const types = ['int16', 'uint16', 'int32be', 'int32le', 'uint32be', 'uint32le', 'float32be', 'float32le'] as const;
const functions = [3, 4] as const;

/** Which bits of a word, by their numbers; what cannot be read as such is said and not used. */
function MaskField({ label, mask, onMask }: { readonly label: string; readonly mask: number | undefined; readonly onMask: (mask: number | undefined) => void }): ReactElement {
  const w = useText('scale-wizard');
  const [typed, setTyped] = useState(bitsText(mask));
  const isWrong = typed.trim() !== '' && maskOf(typed) === null;
  return <TextField label={label} hint={w('status.bitsHint')} value={typed} maxLength={20} refusal={isWrong ? w('status.bitsWrong') : null} onChange={(text) => { setTyped(text); onMask(maskOf(text) ?? undefined); }} />;
}

export interface RegisterFieldsProps {
  readonly config: DecoderConfig;
  readonly onConfig: (config: DecoderConfig) => void;
}

/** Where an indicator keeps its weight: the first register, how it is read, and what shape the number has there. */
export function RegisterFields({ config, onConfig }: RegisterFieldsProps): ReactElement {
  const w = useText('scale-wizard');
  return (
    <>
      <NumPadField label={w('option.register')} hint={w('option.registerHint')} value={String(config.register ?? 0)} rules={{ decimals: 0, wholeDigits: 5 }} onChange={(_, meaning) => onConfig({ ...config, register: Math.min(0xffff, Number(meaning ?? 0)) })} />
      <Labelled label={w('option.function')}>
        <Select aria-label={w('option.function')} value={config.function ?? 3} onChange={(called) => onConfig({ ...config, function: called })} options={functions.map((value) => ({ value, label: w(`register.f${value}`) }))} />
      </Labelled>
      <Labelled label={w('option.type')}>
        <Select aria-label={w('option.type')} value={config.type ?? 'int16'} onChange={(type) => onConfig({ ...config, type })} options={types.map((value) => ({ value, label: w(`register.${value}`) }))} />
      </Labelled>
      <TextField label={w('status.register')} hint={w('status.registerHint')} value={String(config.status_register ?? '')} maxLength={5} onChange={(typed) => onConfig(withNumber(config, 'status_register', typed))} />
      {config.status_register === undefined ? null : statusMasks.map((key) => <MaskField key={key} label={w(`status.${key}`)} mask={config[key]} onMask={(mask) => onConfig(withMask(config, key, mask))} />)}
      <TextField label={w('status.decimals')} hint={w('status.decimalsHint')} value={String(config.decimals_register ?? '')} maxLength={5} onChange={(typed) => onConfig(withNumber(config, 'decimals_register', typed))} />
      {config.decimals_register === undefined ? null : <MaskField label={w('status.decimals_mask')} mask={config.decimals_mask} onMask={(mask) => onConfig(withMask(config, 'decimals_mask', mask))} />}
    </>
  );
}
