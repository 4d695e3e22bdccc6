import type { ReactElement } from 'react';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { creditCodeHolds, type FirstPlan } from './first-plan.ts';
import type { PageProps } from './FirstWizard.tsx';
import styles from './setup.module.css';

/** Name of the cooperative; the rest may come later. */
export function CooperativePage({ plan, onPlan, strict }: PageProps): ReactElement {
  const t = useText('setup');
  const { cooperative } = plan;
  const set = (change: Partial<FirstPlan['cooperative']>): void => onPlan({ ...plan, cooperative: { ...cooperative, ...change } });
  const codeWrong = cooperative.creditCode.trim().length >= 18 || strict ? !creditCodeHolds(cooperative.creditCode) : false;
  return (
    <div className={styles['column']}>
      <h1>{t('cooperative.title')}</h1>
      <p className={styles['lead']}>{t('cooperative.text')}</p>
      <TextField
        label={t('cooperative.name')} hint={t('cooperative.nameHint')} autoFocus maxLength={120} value={cooperative.name}
        refusal={strict && cooperative.name.trim() === '' ? t('missing.cooperative') : null} onChange={(name) => set({ name })}
      />
      <FormGrid>
        <TextField
          label={t('cooperative.creditCode')} hint={t('later')} value={cooperative.creditCode} maxLength={24} refusal={codeWrong ? t('missing.creditCode') : null}
          onChange={(creditCode) => set({ creditCode })}
        />
        <TextField label={t('cooperative.phone')} hint={t('later')} value={cooperative.phone} maxLength={20} onChange={(phone) => set({ phone })} />
      </FormGrid>
      <TextField label={t('cooperative.address')} hint={t('later')} value={cooperative.address} maxLength={200} onChange={(address) => set({ address })} />
    </div>
  );
}
