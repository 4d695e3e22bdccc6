import { randomInt } from 'node:crypto';

/** Digits and letters that are not taken for one another on a wet label. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code of eight signs in two groups, by the system's own randomness, so that nobody guesses a member or an order from it. */
export function blindCode(): string {
  const text = Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
