/** A site's own pattern for the lines of its scale, or why it cannot be used. */
export type SiteExpression = { readonly pattern: RegExp } | { readonly problem: 'syntax' | 'no_value' | 'too_slow' };

/** A bounded line and so few open-ended repeats keep the search short whatever the scale sends. */
const MOST_OPEN_REPEATS = 4;
const CLASS = /\[(?:\\.|[^\]\\])*\]/g;
const ESCAPED = /\\[^k1-9]/g;
const OPEN_REPEAT = /[*+]|\{\d+,\}/g;
const OPEN_REPEAT_HERE = /^(?:[*+]|\{\d+,\})/;
const REPEAT_BEHIND = /^(?:[*+]|\{)/;
/** A reference back and a look behind search in ways that a count of repeats does not bound. */
const REFERENCE = /\\k<|\\[1-9]|\(\?<[=!]/;

/**
 * Reads a site's expression. It names the number `value` (or is its first group); `unit`, `stable` and `moving` may be
 * named too. Refuses one that is no expression (`syntax`), names no number (`no_value`), or could keep the program
 * searching for long (`too_slow`): repeats inside repeats, references back, more than four open-ended repeats.
 */
export function siteExpression(text: string): SiteExpression {
  let pattern: RegExp;
  try {
    pattern = new RegExp(text);
  } catch {
    return { problem: 'syntax' };
  }
  const bare = text.replaceAll(CLASS, 'x').replaceAll(ESCAPED, 'x');
  if (REFERENCE.test(text) || isNested(bare) || (bare.match(OPEN_REPEAT) ?? []).length > MOST_OPEN_REPEATS) return { problem: 'too_slow' };
  return /\((?!\?)|\(\?<value>/.test(bare) ? { pattern } : { problem: 'no_value' };
}

/** Whether a group that repeats openly somewhere inside is repeated itself. */
function isNested(bare: string): boolean {
  const repeatsInside: boolean[] = [false];
  for (let at = 0; at < bare.length; at += 1) {
    const rest = bare.slice(at);
    if (rest.startsWith('(')) repeatsInside.push(false);
    else if (rest.startsWith(')')) {
      const inside = repeatsInside.pop() === true;
      if (inside && REPEAT_BEHIND.test(rest.slice(1))) return true;
      if (inside) repeatsInside[repeatsInside.length - 1] = true;
    } else if (OPEN_REPEAT_HERE.test(rest)) repeatsInside[repeatsInside.length - 1] = true;
  }
  return false;
}
