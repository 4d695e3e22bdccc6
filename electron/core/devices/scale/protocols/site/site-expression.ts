/** A site's own pattern for the lines of its scale, or why it cannot be used. */
export type SiteExpression = { readonly pattern: RegExp } | { readonly problem: 'syntax' | 'no_value' | 'too_slow' };

/** Lines beyond it are not searched: with few repeats a short line keeps the search short whatever the scale sends. */
export const LONGEST_SITE_LINE = 64;
/** Repeats that may take more or less; one fewer where the pattern may begin anywhere on the line. */
const MOST_REPEATS = 4;
/** Each option and each choice doubles the ways to search, four of them as much as one repeat more. */
const OPTIONS_OF_A_REPEAT = 4;
const MOST_OPTIONS = 20;
const CLASS = /\[(?:\\.|[^\]\\])*\]/g;
const ESCAPED = /\\[^k1-9]/g;
const GROUP_KIND = /\(\?(?:[:=!]|<\w+>)/g;
const REPEAT = /[*+]|\{\d+,\d*\}/g;
/** A question mark that makes an option, not one that makes a repeat take as little as it can; and an alternative. */
const OPTION = /(?<![*+?}(])\?|\|/g;
const REPEAT_HERE = /^(?:[*+]|\{)/;
/** A reference back and a look behind search in ways that a count of repeats does not bound. */
const REFERENCE = /\\k<|\\[1-9]|\(\?<[=!]/;

/**
 * Reads a site's expression. It names the number `value` (or is its first group); `unit`, `stable` and `moving` may be
 * named too. Refuses one that is no expression (`syntax`), names no number (`no_value`), or could keep the program
 * searching for long (`too_slow`): a repeated group that holds a repeat or a choice, references back, too many repeats, options and
 * choices.
 */
export function siteExpression(text: string): SiteExpression {
  let pattern: RegExp;
  try {
    pattern = new RegExp(text);
  } catch {
    return { problem: 'syntax' };
  }
  const bare = text.replaceAll(CLASS, 'x').replaceAll(ESCAPED, 'x').replaceAll(GROUP_KIND, '(');
  if (REFERENCE.test(text) || repeatsAChoice(bare) || searchesLong(bare)) return { problem: 'too_slow' };
  return /\((?!\?)|\(\?<value>/.test(text.replaceAll(CLASS, 'x').replaceAll(ESCAPED, 'x')) ? { pattern } : { problem: 'no_value' };
}

/** A pattern that may begin anywhere on the line is searched like one with a repeat in front. */
function searchesLong(bare: string): boolean {
  const repeats = (bare.match(REPEAT) ?? []).length + (isAnchored(bare) ? 0 : 1);
  const options = (bare.match(OPTION) ?? []).length;
  return repeats > MOST_REPEATS || repeats * OPTIONS_OF_A_REPEAT + options > MOST_OPTIONS;
}

/** A caret holds only the alternative it begins. */
function isAnchored(bare: string): boolean {
  let outside = bare;
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replaceAll(/\([^()]*\)/g, 'x');
  }
  return outside.startsWith('^') && !outside.includes('|');
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
