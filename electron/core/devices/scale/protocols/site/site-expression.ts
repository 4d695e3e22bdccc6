/** A site's own pattern for the lines of its scale, or why it cannot be used. */
export type SiteExpression = { readonly pattern: RegExp } | { readonly problem: 'syntax' | 'no_value' | 'too_slow' };

/** Lines beyond it are not searched: with few repeats a short line keeps the search short whatever the scale sends. */
export const LONGEST_SITE_LINE = 64;
/** Repeats that may take more or less; one fewer where the pattern may begin anywhere on the line. */
const MOST_REPEATS = 4;
const CLASS = /\[(?:\\.|[^\]\\])*\]/g;
const ESCAPED = /\\[^k1-9]/g;
const GROUP_KIND = /\(\?(?:[:=!]|<\w+>)/g;
const REPEAT = /[*+]|\{\d+,\d*\}/g;
const REPEAT_HERE = /^(?:[*+]|\{)/;
/** A reference back and a look behind search in ways that a count of repeats does not bound. */
const REFERENCE = /\\k<|\\[1-9]|\(\?<[=!]/;

/**
 * Reads a site's expression. It names the number `value` (or is its first group); `unit`, `stable` and `moving` may be
 * named too. Refuses one that is no expression (`syntax`), names no number (`no_value`), or could keep the program
 * searching for long (`too_slow`): a repeated group that holds a repeat or a choice, references back, too many repeats.
 */
export function siteExpression(text: string): SiteExpression {
  let pattern: RegExp;
  try {
    pattern = new RegExp(text);
  } catch {
    return { problem: 'syntax' };
  }
  const bare = text.replaceAll(CLASS, 'x').replaceAll(ESCAPED, 'x').replaceAll(GROUP_KIND, '(');
  const most = bare.startsWith('^') ? MOST_REPEATS : MOST_REPEATS - 1;
  if (REFERENCE.test(text) || repeatsAChoice(bare) || (bare.match(REPEAT) ?? []).length > most) return { problem: 'too_slow' };
  return /\((?!\?)|\(\?<value>/.test(text.replaceAll(CLASS, 'x').replaceAll(ESCAPED, 'x')) ? { pattern } : { problem: 'no_value' };
}

/** Whether a group is repeated that can match the same text in more than one way: one with a repeat, an option or a choice inside. */
function repeatsAChoice(bare: string): boolean {
  const choices: boolean[] = [false];
  for (let at = 0; at < bare.length; at += 1) {
    const rest = bare.slice(at);
    const [first] = rest;
    if (first === '(') choices.push(false);
    else if (first === ')') {
      const inside = choices.pop() === true;
      const isRepeated = REPEAT_HERE.test(rest.slice(1));
      if (inside && isRepeated) return true;
      if (inside || isRepeated) choices[choices.length - 1] = true;
    } else if (first === '|' || first === '?' || REPEAT_HERE.test(rest)) choices[choices.length - 1] = true;
  }
  return false;
}
