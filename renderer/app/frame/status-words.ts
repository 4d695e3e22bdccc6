import type { TFunction } from 'i18next';
import type { OutputOf } from '../../api/operation-types.ts';
import type { IconName } from '../../ui/icons/icon-paths.ts';
import type { Tone } from '../../ui/Mark.tsx';
import { momentText, timeText } from '../../ui/format/format-text.ts';
import type { Language } from '../../ui/language/languages.ts';

export type StationStatus = OutputOf<'system.status'>;

export interface PillWords {
  readonly key: 'scale' | 'printer' | 'network' | 'backup' | 'clock' | 'books' | 'key';
  readonly icon: IconName;
  readonly tone: Tone;
  /** The word on the pill. */
  readonly word: string;
  /** What is the matter, in plain words. */
  readonly what: string;
  /** What to do; null while all is well. */
  readonly todo: string | null;
  /** Where it is put right. */
  readonly path: string | null;
}

type State = 'ok' | 'trouble' | 'none';

function toneOf(state: State, trouble: Tone): Tone {
  return state === 'ok' ? 'good' : state === 'none' ? 'off' : trouble;
}

const heldBack: ReadonlySet<string> = new Set(['zero_check_missing', 'verification_overdue', 'test_weight_failed', 'scale_withdrawn']);

/** A scale that does not send comes first; then what its book asks for. */
function scaleWords({ state, name, book }: StationStatus['scale'], t: TFunction<'app'>): PillWords {
  if (state !== 'ok' || book === null) {
    return {
      key: 'scale', icon: 'scale', tone: toneOf(state, 'danger'), word: t(state === 'trouble' ? 'pill.scale.troubleWord' : 'pill.scale.name'),
      what: t(`pill.scale.${state}`, { name: name ?? '' }), todo: state === 'ok' ? null : t(`pill.scale.${state}Todo`), path: '/devices',
    };
  }
  const tone: Tone = book.due === 'no_certificate' ? 'good' : heldBack.has(book.due) && book.enforced ? 'danger' : 'wait';
  const what = t(`pill.scale.bookWhat.${book.due}`, { name: book.name, count: book.daysLeft ?? 0 });
  return {
    key: 'scale', icon: 'scale', tone, word: t(`pill.scale.book.${book.due}`), what: heldBack.has(book.due) && !book.enforced ? `${what}${t('pill.scale.practice')}` : what,
    todo: t(`pill.scale.bookTodo.${book.due}`), path: '/scale-book',
  };
}

/** What a printer says of itself comes before what became of its papers: it is put right with the hands. */
function printerWords(status: StationStatus, t: TFunction<'app'>): PillWords {
  const { state, waiting, failed, unsure, paused, condition } = status.printer;
  const pill = { key: 'printer', icon: 'printer', path: '/printing' } as const;
  if (condition !== null && condition !== 'well' && condition !== 'paper_low') {
    return { ...pill, tone: 'danger', word: t(`condition.${condition}`, { ns: 'printers' }), what: t('pill.printer.says', { condition: t(`condition.${condition}`, { ns: 'printers' }) }), todo: t(`todo.${condition}`, { ns: 'printers' }) };
  }
  const stuck = failed + unsure;
  if (stuck > 0) return { ...pill, tone: 'wait', word: t('pill.printer.stuck', { count: stuck }), what: t('pill.printer.stuckWhat', { failed, unsure }), todo: t('pill.printer.stuckTodo') };
  if (paused > 0) return { ...pill, tone: 'wait', word: t('pill.printer.paused', { count: paused }), what: t('pill.printer.pausedWhat'), todo: t('pill.printer.pausedTodo') };
  if (condition === 'paper_low') {
    return { ...pill, tone: 'wait', word: t('condition.paper_low', { ns: 'printers' }), what: t('pill.printer.says', { condition: t('condition.paper_low', { ns: 'printers' }) }), todo: t('todo.paper_low', { ns: 'printers' }) };
  }
  return {
    ...pill, tone: toneOf(state, 'danger'), word: waiting > 0 ? t('pill.printer.waiting', { count: waiting }) : t('pill.printer.name'),
    what: t(`pill.printer.${state}`), todo: state === 'ok' ? null : t(`pill.printer.${state}Todo`),
  };
}

/** Only there when something is the matter with the books themselves. */
function booksWords(status: StationStatus, t: TFunction<'app'>): readonly PillWords[] {
  if (status.incarnationDue === null && status.books.state !== 'trouble') return [];
  const what = status.incarnationDue === null ? t('pill.books.trouble') : t(`pill.books.${status.incarnationDue}`);
  const todo = status.incarnationDue === null ? t('pill.books.todo') : t('pill.books.incarnationTodo');
  return [{ key: 'books', icon: 'lock', tone: 'danger', word: t('pill.books.name'), what, todo, path: status.incarnationDue === null ? '/backup' : '/settings/recovery' }];
}

/** Only there while the data key is missing and the books themselves say nothing of it yet. */
function keyWords(status: StationStatus, keyMissing: boolean, t: TFunction<'app'>): readonly PillWords[] {
  if (!keyMissing || status.incarnationDue !== null) return [];
  return [{ key: 'key', icon: 'lock', tone: 'wait', word: t('pill.key.name'), what: t('pill.key.none'), todo: t('pill.key.todo'), path: '/settings/recovery' }];
}

/** The five pills of the top bar: a word each, and behind it what is wrong and what to do. */
export function pillWords(status: StationStatus, t: TFunction<'app'>, language: Language, keyMissing: boolean): readonly PillWords[] {
  const { scale, network, backup, clock } = status;
  return [
    ...booksWords(status, t), ...keyWords(status, keyMissing, t),
    scaleWords(scale, t),
    printerWords(status, t),
    {
      key: 'network', icon: 'network', tone: toneOf(network.state, 'wait'),
      word: network.unsynced > 0 ? t('pill.network.unsynced', { count: network.unsynced }) : t('pill.network.name'),
      what: t(`pill.network.${network.state}`, { count: network.unsynced }), todo: network.state === 'trouble' ? t('pill.network.troubleTodo') : null, path: null,
    },
    {
      key: 'backup', icon: 'backup', tone: toneOf(backup.state, 'wait'), word: t(backup.state === 'trouble' ? 'pill.backup.troubleWord' : 'pill.backup.name'),
      what: backup.lastAt === null ? t('pill.backup.never') : t('pill.backup.last', { when: momentText(backup.lastAt, language) }),
      todo: backup.state === 'ok' ? null : t('pill.backup.todo'), path: '/backup',
    },
    {
      key: 'clock', icon: 'clock', tone: clock.state === 'ok' ? 'good' : 'danger', word: timeText(clock.now),
      what: clock.state === 'ok' ? momentText(clock.now, language) : t('pill.clock.trouble', { when: momentText(clock.now, language) }),
      todo: clock.state === 'ok' ? null : t('pill.clock.todo'), path: null,
    },
  ];
}
