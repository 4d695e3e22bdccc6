import { PassThrough, Readable } from 'node:stream';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaleVerb } from '../../../electron/core/cli/scale.ts';

async function run(args: readonly string[], lines: readonly string[] = []): Promise<{ out: string[]; err: string; status: number }> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const read = async (stream: PassThrough): Promise<string> => {
    let text = '';
    for await (const piece of stream) text += String(piece);
    return text;
  };
  const both = Promise.all([read(stdout), read(stderr)]);
  const status = await scaleVerb(args, { stdin: Readable.from([`${lines.join('\n')}\n`]), stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, err] = await both;
  return { out: out.trimEnd().split('\n'), err, status };
}

const frame = '02 2B 30 30 30 37 38 36 32 31 30 03';

describe('scale verb of the command line', () => {
  it('decodes one frame given as hexadecimal', async () => {
    const { out, status } = await run(['decode', '--protocol', 'yaohua-tf0', '--hex', frame]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject([{ status: 'ok', value: '7.86' }]);
    expect(status).toBe(0);
  });

  it('decodes a recorded file as one array', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scale-verb-'));
    const file = join(folder, 'recording.bin');
    writeFileSync(file, 'ST,GS,+ 7.86kg\r\n'.repeat(9_000));
    const { out } = await run(['decode', '--protocol', 'st-gs', '--file', file]);
    expect(JSON.parse(out[0] ?? '')).toHaveLength(9_000);
    rmSync(folder, { recursive: true });
  });

  it('answers every line of standard input with one array, and a wrong one with an empty array and words', async () => {
    const { out, err } = await run(['decode', '--stdin'], [
      JSON.stringify({ protocol: 'yaohua-tf0', hex: frame, config: { unit: 'kg' } }),
      JSON.stringify({ protocol: 'yaohua-tf0', chunks: [frame.slice(0, 8), frame.slice(9)] }),
      '{not json', JSON.stringify({ protocol: 'nobody', hex: '02' }), JSON.stringify({ protocol: 'st-gs', hex: '0' }), JSON.stringify({ protocol: 'st-gs', hex: '' }), '[]',
    ]);
    expect(out.map((line) => (JSON.parse(line) as { grams: string | null; value: string }[]).map((reading) => reading.grams ?? reading.value))).toEqual([['7860'], ['7.86'], [], [], [], [], []]);
    expect(err.trim().split('\n')).toHaveLength(4);
  });

  it('gives an empty array for an unknown protocol', async () => {
    expect(await run(['decode', '--protocol', 'nobody', '--hex', '02'])).toMatchObject({ out: ['[]'], status: 1 });
  });

  it('tells how it is used when the arguments make no sense', async () => {
    expect(await run(['decode', '--nonsense'])).toMatchObject({ status: 2, out: [''] });
    expect((await run(['weigh'])).err).toContain('yaohua-tf0');
  });

  it.each([
    [{ protocol: 'yaohua-cmd', address: 1, command: 'B' }, '02 41 42 30 33 03'],
    [{ protocol: 'yaohua-cmd', address: '0x02', command: 'D' }, '02 42 44 30 36 03'],
    // The usual example of the Modbus manuals: 3 registers from 006Bh of unit 11h.
    [{ protocol: 'modbus-rtu', address: 17, register: '0x6B', count: 3 }, '11 03 00 6B 00 03 76 87'],
    [{ protocol: 'mt-sics', command: 'SI' }, '53 49 0D 0A'],
    [{ protocol: 'toledo-8217' }, '57'],
    [{ protocol: 'toledo-8217', command: 'Ehello' }, '45 68 65 6C 6C 6F'],
    [{ protocol: 'yaohua-cmd' }, '02 41 42 30 33 03'],
    [{ protocol: 'yaohua-cmd', address: 26, command: 'R' }, '02 5A 52 30 38 03'],
    [{ protocol: 'cas-enq', command: 'DC2' }, '12'],
    [{ protocol: 'sma', command: 'W' }, '0A 57 0D'],
    [{ protocol: 'nci' }, '57 0D'],
    [{ protocol: 'cas-enq' }, '05'],
    [{ protocol: 'cas-enq', command: 'weight' }, '11'],
    [{ protocol: 'dini-argeo', address: 3 }, '30 33 52 45 41 44 0D 0A'],
    [{ protocol: 'sartorius-sbi' }, '1B 50 0D 0A'],
  ])('encodes %j', async (request, hex) => {
    expect((await run(['encode', '--stdin'], [JSON.stringify(request)])).out).toEqual([JSON.stringify({ hex })]);
  });

  it.each([
    { protocol: 'yaohua-cmd', address: 0 }, { protocol: 'yaohua-cmd', address: '0x1B' }, { protocol: 'yaohua-cmd', command: 'BB' }, { protocol: 'yaohua-cmd', command: '=' },
    { protocol: 'yaohua-cmd', address: 1.5 }, { protocol: 'cas-enq', command: 'tare' }, { protocol: 'cas-enq', command: '' }, { protocol: 'toledo-8217', command: 'WW' },
    { protocol: 'toledo-8217', command: 'w' }, { protocol: 'toledo-8217', command: '' },
  ])('refuses to encode %j', async (request) => {
    const { out, err } = await run(['encode', '--stdin'], [JSON.stringify(request)]);
    expect(out).toEqual(['{"hex":""}']);
    expect(err).not.toBe('');
  });

  it('says so when a request does not fit', async () => {
    const { out, err } = await run(['encode', '--stdin'], ['{"protocol":"st-gs"}', '{"protocol":"yaohua-cmd","address":27}', '{"protocol":"constructor"}', 'x']);
    expect(out).toEqual(Array.from({ length: 4 }, () => '{"hex":""}'));
    expect(err.trim().split('\n')).toHaveLength(4);
  });
});
