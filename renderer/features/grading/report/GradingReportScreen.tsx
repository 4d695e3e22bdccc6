import { useMemo, useState, type ReactElement } from 'react';
import type { GradingDecision } from '../../../../electron/contract/grading.ts';
import { sumGrams } from '../../../../electron/domain/mass.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ChartCard } from '../../../ui/chart/ChartCard.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { percentText } from '../../product/percent-text.ts';
import { useSaveFile, type FileSaver } from '../../report/files/use-save-file.tsx';
import { PeriodChoice } from '../../report/parts/PeriodChoice.tsx';
import { periodOf } from '../../report/parts/periods.ts';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { nameIn } from '../../ticket/desk/desk-words.ts';
import styles from '../grading.module.css';
import { byGrader, isOverridden, matrixOf, reasonsOf, shareBars, shareBp } from './decision-sums.ts';

interface ReportProps { readonly rows: readonly GradingDecision[]; readonly from: string; readonly to: string; readonly file: FileSaver }

function useNames(): { readonly product: (id: string) => string; readonly grade: (productId: string, id: string | null) => string } {
  const t = useText('grading');
  const language = useLanguage();
  const products = useQueryOp('product.list', {});
  const rows = products.data?.ok === true ? products.data.data.rows : [];
  const find = (id: string) => rows.find((row) => row.id === id);
  return {
    product: (id) => { const found = find(id); return found === undefined ? '' : nameIn(found, language); },
    grade: (productId, id) => {
      if (id === null) return t('report.nothing');
      const grade = find(productId)?.scheme?.definition.grades.find((each) => each.id === id);
      return grade === undefined ? id : nameIn(grade, language);
    },
  };
}

function Shares({ rows, from, to, file }: ReportProps): ReactElement {
  const t = useText('grading');
  const shares = useMemo(() => byGrader(rows), [rows]);
  const option = useMemo(() => shareBars(shares, { same: t('report.same'), other: t('report.other'), source: (source) => t(`report.${source}`) }), [shares, t]);
  const scheme = shares.filter((share) => share.source === 'scheme');
  const [lines, overridden] = [scheme.reduce((sum, share) => sum + share.lines, 0), scheme.reduce((sum, share) => sum + share.overridden, 0)];
  const percent = (share: { overridden: number; lines: number }): string => `${percentText(shareBp(share.overridden, share.lines))} %`;
  const head = [t('report.grader'), t('report.source'), t('report.lines'), t('report.other'), t('report.shareColumn')];
  return (
    <ChartCard
      title={t('report.share')} option={option} sentence={t('report.sentence', { from, to, lines, overridden, percent: percentText(shareBp(overridden, lines)) })}
      onExport={() => void file.saveTable(`${t('report.share')} ${from} ${to}.csv`, head, shares.map((share) => [share.grader, t(`report.${share.source}`), String(share.lines), String(share.overridden), percent(share)]))}
      table={<PlainTable label={t('report.share')} columns={head.map((title, index) => ({ title, figure: index > 1 }))} rows={shares.map((share) => ({ key: share.key, cells: [share.grader, t(`report.${share.source}`), share.lines, share.overridden, percent(share)] }))} />}
    />
  );
}

function Reasons({ rows }: { readonly rows: readonly GradingDecision[] }): ReactElement {
  const t = useText('grading');
  return (
    <Card title={t('report.reasons')}>
      <PlainTable
        label={t('report.reasons')} columns={[{ title: t('report.reason') }, { title: t('report.grader') }, { title: t('report.lines'), figure: true }]}
        rows={reasonsOf(rows).map((row) => ({ key: `${row.grader} ${row.reason ?? ''}`, cells: [row.reason ?? t('report.noReason'), row.grader, row.lines] }))}
      />
    </Card>
  );
}

function Matrix({ rows }: { readonly rows: readonly GradingDecision[] }): ReactElement {
  const t = useText('grading');
  const names = useNames();
  const scheme = rows.filter((row) => row.source === 'scheme');
  return (
    <Card title={t('report.matrix')}>
      <PlainTable
        label={t('report.matrix')}
        columns={[{ title: t('report.product') }, { title: t('report.source') }, { title: t('report.proposed') }, { title: t('report.decided') }, { title: t('report.lines'), figure: true }, { title: t('report.net'), figure: true }]}
        rows={matrixOf(rows).map((row) => ({
          key: row.key,
          cells: [names.product(row.productId), t(`report.${row.source}`), names.grade(row.productId, row.proposed), <StateWord key="decided" tone={isOverridden(row) ? 'wait' : 'good'}>{names.grade(row.productId, row.decided)}</StateWord>, row.lines, <Weight key="net" grams={row.netGrams} single />],
        }))}
        foot={[t('report.scheme'), '', '', '', scheme.reduce((sum, row) => sum + row.lines, 0), <Weight key="net" grams={sumGrams(scheme.map((row) => row.netGrams))} single />]}
      />
    </Card>
  );
}

/** What was proposed and what people decided, by grader: the share decided otherwise, the pairs, and the reasons. */
export default function GradingReportScreen(): ReactElement {
  const t = useText('grading');
  const today = useSession().state.businessDate;
  const [period, setPeriod] = useState(() => periodOf('month', today));
  const answer = useQueryOp('grading.report', period, { keepPrevious: true });
  const file = useSaveFile();
  const rows = answer.data?.ok === true ? answer.data.data.rows : null;
  return (
    <Page title={t('screens.report')} actions={<PeriodChoice today={today} names={['today', 'tenDays', 'month', 'year']} value={period} onChange={setPeriod} />}>
      {answer.data?.ok === false ? <RefusalNotice failure={answer.data} op="grading.report" /> : null}
      {file.note}
      {rows === null ? null : rows.length === 0 ? <EmptyState icon="trace" title={t('report.none')} /> : (
        <>
          <div className={styles['charts']}><Shares rows={rows} {...period} file={file} /><Reasons rows={rows} /></div>
          <Matrix rows={rows} />
        </>
      )}
    </Page>
  );
}
