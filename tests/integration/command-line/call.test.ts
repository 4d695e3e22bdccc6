import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../../electron/contract/operations.ts';
import { CommandLineStation } from '../../support/command-line.ts';

const station = new CommandLineStation();
beforeAll(() => station.found(), 60_000);
afterAll(() => station.remove());

const manager = { user: 'zhanzhang', pin: '2580' };
const stdin = (lines: readonly unknown[]): string => lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

test('a question is answered on standard output alone, with exit code 0', async () => {
  const said = await station.run(['call', 'session.state', '{}']);
  expect(said).toMatchObject({ code: 0, lines: [{ ok: true, data: { folderKind: 'training', phase: 'sign_in' } }] });
  expect(said.stdout.trim().split('\n')).toHaveLength(1);
});

test('the person comes by --as and the PIN from STATION_PIN or from standard input, never as an argument', async () => {
  expect(await station.run(['call', 'system.head', '{}', '--as', 'zhanzhang'], { pin: '2580' })).toMatchObject({ code: 0 });
  expect(await station.run(['call', 'system.head', '{}', '--as', 'zhanzhang'], { stdin: '2580\n' })).toMatchObject({ code: 0 });
  expect(await station.run(['call', 'system.head', '{}', '--as', 'zhanzhang'], { pin: '0000' })).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'pin_wrong' } }] });
  expect(await station.run(['call', 'system.head', '{}'])).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'not_signed_in' } }] });
});

test('a call whose request is no JSON is refused and touches nothing', async () => {
  expect(await station.run(['call', 'member.list', '{"search":'])).toMatchObject({ code: 1, lines: [{ ok: false, refusal: { code: 'invalid_input', params: { problem: 'not_json' } } }] });
});

test('many requests go over one process: the last person named holds, a bad line does not stop the next, and the worst answer gives the exit code', async () => {
  const member = { name: '龙阿婆', nickname: null, houseGroup: '二组', kind: 'member', phone: null, acceptDuplicate: true };
  const said = await station.run(['call', '--stdin'], { stdin: stdin([
    { op: 'system.head', input: {} },
    { op: 'member.quickAdd', input: member, as: manager },
    { op: 'system.head', input: {} },
    'this is no JSON',
    { op: 'member.quickAdd', input: member, nonsense: 1 },
    { op: 'no.such', input: {} },
    { op: 'member.quickAdd', input: { ...member, name: '' } },
    { op: 'setting.save', input: { key: 'receipt.mask_name', value: true }, as: { user: 'siban', pin: '3690' } },
  ]) });
  expect(said.lines.map((line) => ('refusal' in line ? (line['refusal'] as { code: string }).code : line['ok']))).toEqual(
    ['not_signed_in', true, true, 'invalid_input', 'invalid_input', 'unknown_operation', 'invalid_input', 'not_permitted']);
  expect(said.code).toBe(1);
});

test('the same command id is answered the same, and with other input it is refused', async () => {
  const commandId = '01JD0000000000000000000001';
  const add = (name: string) => ({ op: 'member.quickAdd', commandId, input: { name, nickname: null, houseGroup: '三组', kind: 'member', phone: null, acceptDuplicate: true }, as: manager });
  const said = await station.run(['call', '--stdin'], { stdin: stdin([add('田老三'), add('田老三'), add('田老四')]) });
  expect(said.lines[0]).toMatchObject({ ok: true });
  expect(said.lines[1]).toEqual(said.lines[0]);
  expect(said.lines[2]).toMatchObject({ ok: false, refusal: { code: 'command_id_reused' } });
});

test('a second person consents beside the input', async () => {
  const line = { op: 'recovery.newCode', input: {}, as: manager };
  const said = await station.run(['call', '--stdin'], { stdin: stdin([
    line, { ...line, approval: { user: 'kuaiji', pin: '9999' } }, { ...line, approval: { user: 'zhanzhang', pin: '2580' } }, { ...line, approval: { user: 'kuaiji', pin: '1470' } },
  ]) });
  expect(said.lines.map((answer) => (answer['refusal'] as { code: string } | undefined)?.code ?? 'ok')).toEqual(['approval_required', 'approval_wrong_pin', 'approval_same_person', 'ok']);
});

