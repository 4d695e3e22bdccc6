import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId, type ReactElement } from 'react';
import type { BusinessDate } from '../../../electron/domain/business-date.ts';
import { Field } from './Field.tsx';

/** Shown with its weekday; typed also without, and as eight digits on the numpad. */
const formats = ['YYYY-MM-DD ddd', 'YYYY-MM-DD', 'YYYYMMDD'];
const stored = 'YYYY-MM-DD';

export interface DayFieldProps {
  readonly label: string;
  readonly value: BusinessDate | null;
  readonly onChange: (date: BusinessDate | null) => void;
  readonly refusal?: string | null;
}

/** One business date. */
export function DayField({ label, value, onChange, refusal = null }: DayFieldProps): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={label} refusal={refusal}>
      <DatePicker
        id={id} format={formats} value={value === null ? null : dayjs(value, stored)} style={{ width: '100%' }}
        onChange={(picked) => onChange(picked?.format(stored) ?? null)}
      />
    </Field>
  );
}

export interface DayRange {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** From one business date to another, both included; for filters above a table. */
export function DayRangeField({ label, value, onChange }: { readonly label: string; readonly value: DayRange; readonly onChange: (range: DayRange) => void }): ReactElement {
  const set = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined) onChange({ from, to });
  };
  return (
    <DatePicker.RangePicker
      aria-label={label} allowClear={false} format={formats} value={[dayjs(value.from, stored), dayjs(value.to, stored)]}
      onChange={(picked) => set(picked?.[0]?.format(stored), picked?.[1]?.format(stored))}
    />
  );
}
