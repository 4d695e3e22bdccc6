import { randomBytes } from 'node:crypto';
import faultsEn from '../../../resources/locales/en/fault.json' with { type: 'json' };
import systemEn from '../../../resources/locales/en/system.json' with { type: 'json' };
import faultsZh from '../../../resources/locales/zh/fault.json' with { type: 'json' };
import systemZh from '../../../resources/locales/zh/system.json' with { type: 'json' };
import type { FaultBody } from '../../contract/envelope.ts';
import { asFault } from '../rpc/outcome.ts';
import type { CommandOptions } from './options.ts';

const texts = { zh: { system: systemZh, faults: faultsZh }, en: { system: systemEn, faults: faultsEn } } as const;
export type CommandKey = keyof typeof systemZh.cli & keyof typeof systemEn.cli;

/** Language of the messages: `--locale`, else the system's own when it is English; Chinese comes first. */
export function languageOf(options: CommandOptions): 'zh' | 'en' {
  const named = options.value('locale');
  if (named === 'zh' || named === 'en') return named;
  const system = process.env['LC_ALL'] || process.env['LANG'] || '';
  return system.startsWith('en') ? 'en' : 'zh';
}

/** Words go to standard error; standard output carries results only. */
export function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}

export const commandWords = (language: 'zh' | 'en', key: CommandKey, params: Readonly<Record<string, string | number>> = {}): string =>
  texts[language].system.cli[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));

/** One JSON text on one line of standard output. */
export function answer(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** What failed as a fault with a sentence for the person; what is no fault is a bug and is told with its stack. */
export function failure(error: unknown, language: 'zh' | 'en'): { ok: false; fault: FaultBody } {
  const fault = asFault(error);
  const correlationId = randomBytes(4).toString('hex').toUpperCase();
  const code = fault?.code ?? 'internal';
  const { what, saved, do: todo } = texts[language].faults[code];
  tell([what, saved, todo].join(' '));
  if (fault === null) tell(error instanceof Error ? error.stack ?? error.message : String(error));
  return { ok: false, fault: { code, params: fault?.params ?? {}, correlationId } };
}
