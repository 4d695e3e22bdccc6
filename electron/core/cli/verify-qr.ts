import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import en from '../../../resources/locales/en/signed-code.json' with { type: 'json' };
import zh from '../../../resources/locales/zh/signed-code.json' with { type: 'json' };
import { yuanText } from '../../domain/money.ts';
import { kilogramText } from '../../domain/mass.ts';
import { checkCode, type CodeKey, type CodeVerdict } from '../documents/signed-code.ts';
import { Fault } from '../platform/fault.ts';
import { keyIdOf } from '../platform/signing.ts';
import { keyFileFormat } from '../services/system/public-keys.ts';
import type { CommandOptions } from './options.ts';
import { answer, failure, languageOf, tell } from './words.ts';

const texts = { zh, en } as const;

const keyFile = z.object({
  format: z.literal(keyFileFormat), madeAt: z.string(), cooperative: z.string(),
  keys: z.array(z.object({ algorithm: z.literal('ed25519'), keyId: z.string(), publicKey: z.string(), desk: z.string(), from: z.string(), until: z.string().nullable() })).min(1),
});
type KeyFile = z.infer<typeof keyFile>;

/** What is printed as JSON: the verdict, and whose keys of which day it rests on. */
type Said = CodeVerdict | { readonly ok: false; readonly why: 'key_file_wrong'; readonly facts: null };

/**
 * `verify-qr --keys <file> ["<text of the code>"]`: checks the code of a slip with public keys alone; without a text the codes are read from
 * standard input, one a line. Needs no data folder and no network. One JSON a line, a sentence on standard error. Exit 1 when a code is not
 * good, 2 when the file of keys cannot be read.
 */
export async function verifyQr(options: CommandOptions, input: NodeJS.ReadableStream): Promise<number> {
  const language = languageOf(options);
  try {
    const keys = await readKeys(options.value('keys') ?? '');
    const codes = options.words.length > 0 ? [options.words[0] ?? ''] : await linesOf(input);
    const said = codes.map((code): Said => (keys === null ? { ok: false, why: 'key_file_wrong', facts: null } : checkCode(code.trim(), keys.keys)));
    for (const verdict of said) {
      tell(sentence(verdict, keys, language));
      answer(verdict);
    }
    return said.length > 0 && said.every(({ ok }) => ok) ? 0 : 1;
  } catch (error) {
    answer(failure(error, language));
    return 2;
  }
}

/** Null for a file that is none of ours, or in which a key does not bear its own name. */
async function readKeys(path: string): Promise<KeyFile | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => { throw new Fault('file_unreadable', { file: path }, error); });
  const parsed = keyFile.safeParse(jsonOf(text));
  return parsed.success && parsed.data.keys.every((key: CodeKey) => keyIdOf(key.publicKey) === key.keyId) ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function linesOf(input: NodeJS.ReadableStream): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8').split('\n').filter((line) => line.trim() !== '');
}

/** The verdict in words; a good one also says what no code can prove. */
function sentence(verdict: Said, keys: KeyFile | null, language: 'zh' | 'en'): string {
  const { why, good, kind, member, unknown } = texts[language];
  const filled = (template: string, params: Readonly<Record<string, string>>): string => template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
  if (!verdict.ok) return filled(why[verdict.why], { key: verdict.facts?.keyId ?? '' });
  const { facts } = verdict;
  return `${filled(good, { kind: kind[facts.kind], number: facts.number, date: facts.businessDate, member: facts.memberCode === '-' ? '' : filled(member, { code: facts.memberCode }), kilograms: kilogramText(facts.grams), yuan: yuanText(facts.fen), head: facts.chainHead, cooperative: keys?.cooperative ?? '', made: keys?.madeAt.slice(0, 10) ?? '' })} ${unknown}`;
}
