import type { ReactElement } from 'react';
import { isBusinessDate, type BusinessDate } from '../../../electron/domain/business-date.ts';
import type { GradeAttribute } from '../../../electron/domain/grade.ts';
import { DayTextField } from '../../ui/fields/DayTextField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { ageText, nameIn } from '../ticket/desk/desk-words.ts';

export interface DateMeasureFieldProps {
  readonly attribute: GradeAttribute;
  readonly label?: string;
  readonly value: string;
  /** The day the goods came, which their age is counted to. */
  readonly day: BusinessDate;
  readonly refusal?: string | null;
  readonly onChange: (value: string) => void;
}

/** When goods were picked or slaughtered, with how long ago that is. */
export function DateMeasureField({ attribute, label, value, day, refusal = null, onChange }: DateMeasureFieldProps): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const unread = value.length >= 8 && !isBusinessDate(value) ? t('desk.grade.dateInvalid', { name: nameIn(attribute, language) }) : null;
  return (
    <DayTextField
      label={label ?? nameIn(attribute, language)} value={value} today={day} placeholder={t('desk.grade.datePlaceholder')} note={ageText(value, day, t) ?? undefined}
      refusal={refusal ?? unread} onChange={onChange}
    />
  );
}
