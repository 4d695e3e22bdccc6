import type { ReactElement } from 'react';
import type { BookEntryRow, ScaleBookState } from '../../../electron/contract/scale-book.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday, Moment } from '../../ui/format/DateWithWeekday.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Actions, Card, Facts } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { StateWord } from '../report/parts/StateWord.tsx';
import { errorText, stateWords } from './book-words.ts';
import type { ServiceStep } from './ReasonDialog.tsx';

function LastCheck({ entry }: { readonly entry: BookEntryRow | null }): ReactElement {
  const t = useText('scale_book');
  if (entry === null) return <>{t('never')}</>;
  return <><Moment at={entry.at} /> <StateWord tone={entry.passed === true ? 'good' : 'danger'}>{`${t(entry.passed === true ? 'passed' : 'failed')} ${errorText(entry.errorGrams ?? 0, t)}`}</StateWord></>;
}

export interface StateCardProps {
  readonly state: ScaleBookState;
  readonly mayCheck: boolean;
  readonly mayWrite: boolean;
  readonly onStep: (step: ServiceStep) => void;
  readonly onCertificate: () => void;
}

/** How it stands with the scale today, and until when its certificate holds. */
export function StateCard({ state, mayCheck, mayWrite, onStep, onCertificate }: StateCardProps): ReactElement {
  const t = useText('scale_book');
  const language = useLanguage();
  const words = stateWords(state, t, language);
  const mayPermit = mayCheck && state.blocks.length > 0 && !state.withdrawn;
  return (
    <Card title={state.scaleName}>
      <Notice tone={words.tone} title={words.word}>{words.todo === null ? null : <p>{words.todo}</p>}</Notice>
      <Facts items={[
        { label: t('fact.dueOn'), value: state.dueOn === null ? t('noCertificate') : <><DateWithWeekday date={state.dueOn} /> · {t(state.daysLeft !== null && state.daysLeft < 0 ? 'daysOver' : 'daysLeft', { count: Math.abs(state.daysLeft ?? 0) })}</> },
        ...(state.certificate === null ? [] : [{ label: t('fact.certificate'), value: `${state.certificate.certificateNo ?? ''} · ${state.certificate.issuedBy ?? ''}` }]),
        { label: t('fact.lastZero'), value: <LastCheck entry={state.lastZero} /> },
        { label: t('fact.lastTest'), value: <LastCheck entry={state.lastTest} /> },
        { label: t('fact.interval'), value: state.intervalGrams === null ? t('unset') : t('unit.grams', { value: String(state.intervalGrams) }) },
        { label: t('fact.range'), value: <>{state.minimumGrams === null ? t('unset') : <Weight grams={state.minimumGrams} single />} – {state.capacityGrams === null ? t('unset') : <Weight grams={state.capacityGrams} single />}</> },
      ]} />
      <Actions>
        {mayPermit ? <ActionButton icon="lock" onPress={() => onStep('permit')}>{t('service.permit.open')}</ActionButton> : null}
        {mayWrite ? <ActionButton icon="tickets" onPress={onCertificate}>{t('certificate.open')}</ActionButton> : null}
        {mayWrite && state.withdrawn ? <ActionButton onPress={() => onStep('restore')}>{t('service.restore.open')}</ActionButton> : null}
        {mayCheck && !state.withdrawn ? <ActionButton kind="quiet" onPress={() => onStep('withdraw')}>{t('service.withdraw.open')}</ActionButton> : null}
      </Actions>
    </Card>
  );
}
