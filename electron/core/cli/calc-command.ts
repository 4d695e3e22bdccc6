import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parseJson } from '../platform/json-text.ts';
import { calcVerb, isCalcRule } from './calc.ts';
import { calcList, refusedLine } from './calc-words.ts';
import type { CommandOptions } from './options.ts';
import { answer, commandWords, languageOf, tell } from './words.ts';

/** The lines of a file. A single JSON object may stand over several lines, as an editor writes it. */
async function linesOf(file: string): Promise<Readable> {
  const text = await readFile(file, 'utf8');
  const whole = parseJson(text);
  return Readable.from([whole === undefined ? text : JSON.stringify(whole)]);
}

/**
 * Answers `calc <rule>` from standard input or a file, and `calc --list`. Results go to standard output, a sentence for every wrong line
 * to standard error. Exit status 1 for a rule it does not know, 2 for a file that cannot be read.
 */
export async function calcCommand(options: CommandOptions, input: Readable): Promise<number> {
  const language = languageOf(options);
  if (options.has('list')) {
    calcList(language).forEach(answer);
    return 0;
  }
  const [rule = ''] = options.words;
  const file = options.value('file');
  const isKnown = isCalcRule(rule);
  if (!isKnown) tell(commandWords(language, 'unknownRule', { rule }));
  try {
    const lines = file === undefined ? input : await linesOf(file);
    await calcVerb(rule, lines, process.stdout, (line, refused) => isKnown && tell(refusedLine(language, line, refused)));
    return isKnown ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || file === undefined) throw error;
    tell(commandWords(language, 'unreadable', { file }));
    return 2;
  }
}
