import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { LinesFrom } from '../../../../electron/contract/scale-expression.ts';
import type { DecoderConfig } from '../../../../electron/contract/scale-profile.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { ExpressionTester } from './ExpressionTester.tsx';
import { Labelled } from './Labelled.tsx';
import { RegisterFields } from './RegisterFields.tsx';
import type { Protocol } from './scale-draft.ts';
import { siteUnits } from './wizard/wizard-draft.ts';
import settings from '../settings.module.css';

export interface OptionFieldsProps {
  readonly protocol: Protocol;
  readonly config: DecoderConfig;
  /** Whose lines an expression is tried on. */
  readonly linesFrom: LinesFrom;
  readonly onConfig: (config: DecoderConfig) => void;
}

const switches = ['fixed_zero_x10', 'strip_parity', 'dtr', 'rts'] as const;
const decimalCounts = [0, 1, 2, 3, 4] as const;
const countOrigins = [0, 1] as const;

function withExpression({ expression: former, ...config }: DecoderConfig, expression: string): DecoderConfig {
  void former;
  return expression.trim() === '' ? config : { ...config, expression };
}

function withAddress({ address: former, ...config }: DecoderConfig, typed: string): DecoderConfig {
  void former;
  if (typed === '') return config;
  return { ...config, address: /^\d+$/.test(typed) ? Number(typed) : typed };
}

/** What the site decides where the sources of a protocol disagree: only the questions that this protocol leaves open. */
export function OptionFields({ protocol, config, linesFrom, onConfig }: OptionFieldsProps): ReactElement {
  const w = useText('scale-wizard');
  const has = (key: keyof DecoderConfig): boolean => protocol.configKeys.includes(key);
  return (
    <>
      <FormGrid>
        {has('unit') ? (
          <Labelled label={w('option.unit')}>
            <Select aria-label={w('option.unit')} value={config.unit ?? 'kg'} onChange={(unit) => onConfig({ ...config, unit })} options={siteUnits.map((value) => ({ value, label: w(`unit.${value}`) }))} />
          </Labelled>
        ) : null}
        {has('decimal') ? (
          <Labelled label={w('option.decimal')}>
            <Select aria-label={w('option.decimal')} value={config.decimal ?? '.'} onChange={(decimal) => onConfig({ ...config, decimal })} options={[{ value: '.', label: w('decimal.point') }, { value: ',', label: w('decimal.comma') }]} />
          </Labelled>
        ) : null}
        {has('address') ? <TextField label={w('option.address')} hint={w('option.addressHint')} value={String(config.address ?? '')} maxLength={8} onChange={(typed) => onConfig(withAddress(config, typed.trim()))} /> : null}
        {has('register') ? <RegisterFields config={config} onConfig={onConfig} /> : null}
        {has('decimals') ? (
          <Labelled label={w('option.decimals')}>
            <Select
              aria-label={w('option.decimals')} value={config.decimals ?? -1}
              onChange={(count) => {
                const { decimals, ...rest } = config;
                void decimals;
                onConfig(count < 0 ? rest : { ...rest, decimals: count });
              }}
              options={[{ value: -1, label: w('decimals.asSent') }, ...decimalCounts.map((value) => ({ value, label: String(value) }))]}
            />
          </Labelled>
        ) : null}
        {has('decimals_from') ? (
          <Labelled label={w('option.decimals_from')}>
            <Select aria-label={w('option.decimals_from')} value={config.decimals_from ?? 0} onChange={(origin) => onConfig({ ...config, decimals_from: origin })} options={countOrigins.map((value) => ({ value, label: w(`decimalsFrom.${value}`) }))} />
          </Labelled>
        ) : null}
      </FormGrid>
      {has('expression') ? <ExpressionTester config={config} from={linesFrom} onExpression={(expression) => onConfig(withExpression(config, expression))} /> : null}
      {switches.filter(has).map((key) => (
        <label key={key} className={settings['check']}>
          <input type="checkbox" checked={config[key] === true} onChange={(event) => onConfig({ ...config, [key]: event.target.checked })} />
          <span>{w(`option.${key}`)}</span>
        </label>
      ))}
    </>
  );
}
