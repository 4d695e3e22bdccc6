import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandOptions } from './options.ts';
import { commandPlaces } from './places.ts';
import { commandWords, languageOf, tell } from './words.ts';

/** Verbs that a checkout of the source offers and the packaged program does not, by the script that does them. */
const scripts: Readonly<Record<string, string>> = { bench: 'bench', demo: 'demo' };

/** `bench` and `demo`: runs the project's own script of that name with the same arguments. Exit code of the script; 2 outside a checkout. */
export async function checkoutVerb(verb: string, args: readonly string[], options: CommandOptions): Promise<number> {
  const { checkout } = commandPlaces(options);
  if (checkout === null || !existsSync(join(checkout, 'package.json'))) {
    tell(commandWords(languageOf(options), 'checkoutOnly', { verb }));
    return 2;
  }
  const child = spawn('npm', ['run', '-s', scripts[verb] ?? verb, '--', ...args], { cwd: checkout, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => resolve(code ?? 2));
    child.on('error', reject);
  });
}
