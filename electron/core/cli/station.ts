import { Readable } from 'node:stream';
import { backupVerb } from './backup.ts';
import { callVerb } from './call.ts';
import { callList } from './call-list.ts';
import { checkoutVerb } from './checkout-script.ts';
import { dbVerify } from './db-verify.ts';
import { readOptions } from './options.ts';
import type { CommandOptions } from './options.ts';
import { commandWords, languageOf, tell } from './words.ts';

type Verb = (args: readonly string[], options: CommandOptions, input: NodeJS.ReadableStream) => Promise<number> | number;

/** What may be typed. Decoders, calculator and papers are loaded only when asked for. */
const verbs: Readonly<Record<string, Verb>> = {
  call: (_args, options, input) => (options.has('list') ? callList() : callVerb(options, input)),
  db: (_args, options) => (options.words[0] === 'verify' ? dbVerify(options) : unknown(`db ${options.words[0] ?? ''}`, options)),
  backup: (_args, options, input) => backupVerb(options, input),
  async scale(args, _options, input) {
    const { scaleVerb } = await import('./scale.ts');
    return scaleVerb(args, { stdin: asReadable(input), stdout: process.stdout, stderr: process.stderr });
  },
  async calc(_args, options, input) {
    const { calcCommand } = await import('./calc-command.ts');
    return calcCommand(options, asReadable(input));
  },
  async print(_args, options) {
    const { printRender } = await import('./print-render.ts');
    return options.words[0] === 'render' ? printRender(options) : unknown(`print ${options.words[0] ?? ''}`, options);
  },
  async 'verify-qr'(_args, options, input) {
    const { verifyQr } = await import('./verify-qr.ts');
    return verifyQr(options, input);
  },
  bench: (args, options) => checkoutVerb('bench', args, options),
  demo: (args, options) => checkoutVerb('demo', args, options),
};

const asReadable = (input: NodeJS.ReadableStream): Readable => (input instanceof Readable ? input : new Readable().wrap(input));

function unknown(verb: string, options: CommandOptions): number {
  tell(commandWords(languageOf(options), 'unknownVerb', { verb }));
  return 2;
}

/** Runs one command and gives its exit code: 0 done, 1 the business says no, 2 something failed. Standard output carries results only. */
export async function commandLine(args: readonly string[], input: NodeJS.ReadableStream): Promise<number> {
  const [name, ...rest] = args;
  const options = readOptions(rest);
  if (name === undefined || name === '--help' || name === 'help' || options.has('help')) {
    process.stdout.write(`${commandWords(languageOf(readOptions(args)), 'help')}\n`);
    return name === undefined ? 2 : 0;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  return verb ? verb(rest, options, input) : unknown(name, options);
}

/** Started directly, from a checkout. In the bundle the core process calls {@link commandLine} itself. */
if (/[\\/]cli[\\/]station\.ts$/.test(process.argv[1] ?? '')) {
  commandLine(process.argv.slice(2), process.stdin).then(
    // A pipe may still hold the last lines; ending at once would cut them off.
    (code) => process.stdout.write('', () => process.exit(code)),
    (error: unknown) => {
      tell(error instanceof Error ? error.stack ?? error.message : String(error));
      process.exit(2);
    },
  );
}
