import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { decoderConfigSchema } from '../../contract/scale-profile.ts';
import type { Decoder } from '../devices/scale/decoder/decoder.ts';
import { hexText, parseHex } from '../devices/scale/decoder/hex.ts';
import { createDecoder, scaleProtocols } from '../devices/scale/protocols/protocol-table.ts';
import { requestProtocols, scaleRequestBytes, scaleRequestSchema } from '../devices/scale/requests/scale-request.ts';
import { parseJson } from '../platform/json-text.ts';

export interface VerbStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** One answer: what goes to standard output, and what went wrong, for standard error. */
interface Answer {
  readonly output: string;
  readonly problem: string | null;
}

const hexBytes = z.string().transform((text, context) => {
  const bytes = parseHex(text);
  if (bytes === null) context.addIssue({ code: 'custom', message: 'not hexadecimal' });
  return bytes ?? new Uint8Array(0);
});
const decodeLineSchema = z.object({ protocol: z.string(), hex: hexBytes.optional(), chunks: z.array(hexBytes).optional(), config: decoderConfigSchema.default({}) });

const USAGE = `scale decode --protocol <key> (--hex "02 2B ..." | --file <file>) [--config '<json>']
scale decode --stdin      {"protocol","hex" | "chunks":[hex],"config":{}} a line
scale encode --stdin      {"protocol","address"?,"command"?,"register"?,"count"?} a line
protocols: ${scaleProtocols.map((protocol) => protocol.key).join(' ')}
requests:  ${requestProtocols.join(' ')}
`;

/** Answers `scale decode` and `scale encode`; returns the exit status. */
export async function scaleVerb(args: readonly string[], streams: VerbStreams): Promise<number> {
  const parsed = readArguments(args);
  if (parsed === null) {
    streams.stderr.write(USAGE);
    return 2;
  }
  const { verb, values } = parsed;
  if (verb === 'encode') return eachLine(streams, encodeLine);
  if (values.stdin === true) return eachLine(streams, (line) => decodeLine(line, values.protocol));
  const config = decoderConfigSchema.safeParse(parseJson(values.config ?? '{}'));
  const decoder = config.success ? createDecoder(values.protocol ?? '', config.data) : null;
  if (decoder === null) return finish(streams, nothing(config.success ? `unknown protocol ${values.protocol ?? ''}` : 'config does not fit'));
  const bytes = values.file === undefined ? bytesOf(values.hex ?? '') : createReadStream(values.file);
  if (bytes === null) return finish(streams, nothing('not hexadecimal'));
  return decodeStream(decoder, bytes, streams);
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { protocol: { type: 'string' }, hex: { type: 'string' }, file: { type: 'string' }, config: { type: 'string' }, stdin: { type: 'boolean' } },
    });
    const [verb] = positionals;
    const isComplete = verb === 'encode' ? values.stdin === true : verb === 'decode' && (values.stdin === true || values.hex !== undefined || values.file !== undefined);
    return isComplete && positionals.length === 1 ? { verb, values } : null;
  } catch (error) {
    // An option that does not exist is answered with the usage, like everything else that cannot be understood.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function bytesOf(hex: string): readonly Uint8Array[] | null {
  const bytes = parseHex(hex);
  return bytes === null ? null : [bytes];
}

/** One array for the whole stream, written as it grows: a recording of a day needs no memory. */
async function decodeStream(decoder: Decoder, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, streams: VerbStreams): Promise<number> {
  let isFirst = true;
  const write = async (readings: readonly unknown[]): Promise<void> => {
    if (readings.length === 0) return;
    const joined = readings.map((reading) => JSON.stringify(reading)).join(',');
    const text = `${isFirst ? '' : ','}${joined}`;
    isFirst = false;
    if (!streams.stdout.write(text)) await once(streams.stdout, 'drain');
  };
  let status = 0;
  streams.stdout.write('[');
  try {
    for await (const chunk of chunks) await write(decoder.push(chunk));
    await write(decoder.end());
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    streams.stderr.write(`${error.message}\n`);
    status = 1;
  }
  streams.stdout.write(']\n');
  return status;
}

async function eachLine(streams: VerbStreams, answer: (line: string) => Answer): Promise<number> {
  for await (const line of createInterface({ input: streams.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const { output, problem } = answer(line);
    if (problem !== null) streams.stderr.write(`${problem}\n`);
    // A slow reader at the other end of a pipe must not make the answers pile up in memory.
    if (!streams.stdout.write(`${output}\n`)) await once(streams.stdout, 'drain');
  }
  return 0;
}

function finish(streams: VerbStreams, answer: Answer): number {
  streams.stdout.write(`${answer.output}\n`);
  streams.stderr.write(`${answer.problem ?? ''}\n`);
  return 1;
}

const nothing = (problem: string): Answer => ({ output: '[]', problem });

/** Decodes one line of `scale decode --stdin`. An unknown protocol or a line that does not fit gives `[]` and a word about it. */
export function decodeLine(line: string, usual?: string): Answer {
  const json = parseJson(line);
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const parsed = decodeLineSchema.safeParse(isObject ? { ...(usual === undefined ? {} : { protocol: usual }), ...json } : json);
  if (!parsed.success) return nothing(firstProblem(parsed.error));
  const { protocol, hex, chunks, config } = parsed.data;
  const decoder = createDecoder(protocol, config);
  if (decoder === null) return nothing(`unknown protocol ${protocol}`);
  const pieces = chunks ?? (hex === undefined ? null : [hex]);
  if (pieces === null) return nothing('hex or chunks is missing');
  return { output: JSON.stringify([...pieces.flatMap((piece) => decoder.push(piece)), ...decoder.end()]), problem: null };
}

/** Encodes one line of `scale encode --stdin`; a request that does not fit gives an empty `hex` and a word about it. */
export function encodeLine(line: string): Answer {
  const parsed = scaleRequestSchema.safeParse(parseJson(line));
  const bytes = parsed.success ? scaleRequestBytes(parsed.data) : null;
  if (bytes !== null) return { output: JSON.stringify({ hex: hexText(bytes) }), problem: null };
  return { output: JSON.stringify({ hex: '' }), problem: parsed.success ? `${parsed.data.protocol} takes no such request` : firstProblem(parsed.error) };
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`.trim();
}
