import type { TFunction } from 'i18next';
import type { BookEntryRow, ScaleBookState } from '../../../electron/contract/scale-book.ts';
import { kilogramText, type Grams } from '../../../electron/domain/mass.ts';
import { dateTextOf } from '../../ui/format/format-text.ts';
import type { Language } from '../../ui/language/languages.ts';
import type { Tone } from '../../ui/Mark.tsx';

export interface StateWords {
  readonly tone: Tone;
  readonly word: string;
  readonly todo: string | null;
}

/** What matters most about a scale today, in a sentence, and what to do about it. */
export function stateWords(state: ScaleBookState, t: TFunction<'scale_book'>, language: Language): StateWords {
  const day = state.dueOn === null ? '' : dateTextOf(state.dueOn, language);
  const [block] = state.blocks;
  if (block !== undefined) return { tone: 'danger', word: t(`state.${block}`, { day }), todo: t(`stateTodo.${block}`) };
  if (state.permitted) return { tone: 'wait', word: t('state.permitted'), todo: t('stateTodo.permitted') };
  if (!state.zeroDone) return { tone: 'wait', word: t('state.zero_due'), todo: t('stateTodo.zero_due') };
  if (state.verification === 'due_soon') return { tone: 'wait', word: t('state.due_soon', { count: state.daysLeft ?? 0 }), todo: t('stateTodo.due_soon') };
  if (state.verification === 'unknown') return { tone: 'info', word: t('state.no_certificate'), todo: t('stateTodo.no_certificate') };
  return { tone: 'good', word: t('state.ok'), todo: null };
}

function sizeText(sign: string, size: Grams, t: TFunction<'scale_book'>): string {
  return size < 1_000 ? t('unit.grams', { value: `${sign}${String(size)}` }) : t('unit.kilograms', { value: `${sign}${kilogramText(size)}` });
}

/** Grams with their sign, small ones in grams: `+20 克`, `−1.15 公斤`. */
export function errorText(grams: Grams, t: TFunction<'scale_book'>): string {
  return sizeText(grams > 0 ? '+' : grams < 0 ? '−' : '', Math.abs(grams), t);
}

/** What is allowed either way: `±20 克`. */
export function toleranceText(grams: Grams, t: TFunction<'scale_book'>): string {
  return sizeText('±', grams, t);
}

/** What one entry says, without its kind. */
export function entryText(entry: BookEntryRow, t: TFunction<'scale_book'>, language: Language): string {
  switch (entry.kind) {
    case 'zero_check': return t('entry.shown', { shown: kilogramText(entry.shownGrams ?? 0), tolerance: toleranceText(entry.toleranceGrams ?? 0, t) });
    case 'test_weight': return t('entry.test', { nominal: kilogramText(entry.nominalGrams ?? 0), shown: kilogramText(entry.shownGrams ?? 0), error: errorText(entry.errorGrams ?? 0, t), tolerance: toleranceText(entry.toleranceGrams ?? 0, t) });
    case 'certificate': return t('entry.certificate', { no: entry.certificateNo ?? '', by: entry.issuedBy ?? '', level: entry.accuracyClass ?? '', day: entry.dueOn === null ? '' : dateTextOf(entry.dueOn, language) });
    case 'out_of_service': case 'back_in_service': case 'overdue_use': return entry.reason ?? '';
  }
}
