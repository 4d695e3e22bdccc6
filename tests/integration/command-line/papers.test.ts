import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPicture } from '../../support/dot-picture.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { CommandLineStation } from '../../support/command-line.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { parseZpl } from '../../support/zpl-parser.ts';
import { workedStation } from '../tampering/books.ts';

const line = new CommandLineStation();
let station: TestStation;
let codes: { slips: string[]; keys: string };
let jobs: Array<{ ulid: string; paper: string }> = [];
beforeAll(async () => {
  station = await testStation();
  await workedStation(station);
  jobs = station.core.station.db.file.prepare('SELECT ulid, paper FROM print_job ORDER BY id').all() as typeof jobs;
  const clerk = await station.as('clerk');
  const tickets = (await station.must(clerk, 'ticket.list', { limit: 2 })).rows;
  const pictures = await Promise.all(tickets.map(({ id, reverses }) => station.must(clerk, 'print.preview', { documentId: id, paper: reverses === null ? 'receipt' : 'reversal_slip' })));
  const read = await Promise.all(pictures.map(({ png }) => readQrCodes(readPicture(Buffer.from(png, 'base64')))));
  codes = { slips: read.flat(), keys: (await station.must(clerk, 'system.publicKeys', {})).base64 };
  await station.core.stop();
}, 60_000);
afterAll(async () => {
  await station.close();
  line.remove();
});

const render = (paper: string, form: string, out: string) => line.run(['print', 'render', '--job', jobs.find((job) => job.paper === paper)?.ulid ?? 'none', '--to', form, '--out', out, '--data', station.folder], { config: station.config });

test('the slip of a job is rendered as printer bytes and as a picture', async () => {
  const slip = join(line.folder, 'slip.bin');
  expect(await render('receipt', 'escpos', slip)).toMatchObject({ code: 0, stdout: '' });
  expect([...readFileSync(slip).subarray(0, 2)]).toEqual([0x1b, 0x40]);
  const picture = join(line.folder, 'slip.png');
  expect(await render('receipt', 'png', picture)).toMatchObject({ code: 0 });
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
});

test('the label of a job is rendered as TSPL', async () => {
  const label = join(line.folder, 'label.bin');
  expect(await render('lot_label', 'tspl', label)).toMatchObject({ code: 0 });
  expect(readFileSync(label).subarray(0, 4).toString()).toBe('SIZE');
});

test('a form the paper does not have is refused with the forms there are, and so is an unknown job', async () => {
  expect(await render('receipt', 'zpl', join(line.folder, 'none'))).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'form_not_for_paper', params: { form: 'zpl', forms: 'escpos, png' } } }] });
  expect(await render('nothing', 'escpos', join(line.folder, 'none'))).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'job_unknown' } }] });
});

test('the label of a job is given in every label language and size, and a slip in none of them', async () => {
  for (const [form, start] of [['tspl', 'SIZE 30 mm,20 mm'], ['zpl', '^XA'], ['epl2', '\r\nq240'], ['cpcl', '! 0 200 200 160 1']] as const) {
    const out = join(line.folder, `label.${form}`);
    expect(await line.run(['print', 'render', '--job', jobs.find((job) => job.paper === 'lot_label')?.ulid ?? 'none', '--to', form, '--size', '30x20', '--out', out, '--data', station.folder], { config: station.config })).toMatchObject({ code: 0 });
    expect(readFileSync(out).subarray(0, start.length).toString()).toBe(start);
  }
});

test('a sample to try a printer with needs no books; an unknown sample or size is refused with those there are', async () => {
  const sample = (name: string, size: string, out: string) => line.run(['print', 'render', '--sample', name, '--size', size, '--to', 'zpl', '--out', join(line.folder, out), '--data', join(line.folder, 'no books here')], {});
  expect(await sample('member_card', '100x100', 'card.zpl')).toMatchObject({ code: 0 });
  expect(parseZpl(readFileSync(join(line.folder, 'card.zpl')))).toMatchObject({ widthDots: 800, heightDots: 800, copies: 1 });
  expect(await sample('ticket', '60x40', 'none')).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'sample_unknown' } }] });
  expect(await sample('lot_label', '61x40', 'none')).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'label_size_unknown' } }] });
});

test('the code of a slip is checked with the file of public keys alone', async () => {
  const { slips, keys } = codes;
  const file = join(line.folder, 'keys.json');
  writeFileSync(file, Buffer.from(keys, 'base64'));
  const check = (input: string, named = file, locale = 'zh') => line.run(['verify-qr', '--keys', named, '--locale', locale], { stdin: input });
  const good = await check(slips.join('\n'));
  expect([good.code, good.lines.map(({ ok }) => ok)]).toEqual([0, slips.map(() => true)]);
  expect(good.stderr).toContain('签名是真的：过磅单 ');
  const slip = slips[0] ?? '';
  const bad = await check([slip.replace(/\|-?(\d+)\|([0-9a-f]{32})\|/u, '|9$1|$2|'), slip.replace(/[0-9a-f]{12}(?=\|[^|]+$)/u, 'a'.repeat(12)), 'hello'].join('\n'), file, 'en');
  expect([bad.code, bad.lines.map(({ why }) => why)]).toEqual([1, ['not_genuine', 'key_unknown', 'not_a_code']]);
  expect(bad.stderr).toContain('the text was changed, or the station did not sign it');
  const foreign = join(line.folder, 'foreign.json');
  writeFileSync(foreign, Buffer.from(keys, 'base64').toString('utf8').replace(/"publicKey":"./u, '"publicKey":"_'));
  expect(await check(slip, foreign)).toMatchObject({ code: 1, lines: [{ ok: false, why: 'key_file_wrong' }] });
  expect(await check(slip, join(line.folder, 'no such file'))).toMatchObject({ code: 2, lines: [{ fault: { code: 'file_unreadable' } }] });
});
