import { monotonicFactory } from 'ulid';
import type { Clock } from './clock.ts';

/** Makes identifiers where the record is born: 26 characters, sortable by the moment of birth. */
export interface Ids {
  ulid(): string;
}

export function systemIds(clock: Clock): Ids {
  const next = monotonicFactory();
  return { ulid: () => next(clock.now()) };
}
