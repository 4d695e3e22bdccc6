import { useState, type ReactElement } from 'react';
import type { Candidate } from '../../../../../electron/contract/scale-detection.ts';
import type { DecoderConfig } from '../../../../../electron/contract/scale-profile.ts';
import { kilogramText, parseKilograms } from '../../../../../electron/domain/mass.ts';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Card, FormGrid } from '../../../../ui/layout/Card.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import type { Protocol } from '../scale-draft.ts';
import { OptionFields } from '../OptionFields.tsx';
import { gramsShown, stepGrams } from './wizard-draft.ts';
import settings from '../../settings.module.css';
import styles from './wizard.module.css';

export interface TryStepProps {
  /** What the chosen way of reading shows now. */
  readonly candidate: Candidate | undefined;
  readonly protocol: Protocol | undefined;
  readonly config: DecoderConfig;
  readonly sendsOnce: boolean;
  readonly onConfig: (config: DecoderConfig) => void;
  readonly onSendsOnce: (sendsOnce: boolean) => void;
}

/** A known weight on the platform: what is read must be that weight, to one step of the display. */
function TestWeight({ candidate }: { readonly candidate: Candidate | undefined }): ReactElement {
  const w = useText('scale-wizard');
  const app = useText('app');
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<number | null>(null);
  const shown = gramsShown(candidate);
  const off = known === null || shown === null ? null : Math.abs(shown - known);
  return (
    <Card title={w('try.weight')}>
      <p>{w('try.weightText')}</p>
      <FormGrid>
        <NumPadField
          label={w('try.known')} hint={w('try.knownHint')} value={typed} unit={app('unit.kilogram')} rules={{ decimals: 3, wholeDigits: 6, ownUnits: [app('unit.kilogram'), 'kg'] }}
          onChange={(text, meaning) => { setTyped(text); setKnown(meaning === null ? null : parseKilograms(meaning)); }}
        />
      </FormGrid>
      {known === null || off === null ? null : off <= stepGrams(candidate)
        ? <Notice tone="good" title={w('try.right', { known: kilogramText(known), shown: kilogramText(shown ?? 0) })} />
        : <Notice tone="danger" title={w('try.wrong', { known: kilogramText(known), shown: kilogramText(shown ?? 0), off: kilogramText(off) })}><p>{w('try.wrongTodo')}</p></Notice>}
    </Card>
  );
}

/** What the chosen way of reading shows, the questions it leaves open, and the proof with a known weight. */
export function TryStep({ candidate, protocol, config, sendsOnce, onConfig, onSendsOnce }: TryStepProps): ReactElement {
  const w = useText('scale-wizard');
  const grams = gramsShown(candidate);
  return (
    <div className={settings['two']}>
      <Card title={w('try.reads')}>
        <p className={styles['value']} role="status">{candidate?.value === null || candidate === undefined ? w('compare.nothing') : <>{candidate.value} <small>{candidate.unit ?? w('compare.noUnit')}</small></>}</p>
        {grams === null ? null : <p className={styles['detail']}>{w('try.inKilograms', { value: kilogramText(grams) })}</p>}
        {protocol === undefined ? null : <OptionFields protocol={protocol} config={config} linesFrom={{ kind: 'search' }} onConfig={onConfig} />}
        <label className={settings['check']}>
          <input type="checkbox" checked={sendsOnce} onChange={(event) => onSendsOnce(event.target.checked)} />
          <span>{w('option.sendsOnce')}</span>
        </label>
      </Card>
      <TestWeight candidate={candidate} />
    </div>
  );
}
