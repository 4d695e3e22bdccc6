import type { DisplaySheet, PoleProfile } from '../../../contract/display.ts';
import type { LiveWeight } from '../../../contract/scale.ts';
import { kilogramText, toGrams } from '../../../domain/mass.ts';

/** Characters in a row of a pole display; a Chinese one takes two. */
export const poleColumns = 20;

export interface PoleRows { readonly upper: string; readonly lower: string }

const words = {
  ascii: { weight: 'Wt', amount: 'RMB', moving: '~', unit: 'kg', idle: 'Welcome' },
  gb18030: { weight: '重', amount: '金额', moving: '动', unit: '公斤', idle: '欢迎' },
} as const;

const columnsOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x7f ? 2 : 1), 0);

/** Left word and right figure in one row; what does not fit is cut at the left word, never at the figure. */
function row(left: string, right: string): string {
  let word = left;
  while (columnsOf(word) + columnsOf(right) > poleColumns && word !== '') word = word.slice(0, -1);
  return word + ' '.repeat(Math.max(0, poleColumns - columnsOf(word) - columnsOf(right))) + right;
}

/** The weight of this moment in kilograms; dashes where the scale says none that holds, so that no old figure stays in sight. */
function weightFigure(live: LiveWeight | null): string {
  const shows = live?.state === 'live' && (live.status === 'ok' || live.status === 'unstable');
  const grams = shows && live.grams !== null ? toGrams(live.grams, 'g') : null;
  return grams === null ? '---.--' : kilogramText(grams.wholeGrams);
}

/** Two rows of twenty: the live weight with a mark while it moves, and the amount so far (or a greeting while there is none). */
export function poleRows(sheet: DisplaySheet | null, live: LiveWeight | null, charset: PoleProfile['charset']): PoleRows {
  const say = words[charset];
  const moving = live?.state === 'live' && !live.stable ? say.moving : '';
  const amount = sheet?.amount?.replace('¥', '') ?? null;
  return {
    upper: row(`${say.weight}${moving}`, `${weightFigure(live)} ${say.unit}`),
    lower: amount === null ? row(say.idle, '') : row(say.amount, amount),
  };
}
