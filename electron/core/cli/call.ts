import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { approvalSchema } from '../../contract/envelope.ts';
import type { Envelope } from '../../contract/envelope.ts';
import { isOperationName, operations } from '../../contract/operations.ts';
import { systemClock } from '../platform/clock.ts';
import { systemIds } from '../platform/ids.ts';
import { parseJson } from '../platform/json-text.ts';
import { openCoreLine } from './core-line.ts';
import type { CoreLine } from './core-line.ts';
import { firstLine } from './first-line.ts';
import type { CommandOptions } from './options.ts';
import { commandPlaces } from './places.ts';
import { failure, languageOf } from './words.ts';

const person = z.object({ user: z.string(), pin: z.string() }).strict();
const lineSchema = z.object({
  op: z.string(), input: z.unknown(), commandId: z.string().optional(), as: person.optional(), approval: approvalSchema.optional(),
}).strict();
type CallLine = z.infer<typeof lineSchema>;
type Person = z.infer<typeof person>;

const invalid = (field: string, problem: string): Envelope<never> => ({ ok: false, refusal: { code: 'invalid_input', params: { field, problem } } });
export const exitOf = (envelope: Envelope<unknown>): 0 | 1 | 2 => (envelope.ok ? 0 : 'refusal' in envelope ? 1 : 2);

/** Calls operations one after another: each line's person stays signed in until another line names one. */
function caller(line: CoreLine): (request: CallLine, fallback: Person | null) => Promise<Envelope<unknown>> {
  const ids = systemIds(systemClock);
  let signedIn = '';
  return async (request, fallback) => {
    const wanted = request.as ?? (signedIn === '' ? fallback : null);
    if (wanted && signedIn !== JSON.stringify(wanted)) {
      const answer = await line.call({ op: 'session.signIn', input: wanted, commandId: ids.ulid() });
      if (!answer.ok) return answer;
      signedIn = JSON.stringify(wanted);
    }
    const isCommand = isOperationName(request.op) && operations[request.op].kind === 'command';
    const commandId = request.commandId ?? (isCommand ? ids.ulid() : undefined);
    return line.call({ op: request.op, input: request.input ?? {}, commandId, approval: request.approval });
  };
}

/** Bytes that are no UTF-8 (a Windows shell may send GBK) come out of the decoder as this sign; a name must not be booked so. */
const unreadableSign = '\uFFFD';

function readLine(text: string): CallLine | Envelope<never> {
  if (text.includes(unreadableSign)) return invalid('line', 'not_utf8');
  // A file saved by a Windows editor may begin with a byte order mark.
  const parsed = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (parsed === undefined) return invalid('line', 'not_json');
  const shaped = lineSchema.safeParse(parsed);
  return shaped.success ? shaped.data : invalid(shaped.error.issues[0]?.path.join('.') ?? '', 'request');
}

/** The PIN comes from STATION_PIN; else, when the request is an argument, from the first line of standard input. */
async function personOf(options: CommandOptions, input: NodeJS.ReadableStream | null): Promise<Person | null> {
  const user = options.value('as');
  if (user === undefined) return null;
  const named = process.env['STATION_PIN'];
  if (named !== undefined) return { user, pin: named };
  return { user, pin: input === null ? '' : await firstLine(input) };
}

/** A slow reader at the other end of a pipe must not make the answers pile up in memory. */
async function say(envelope: Envelope<unknown>): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(envelope)}\n`)) await once(process.stdout, 'drain');
}

/** `call <operation> '<json>'` and `call --stdin`: one answer a line; the exit code is that of the worst answer. */
export async function callVerb(options: CommandOptions, input: NodeJS.ReadableStream): Promise<number> {
  const many = options.has('stdin');
  const given = await personOf(options, many ? null : input);
  const [op = '', text = '{}'] = options.words;
  const json = parseJson(text);
  const lines = many ? createInterface({ input, crlfDelay: Infinity }) : [JSON.stringify({ op, input: json ?? text })];
  if (!many && json === undefined) {
    await say(invalid('input', 'not_json'));
    return 1;
  }
  let line: CoreLine | null = null;
  let worst = 0;
  let call: ReturnType<typeof caller> | null = null;
  try {
    for await (const part of lines) {
      if (part.trim() === '') continue;
      const request = readLine(part);
      let answer: Envelope<unknown>;
      if ('ok' in request) answer = request;
      else {
        line ??= await openCoreLine(commandPlaces(options));
        call ??= caller(line);
        answer = await call(request, given);
      }
      worst = Math.max(worst, exitOf(answer));
      await say(answer);
    }
  } catch (error) {
    await say(failure(error, languageOf(options)));
    worst = 2;
  } finally {
    await line?.close();
  }
  return worst;
}
