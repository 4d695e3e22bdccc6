/** One thing the demo proves: what was expected and what came out, in the form people compare. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
}

/** Collects checks and says each step as it happens. */
export class DemoReport {
  readonly checks: Check[] = [];
  /** What a viewer has seen by the end, in one sentence each. */
  readonly shown: string[] = [];
  readonly #start = Date.now();

  /** Seconds since the start, with one decimal. */
  seconds(): string {
    const tenths = Math.round((Date.now() - this.#start) / 100);
    return `${Math.floor(tenths / 10)}.${tenths % 10}`;
  }

  step(words: string): void {
    process.stdout.write(`${this.seconds().padStart(6)} s  ${words}\n`);
  }

  /** Names something the demo has shown whole; the closing summary lists it. */
  shows(words: string): void {
    this.shown.push(words);
  }

  equal(name: string, actual: string | number | boolean | null | undefined, expected: string | number | boolean): void {
    this.checks.push({ name, ok: actual === expected, expected: String(expected), actual: String(actual) });
  }

  holds(name: string, ok: boolean, actual: string): void {
    this.checks.push({ name, ok, expected: 'holds', actual });
  }

  get ok(): boolean {
    return this.checks.length > 0 && this.checks.every((check) => check.ok);
  }

  /** The closing summary: what was shown, in the order of the story. */
  summary(): string {
    return ['shown:', ...this.shown.map((words) => `  · ${words}`)].join('\n');
  }

  table(): string {
    const width = Math.max(...this.checks.map((check) => columns(check.name)));
    return this.checks.map((check) => `${check.ok ? '✓' : '✗'} ${check.name}${' '.repeat(width - columns(check.name))}  ${check.actual}${check.ok ? '' : `   expected ${check.expected}`}`).join('\n');
  }
}

/** Chinese characters take two columns of a terminal. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}
