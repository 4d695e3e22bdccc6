import { useState, type ReactElement } from 'react';
import type { Sample } from '../../../../electron/contract/grading.ts';
import type { Product } from '../../../../electron/contract/product.ts';
import { businessDate } from '../../../../electron/domain/business-date.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { shortDateTextOf } from '../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { PlainTable, type PlainRow } from '../../report/parts/PlainTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { nameIn } from '../../ticket/desk/desk-words.ts';
import styles from '../grading.module.css';
import { GradeSampleDialog } from './GradeSampleDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** Samples by their codes: those that wait for a grader, and where the retained ones lie. Nobody's name stands here. */
export default function SamplesScreen(): ReactElement | null {
  const t = useText('grading');
  const language = useLanguage();
  const { may, state } = useSession();
  const answer = useQueryOp('grading.samples', {}, { refreshMs: 5_000 });
  const products = useQueryOp('product.list', {});
  const move = useCommandOp('grading.moveSample');
  const print = useCommandOp('grading.printSample');
  const [grading, setGrading] = useState<Sample | null>(null);
  const [withdrawing, setWithdrawing] = useState<Sample | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (answer.data === undefined || products.data?.ok !== true) return null;
  if (!answer.data.ok) return <Page title={t('screens.samples')}><RefusalNotice failure={answer.data} op="grading.samples" /></Page>;
  const productOf = (id: string): Product | undefined => (products.data?.ok === true ? products.data.data.rows.find((row) => row.id === id) : undefined);
  const goodsName = (id: string): string => { const product = productOf(id); return product === undefined ? '' : nameIn(product, language); };
  const gradeName = (sample: Sample): string => {
    const grade = productOf(sample.productId)?.scheme?.definition.grades.find((each) => each.id === sample.grade);
    return grade === undefined ? sample.grade ?? '' : nameIn(grade, language);
  };
  const to = async (sample: Sample, next: Sample['state']): Promise<void> => {
    const reply = await move.send({ code: sample.code, expectedVersion: sample.version, place: sample.place, state: next, note: sample.note });
    setFailure(reply.ok ? null : reply);
  };
  const again = async (sample: Sample): Promise<void> => {
    const reply = await print.send({ code: sample.code });
    setFailure(reply.ok ? null : reply);
  };
  const row = (sample: Sample): PlainRow => ({
    key: sample.code,
    cells: [
      <strong key="code" className={styles['code']}>{sample.code}</strong>, goodsName(sample.productId),
      sample.withdrawn !== null ? <StateWord key="grade" tone="info">{t('sample.withdrawn', { reason: sample.withdrawn.reason, by: sample.withdrawn.by, approvedBy: sample.withdrawn.approvedBy })}</StateWord> : sample.grade === null ? <StateWord key="grade" tone="wait">{t('sample.toGrade')}</StateWord> : <span key="grade" className={styles['row']}><StateWord tone="good">{t('sample.graded', { grade: gradeName(sample) })}</StateWord>{sample.binds ? <StateWord tone="wait">{t('sample.binds')}</StateWord> : null}</span>,
      sample.place, <span key="until"><DateWithWeekday date={sample.keepUntil} short />{sample.state !== 'discarded' && sample.keepUntil < state.businessDate ? ` ${t('sample.overdue')}` : ''}</span>, <span key="state">{t(`sample.${sample.state}`)} <small className={styles['soft']}>{t('sample.by', { name: sample.changedBy ?? '', day: shortDateTextOf(businessDate(sample.changedAt), language) })}</small></span>,
      <span key="actions" className={styles['row']}>
        {sample.withdrawn === null && sample.grade === null && sample.state !== 'discarded' && may('ticket.override_grade') ? <ActionButton small onPress={() => setGrading(sample)}>{t('sample.grade')}</ActionButton> : null}
        {sample.ticketId === null ? null : <ActionButton small kind="quiet" onPress={() => navigate(`/tickets/${sample.ticketId ?? ''}`)}>{sample.ticketNumber ?? t('sample.ticket')}</ActionButton>}
        {sample.state === 'kept' && may('ticket.write') ? <ActionButton small onPress={() => void to(sample, 'opened')}>{t('sample.open')}</ActionButton> : null}
        {sample.state !== 'discarded' && may('ticket.write') ? <ActionButton small onPress={() => void to(sample, 'discarded')}>{t('sample.discard')}</ActionButton> : null}
        {sample.state !== 'discarded' ? <ActionButton small kind="quiet" onPress={() => void again(sample)}>{t('sample.label')}</ActionButton> : null}
        {sample.binds && may('ticket.write') ? <ActionButton small kind="quiet" onPress={() => setWithdrawing(sample)}>{t('sample.withdraw')}</ActionButton> : null}
      </span>,
    ],
  });
  const { rows } = answer.data.data;
  const graded = grading === null ? undefined : productOf(grading.productId);
  return (
    <Page title={t('screens.samples')}>
      {failure === null ? null : <RefusalNotice failure={failure} op="grading.moveSample" />}
      {rows.length === 0 ? <EmptyState icon="trace" title={t('sample.empty')} text={t('sample.emptyText')} /> : (
        <PlainTable
          label={t('screens.samples')} columns={[{ title: t('sample.code') }, { title: t('sample.product') }, { title: t('sample.grade') }, { title: t('sample.place') }, { title: t('sample.keepUntil') }, { title: t('sample.state') }, { title: '' }]}
          rows={rows.map(row)}
        />
      )}
      {grading === null || graded === undefined ? null : <GradeSampleDialog sample={grading} product={graded} onClose={() => setGrading(null)} />}
      {withdrawing === null ? null : <WithdrawDialog sample={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
}
