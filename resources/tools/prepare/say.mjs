// Progress lines for the person at the terminal. They go to standard error, so that a tool's own output stays clean.

/** Writes one progress line. */
export function say(text) {
  process.stderr.write(`[prepare] ${text}\n`);
}

/** A preparation step that cannot go on; its message is the whole explanation and is shown without a stack. */
export class CannotPrepare extends Error {}
