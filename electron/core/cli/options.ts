/** What stands behind the verb: words, options with a value, and switches. */
export interface CommandOptions {
  readonly words: readonly string[];
  value(name: string): string | undefined;
  has(name: string): boolean;
}

const withValue = new Set(['data', 'as', 'file', 'from', 'to', 'folder', 'job', 'out', 'locale', 'size', 'sample', 'sheet']);

/** Reads `--name value`, `--name=value` and `--switch`; the order is free. */
export function readOptions(args: readonly string[]): CommandOptions {
  const words: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (let index = 0; index < args.length; index += 1) {
    const part = args[index] ?? '';
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(part);
    const name = match?.[1] ?? '';
    if (!match) words.push(part);
    else if (match[2] !== undefined) values.set(name, match[2]);
    else if (withValue.has(name) && args[index + 1] !== undefined) values.set(name, args[(index += 1)] ?? '');
    else switches.add(name);
  }
  return { words, value: (name) => values.get(name), has: (name) => switches.has(name) };
}