test('every operation is listed with its kind, right, refusals and the schemas of what goes in and comes out', async () => {
  const said = await station.run(['call', '--list']);
  expect(said.code).toBe(0);
  expect(said.lines.map((line) => line['op'])).toEqual(Object.keys(operations));
  const post = said.lines.find((line) => line['op'] === 'ticket.post');
  expect(post).toMatchObject({ kind: 'command', permission: 'ticket.write', input: { type: 'object' }, output: { type: 'object' } });
  expect(post?.['refusals']).toEqual(expect.arrayContaining(['clock_stopped', 'command_id_reused', ...operations['ticket.post'].refusals]));
});

test('a training folder opened as the real one is a fault with a plain sentence', async () => {
  const said = await station.run(['call', 'session.state', '{}', '--training', '--data', station.data]);
  expect(said.code).toBe(0);
  const live = new CommandLineStation();
  await live.run(['call', 'session.state', '{}']);
  const wrong = await live.run(['call', 'session.state', '{}', '--training']);
  expect(wrong).toMatchObject({ code: 2, lines: [{ ok: false, fault: { code: 'folder_kind' } }] });
  expect(wrong.stderr).toContain('练习账和正式账弄混了');
  live.remove();
});

test('while one process holds the folder, another speaks to it over the local line under a sign-in of its own', async () => {
  const holder = station.start(['call', '--stdin']);
  const answers: string[] = [];
  holder.stdout?.setEncoding('utf8').on('data', (part: string) => answers.push(part));
  holder.stdin?.write(`${JSON.stringify({ op: 'system.head', input: {}, as: manager })}\n`);
  await expect.poll(() => answers.join(''), { timeout: 20_000 }).toContain('"ok":true');
  expect(await station.run(['call', 'system.head', '{}'])).toMatchObject({ code: 1, lines: [{ refusal: { code: 'not_signed_in' } }] });
  expect(await station.run(['call', 'system.head', '{}', '--as', 'kuaiji'], { pin: '1470' })).toMatchObject({ code: 0 });
  expect(await station.run(['db', 'verify'])).toMatchObject({ code: 0 });
  expect(await station.run(['backup', 'restore', '--file', 'x.sqlite'])).toMatchObject({ code: 1, lines: [{ refusal: { code: 'backup_invalid' } }] });
  holder.stdin?.end();
  await new Promise((done) => holder.on('close', done));
});

test('help tells the verbs, and an unknown verb is told on standard error alone', async () => {
  const help = await station.run(['--help']);
  expect(help).toMatchObject({ code: 0 });
  for (const verb of ['call', 'db verify', 'backup restore', 'scale', 'calc', 'print render', 'bench', 'demo']) expect(help.stdout).toContain(verb);
  expect(await station.run(['--help', '--locale', 'en'])).toMatchObject({ stdout: expect.stringContaining('Exit codes') as string });
  expect(await station.run(['frobnicate'])).toMatchObject({ code: 2, stdout: '' });
});

test('scale and calculator answer without any folder', async () => {
  const decoded = await station.run(['scale', 'decode', '--stdin'], { stdin: '{"protocol":"nosuch","hex":"00"}\nnonsense\n' });
  expect(decoded.stdout.trim().split('\n')).toEqual(['[]', '[]']);
  expect(await station.run(['calc', 'nosuch', '--stdin'], { stdin: '{}\n' })).toMatchObject({ code: 1, lines: [{ error: { code: 'unknown_rule' } }] });
});

test('the calculator reads a file, answers every figure, and says in words what a wrong line breaks', async () => {
  const file = join(station.folder, 'delivery.json');
  writeFileSync(file, JSON.stringify({ net_g: 514_800, price_e4: 232_000, terms: [{ factor: 'moisture', acts: 'weight', method: 'dry_matter', base_pct: '14.0' }], measures: { moisture: '15.3' } }, null, 2));
  const whole = await station.run(['calc', 'terms', '--file', file]);
  expect(whole).toMatchObject({ code: 0, stderr: '', lines: [{ deductions: [{ keeps_exact: '847/860', taken_g: 7_780 }], settlement_g: 507_020, amount_fen: 1_176_286 }] });
  const mixed = await station.run(['calc', 'amount-words', '--stdin', '--locale', 'en'], { stdin: stdin([{ fen: 5 }, 'nonsense', { fen: 80 }]) });
  expect(mixed.lines).toEqual([{ words: '伍分' }, { error: { code: 'not_json', field: 'line' } }, { words: '捌角整' }]);
  expect(mixed.stderr).toBe('line 2, line: This line is not JSON.\n');
});
