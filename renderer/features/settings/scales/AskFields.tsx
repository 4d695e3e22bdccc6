import type { ReactElement } from 'react';
import type { ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { intervalOf, usualPollMs, withSendsOnce, type Protocol } from './scale-draft.ts';
import styles from '../settings.module.css';

export interface AskFieldsProps {
  readonly scale: ScaleProfile;
  readonly protocol: Protocol;
  readonly onScale: (change: Partial<ScaleProfile>) => void;
}

/** Who speaks first, the program or the scale, and how old a weight may be when it is taken. */
export function AskFields({ scale, protocol, onScale }: AskFieldsProps): ReactElement {
  const w = useText('scale-wizard');
  const isAsked = protocol.asked === 'only' || scale.pollMs !== null;
  return (
    <>
      {protocol.asked === 'may' ? (
        <label className={styles['check']}>
          <input type="checkbox" checked={isAsked} onChange={(event) => onScale({ pollMs: event.target.checked ? usualPollMs : null })} />
          <span>{w('ask.asked')}</span>
        </label>
      ) : null}
      <label className={styles['check']}>
        <input type="checkbox" checked={scale.sendsOnce} onChange={(event) => onScale(withSendsOnce(event.target.checked))} />
        <span>{w('option.sendsOnce')}</span>
      </label>
      <FormGrid>
        {isAsked && protocol.asked !== 'never' ? (
          <NumPadField
            label={w('ask.every')} hint={w('ask.everyHint')} value={String(scale.pollMs ?? usualPollMs)} rules={{ decimals: 0, wholeDigits: 5 }} unit={w('ask.milliseconds')}
            refusal={intervalOf(scale.pollMs ?? usualPollMs) === null ? w('ask.everyWrong') : null} onChange={(_, meaning) => onScale({ pollMs: Number(meaning ?? 0) })}
          />
        ) : null}
        <NumPadField
          label={w('ask.age')} hint={w(scale.sendsOnce ? 'ask.ageOnceHint' : 'ask.ageHint')} value={String(Math.round(scale.ageLimitMs / 1_000))} rules={{ decimals: 0, wholeDigits: 3 }} unit={w('ask.seconds')}
          onChange={(_, meaning) => onScale({ ageLimitMs: Math.min(600, Math.max(1, Number(meaning ?? 1))) * 1_000 })}
        />
      </FormGrid>
    </>
  );
}
