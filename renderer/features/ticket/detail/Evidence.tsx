import type { ReactElement } from 'react';
import type { WeightCheck } from '../../../../electron/contract/ticket-proof.ts';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import styles from './detail.module.css';

type Weighing = TicketDetail['weighings'][number];

const checkTones: Readonly<Record<WeightCheck['outcome'], Tone>> = { agrees: 'good', differs: 'danger', unreadable: 'danger', no_frames: 'off', unknown_protocol: 'wait' };

/** What the kept frames give when they are decoded again now. */
function Recheck({ check }: { readonly check: WeightCheck }): ReactElement {
  const t = useText('ticket');
  return <StateWord tone={checkTones[check.outcome]}>{t(`detail.proof.${check.outcome}`, { value: check.value ?? '', unit: check.unit ?? '' })}</StateWord>;
}

/** What proves one weight: the bytes the scale sent, the line they came over, and when. */
function Proof({ title, proof, check }: { readonly title: string; readonly proof: NonNullable<Weighing['gross']>; readonly check: WeightCheck | undefined }): ReactElement {
  const t = useText('ticket');
  return (
    <section className={styles['proof']} aria-label={title}>
      <h3>{title}</h3>
      <dl>
        <dt>{t('detail.proof.value')}</dt><dd>{proof.value} {proof.unit}{proof.subGram ? ` · ${t('detail.proof.subGram')}` : ''}</dd>
        <dt>{t('detail.proof.scale')}</dt><dd>{proof.scaleName}{proof.simulated ? <> <StateWord tone="wait">{t('detail.proof.simulated')}</StateWord></> : null}</dd>
        <dt>{t('detail.proof.line')}</dt><dd className={styles['mono']}>{proof.port} · {proof.protocol}</dd>
        <dt>{t('detail.proof.stable')}</dt><dd className={styles['mono']}>{proof.stableRule}</dd>
        <dt>{t('detail.proof.at')}</dt><dd><Moment at={proof.at} /> · {proof.clock === 'ok' ? t('detail.proof.clockGood') : t('detail.proof.clockDoubtful', { finding: proof.clock })}</dd>
        <dt>{t('detail.proof.raw')}</dt><dd>{proof.raw.length === 0 ? t('detail.proof.noRaw') : <pre className={styles['mono']}>{proof.raw.join('\n')}</pre>}</dd>
        {check === undefined ? null : <><dt>{t('detail.proof.recheck')}</dt><dd><Recheck check={check} /></dd></>}
      </dl>
    </section>
  );
}

/** All evidence of one basket, side by side. */
export function Evidence({ weighing, checks }: { readonly weighing: Weighing; readonly checks: readonly WeightCheck[] }): ReactElement {
  const t = useText('ticket');
  const checkOf = (proof: NonNullable<Weighing['gross']>): WeightCheck | undefined => checks.find((check) => check.readingId === proof.readingId);
  return (
    <div className={styles['proofs']}>
      {weighing.gross === null ? <p className={styles['typed']}><StateWord tone="wait">{t('detail.typedWeight')}</StateWord> {weighing.typedReason}</p> : <Proof title={t('detail.proof.gross')} proof={weighing.gross} check={checkOf(weighing.gross)} />}
      {weighing.tare === null ? null : <Proof title={t('detail.proof.tare')} proof={weighing.tare} check={checkOf(weighing.tare)} />}
    </div>
  );
}
