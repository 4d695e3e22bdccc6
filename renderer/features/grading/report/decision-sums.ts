import type { GradingDecision } from '../../../../electron/contract/grading.ts';
import { sumGrams, type Grams } from '../../../../electron/domain/mass.ts';
import type { EChartsCoreOption } from '../../../ui/chart/echarts-setup.ts';

export interface GraderShare { readonly key: string; readonly grader: string; readonly source: GradingDecision['source']; readonly lines: number; readonly overridden: number; readonly netGrams: Grams; readonly overriddenGrams: Grams }
export interface MatrixRow { readonly key: string; readonly source: GradingDecision['source']; readonly productId: string; readonly proposed: string | null; readonly decided: string; readonly lines: number; readonly netGrams: Grams }

export const isOverridden = (row: Pick<GradingDecision, 'proposed' | 'decided'>): boolean => row.proposed !== row.decided;

function grouped(rows: readonly GradingDecision[], keyOf: (row: GradingDecision) => string): Map<string, GradingDecision[]> {
  const groups = new Map<string, GradingDecision[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const linesOf = (rows: readonly GradingDecision[]): number => rows.reduce((sum, row) => sum + row.lines, 0);

/** For each grader and each proposer how often and for how much the decision was another. */
export function byGrader(rows: readonly GradingDecision[]): GraderShare[] {
  return [...grouped(rows, (row) => `${row.source} ${row.graderId}`)].flatMap(([key, group]) => {
    const other = group.filter(isOverridden);
    const [first] = group;
    return first === undefined ? [] : [{ key, grader: first.grader, source: first.source, lines: linesOf(group), overridden: linesOf(other), netGrams: sumGrams(group.map((row) => row.netGrams)), overriddenGrams: sumGrams(other.map((row) => row.netGrams)) }];
  });
}

/** Proposed against decided, by product, the most frequent first. */
export function matrixOf(rows: readonly GradingDecision[]): MatrixRow[] {
  return [...grouped(rows, (row) => [row.source, row.productId, row.proposed ?? '', row.decided].join(' '))].flatMap(([key, group]) => {
    const [first] = group;
    return first === undefined ? [] : [{ key, source: first.source, productId: first.productId, proposed: first.proposed, decided: first.decided, lines: linesOf(group), netGrams: sumGrams(group.map((row) => row.netGrams)) }];
  }).toSorted((left, right) => right.lines - left.lines);
}

/** Reasons given for deciding otherwise, the most frequent first; null where none was written. */
export function reasonsOf(rows: readonly GradingDecision[]): { readonly reason: string | null; readonly grader: string; readonly lines: number }[] {
  return [...grouped(rows.filter(isOverridden), (row) => `${row.graderId} ${row.reason ?? ''}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ reason: first.reason, grader: first.grader, lines: linesOf(group) }];
  }).toSorted((left, right) => right.lines - left.lines);
}

/** Hundredths of a percent of deliveries decided otherwise. */
export const shareBp = (overridden: number, lines: number): number => (lines === 0 ? 0 : Math.round((overridden * 10_000) / lines));

/** Deliveries decided as proposed and otherwise, one bar per grader. */
export function shareBars(shares: readonly GraderShare[], words: { readonly same: string; readonly other: string; readonly source: (source: GradingDecision['source']) => string }): EChartsCoreOption {
  return {
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true }, tooltip: { trigger: 'axis' }, legend: { top: 0 }, xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', inverse: true, data: shares.map((share) => `${share.grader} · ${words.source(share.source)}`) },
    series: [
      { type: 'bar', stack: 'all', name: words.same, barMaxWidth: 32, data: shares.map((share) => share.lines - share.overridden) },
      { type: 'bar', stack: 'all', name: words.other, barMaxWidth: 32, data: shares.map((share) => share.overridden) },
    ],
  };
}

