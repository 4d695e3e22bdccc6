import { Select } from 'antd';
import { useId, type ReactElement } from 'react';
import { addDays, type BusinessDate } from '../../../electron/domain/business-date.ts';
import { DayField } from '../../ui/fields/DayField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { momentText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import type { PremiumStart, StartRead } from './premium-sheet.ts';

/** From when the premiums count: at once, or from a later moment, which is said in words before anybody publishes it. */
export function PremiumStartField({ start, read, today, onChange }: { readonly start: PremiumStart; readonly read: StartRead; readonly today: BusinessDate; readonly onChange: (start: PremiumStart) => void }): ReactElement {
  const t = useText('contract');
  const language = useLanguage();
  const id = useId();
  const words = read.state === 'later' ? t('premium.from', { moment: momentText(read.at, language) }) : t(`premium.start.${read.state}`);
  return (
    <>
      <FormGrid>
        <Field id={id} label={t('premium.when')}>
          <Select
            id={id} value={start.later ? 'later' : 'now'} style={{ width: '100%' }} onChange={(value) => onChange({ later: value === 'later', day: start.day ?? addDays(today, 1), time: start.time === '' ? '0:00' : start.time })}
            options={[{ value: 'now', label: t('premium.now') }, { value: 'later', label: t('premium.later') }]}
          />
        </Field>
        {start.later ? <DayField label={t('premium.day')} value={start.day} onChange={(day) => onChange({ ...start, day })} /> : null}
        {start.later ? <TextField label={t('premium.time')} hint={t('premium.timeHint')} value={start.time} maxLength={5} onChange={(time) => onChange({ ...start, time })} /> : null}
      </FormGrid>
      <p role="status" data-role="premium-start"><strong>{words}</strong></p>
    </>
  );
}
