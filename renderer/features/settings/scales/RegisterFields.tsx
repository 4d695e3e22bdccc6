import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { DecoderConfig } from '../../../../electron/contract/scale-profile.ts';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Labelled } from './Labelled.tsx';

const types = ['int16', 'uint16', 'int32be', 'int32le', 'uint32be', 'uint32le', 'float32be', 'float32le'] as const;
const functions = [3, 4] as const;

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
    </>
  );
}
