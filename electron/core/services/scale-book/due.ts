import type { OutputOf } from '../../../contract/operations.ts';
import type { BookDue } from '../../../contract/scale-book.ts';
import { bookDue } from '../../../contract/scale-book.ts';
import type { BookState } from '../../../domain/scale-book.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { scaleProfiles } from '../scale-profiles.ts';
import { bookStateOn } from './book.ts';

type Due = NonNullable<OutputOf<'system.status'>['scale']['book']>;

function dueOf(state: BookState, enforced: boolean): BookDue | null {
  const [block] = state.blocks;
  if (block !== undefined) return block;
  if (!state.zeroDone) return 'zero_due';
  if (state.verification === 'due_soon') return 'due_soon';
  // A practice scale has no certificate and will never have one.
  return state.verification === 'unknown' && enforced ? 'no_certificate' : null;
}

/** What the book of each scale is owed on a day, without what is only near; on a day without tickets nobody owed a zero check. */
export function dutiesOn({ db, station }: QueryContext, day: string, isWorkday: boolean): Array<{ scale: string; due: BookDue }> {
  return scaleProfiles(db, station.kind).flatMap((profile) => {
    const due = dueOf(bookStateOn(db, profile.id, day), station.kind === 'live');
    return due === null || due === 'due_soon' || (!isWorkday && (due === 'zero_due' || due === 'zero_check_missing')) ? [] : [{ scale: profile.name, due }];
  });
}

/** The gravest thing due on any scale of the station today, for the top bar; null while all is in order. */
export function firstDue({ db, station, businessDate }: QueryContext): Due | null {
  const enforced = station.kind === 'live';
  const found = scaleProfiles(db, station.kind).flatMap((profile): Due[] => {
    const state = bookStateOn(db, profile.id, businessDate);
    const due = dueOf(state, enforced);
    return due === null ? [] : [{ due, name: profile.name, daysLeft: state.daysLeft, enforced }];
  });
  const rank = (due: Due): number => bookDue.options.indexOf(due.due);
  return found.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}
