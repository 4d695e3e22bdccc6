import { createInterface } from 'node:readline';

/** The first line of standard input without its end; empty when there is none. Secrets come this way, never as arguments. */
export async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input })) return line.trim();
  return '';
}
