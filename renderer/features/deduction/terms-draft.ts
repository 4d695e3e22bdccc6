import type { DeductionTerm, TermRow } from '../../../electron/domain/deduction-terms.ts';
import { parsePricePerKilogram, priceText } from '../../../electron/domain/price.ts';
import { parsePercent, percentText } from '../product/percent-text.ts';

/** A row as it is typed; the key keeps it apart from the others. */
export interface RowDraft { readonly key: number; readonly atPct: string; readonly stepPct: string; readonly takes: string }

/** A factor as it is edited; the key keeps it apart from others while it moves through the list. */
export interface TermDraft {
  readonly key: number;
  readonly factor: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly acts: DeductionTerm['acts'];
  readonly method: DeductionTerm['method'];
  readonly basePct: string;
  readonly limit: string;
  readonly mustMeasure: boolean;
  readonly rows: readonly RowDraft[];
}

const takesTyped = (acts: DeductionTerm['acts'], takes: number): string => (acts === 'price_amount' ? priceText(takes) : percentText(takes));

/** A figure that cannot be read becomes one that no table may have, so that the check names the row. */
const unreadable = -1;

function takesMeant(acts: DeductionTerm['acts'], typed: string): number {
  return (acts === 'price_amount' ? parsePricePerKilogram(typed) : parsePercent(typed)) ?? unreadable;
}

/** Terms as the editor begins with them. */
export function draftsOf(terms: readonly DeductionTerm[]): TermDraft[] {
  return terms.map(({ factor, nameZh, nameEn, acts, method, basePct, rejectAbovePct, mustMeasure, rows }, index) => ({
    key: index + 1, factor, nameZh, nameEn, acts, method, basePct, limit: rejectAbovePct ?? '', mustMeasure: mustMeasure === true, rows: rows.map((row, place) => ({ key: place + 1, atPct: row.atPct, stepPct: row.stepPct ?? '', takes: takesTyped(acts, row.takes) })),
  }));
}

function rowsOf({ acts, method, basePct, rows }: TermDraft): TermRow[] {
  if (method === 'dry_matter') return [];
  return rows.map((row, index) => ({
    // The first stretch of a step table begins at the base and follows it.
    atPct: method === 'step_table' && index === 0 ? basePct.trim() : row.atPct.trim(), stepPct: method === 'step_table' ? row.stepPct.trim() : null, takes: takesMeant(acts, row.takes),
  }));
}

/** What the drafts mean; whether that makes sense is asked of `checkTerms`. */
export function termsMeant(drafts: readonly TermDraft[]): DeductionTerm[] {
  return drafts.map((draft) => ({
    factor: draft.factor, nameZh: draft.nameZh.trim(), nameEn: draft.nameEn.trim(), acts: draft.acts, method: draft.method, basePct: draft.basePct.trim(),
    rejectAbovePct: draft.limit.trim() === '' ? null : draft.limit.trim(), ...(draft.mustMeasure ? { mustMeasure: true as const } : {}), rows: rowsOf(draft),
  }));
}

const emptyRow: RowDraft = { key: 1, atPct: '', stepPct: '0.5', takes: '1' };

/** A further factor at the end of the list, with one row to fill in. */
export function withFactor(drafts: readonly TermDraft[], named: { readonly factor: string; readonly nameZh: string; readonly nameEn: string }): TermDraft[] {
  const key = Math.max(0, ...drafts.map((draft) => draft.key)) + 1;
  return [...drafts, { key, ...named, acts: 'weight', method: 'step_table', basePct: '0', limit: '', mustMeasure: false, rows: [emptyRow] }];
}

export const withDraft = (drafts: readonly TermDraft[], key: number, change: Partial<TermDraft>): TermDraft[] => drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft));

export const withoutDraft = (drafts: readonly TermDraft[], key: number): TermDraft[] => drafts.filter((draft) => draft.key !== key);

/** Moves a factor one place; at the end of the list it stays. */
export function movedDraft(drafts: readonly TermDraft[], key: number, by: 1 | -1): TermDraft[] {
  const from = drafts.findIndex((draft) => draft.key === key);
  const moved = drafts[from];
  if (moved === undefined || drafts[from + by] === undefined) return [...drafts];
  return drafts.toSpliced(from, 1).toSpliced(from + by, 0, moved);
}

export const withRow = (draft: TermDraft, index: number, change: Partial<Omit<RowDraft, 'key'>>): RowDraft[] => draft.rows.map((row, place) => (place === index ? { ...row, ...change } : row));

export const addedRow = (draft: TermDraft): RowDraft[] => [...draft.rows, { ...(draft.rows.at(-1) ?? emptyRow), key: Math.max(0, ...draft.rows.map((row) => row.key)) + 1, atPct: '' }];
