import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../electron/domain/business-date.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DayRangeField, type DayRange } from '../../../ui/fields/DayField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { periodOf, type PeriodName } from './periods.ts';
import styles from './parts.module.css';

export interface PeriodChoiceProps {
  readonly today: BusinessDate;
  readonly names: readonly PeriodName[];
  readonly value: DayRange;
  readonly onChange: (range: DayRange) => void;
}

/** A period of business dates: one press for the usual ones, or any two days. */
export function PeriodChoice({ today, names, value, onChange }: PeriodChoiceProps): ReactElement {
  const t = useText('report');
  return (
    <span className={styles['period']} role="group" aria-label={t('period.label')}>
      {names.map((name) => {
        const range = periodOf(name, today);
        return (
          <ActionButton key={name} small pressed={range.from === value.from && range.to === value.to} title={`${range.from} – ${range.to}`} onPress={() => onChange(range)}>
            {t(`period.${name}`)}
          </ActionButton>
        );
      })}
      <DayRangeField label={t('period.label')} value={value} onChange={onChange} />
    </span>
  );
}
