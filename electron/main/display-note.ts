import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const noteFile = (shellFolder: string): string => join(shellFolder, 'display.json');

/** Whether the customer's display was wanted when the desk last said so; without a readable note it was not. */
export function wasDisplayShown(shellFolder: string): boolean {
  try {
    const note = JSON.parse(readFileSync(noteFile(shellFolder), 'utf8')) as { shown?: unknown } | null;
    return note?.shown === true;
  } catch {
    return false;
  }
}

export function noteDisplayShown(shellFolder: string, shown: boolean): void {
  writeFileSync(noteFile(shellFolder), JSON.stringify({ shown }));
}
