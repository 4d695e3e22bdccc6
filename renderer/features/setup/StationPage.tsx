import type { ReactElement } from 'react';
import { documentNumber } from '../../../electron/domain/numbering.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { stationCodeHolds, type FirstPlan } from './first-plan.ts';
import type { PageProps } from './FirstWizard.tsx';
import styles from './setup.module.css';

function sampleNumber({ code, deskLetter }: FirstPlan['station']): string | null {
  if (!stationCodeHolds(code) || !/^[A-Z]$/u.test(deskLetter)) return null;
  return documentNumber({ station: code, desk: deskLetter, kind: 'ticket', year: new Date().getFullYear(), seq: 1, training: false });
}

/** Where the station is, and the letters that begin every number it will ever print. */
export function StationPage({ plan, onPlan, strict }: PageProps): ReactElement {
  const t = useText('setup');
  const { station } = plan;
  const set = (change: Partial<FirstPlan['station']>): void => onPlan({ ...plan, station: { ...station, ...change } });
  const sample = sampleNumber(station);
  const upper = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/gu, '');
  return (
    <div className={styles['column']}>
      <h1>{t('station.title')}</h1>
      <FormGrid>
        <TextField
          label={t('station.name')} hint={t('station.nameHint')} autoFocus maxLength={80} value={station.name}
          refusal={strict && station.name.trim() === '' ? t('missing.station') : null} onChange={(name) => set({ name })}
        />
        <TextField label={t('station.village')} hint={t('later')} value={station.village} maxLength={80} onChange={(village) => set({ village })} />
        <TextField
          label={t('station.code')} hint={t('station.codeHint')} value={station.code} maxLength={4} refusal={stationCodeHolds(station.code) ? null : t('missing.stationCode')}
          onChange={(code) => set({ code: upper(code) })}
        />
        <TextField
          label={t('station.desk')} hint={t('station.deskHint')} value={station.deskLetter} maxLength={1} refusal={/^[A-Z]$/u.test(station.deskLetter) ? null : t('missing.desk')}
          onChange={(letter) => set({ deskLetter: upper(letter) })}
        />
      </FormGrid>
      {sample === null ? null : <Notice tone="info" title={t('station.sample', { number: sample })}><p>{t('station.sampleText')}</p></Notice>}
    </div>
  );
}
