import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RescueActions, RescueOutcome } from '../../../electron/main/rescue/rescue-actions.ts';
import { rescueCommands } from '../../../electron/main/rescue/rescue-commands.ts';
import { RescueDesk } from '../../../electron/main/rescue/rescue-desk.ts';
import { readRescueTexts, rescueText } from '../../../electron/main/rescue/rescue-texts.ts';

const texts = readRescueTexts(join(import.meta.dirname, '../../../resources'));

function desk(actions: Partial<RescueActions> = {}) {
  const tried: string[] = [];
  const idle = async (): Promise<RescueOutcome> => ({ done: 'cancelled', detail: '' });
  const made = new RescueDesk({ exportLog: idle, verifyBooks: idle, restoreBackup: idle, ...actions }, () => tried.push('again'), texts, 'zh');
  made.open({ code: 'disk_full', message: '<b>no space</b>' });
  const page = async (method = 'GET', path = '/') => made.serve(method, path).text();
  return { made, tried, page };
}

describe('the rescue screen', () => {
  test('says everything in both languages', () => {
    expect(Object.keys(texts.zh).sort()).toEqual(Object.keys(texts.en).sort());
    for (const text of Object.values(texts.zh)) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of Object.values(texts.en)) expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test('has a sentence for a trouble it does not know', () => {
    expect(rescueText(texts.en, 'trouble.never_heard_of')).toBe(texts.en['trouble.internal']);
  });

  test('shows what a dying core said as words, never as markup', async () => {
    expect(await desk().page()).toContain('&#60;b&#62;no space');
  });

  test('acts only when a button is pressed, and one thing at a time', async () => {
    let begun = 0;
    let finish: (outcome: RescueOutcome) => void = () => {};
    const { page, tried } = desk({
      verifyBooks: () => {
        begun += 1;
        return new Promise((resolve) => { finish = resolve; });
      },
    });
    expect(await page('GET', '/verify')).not.toContain('http-equiv="refresh"');
    expect(begun).toBe(0);
    expect(await page('POST', '/verify')).toContain('http-equiv="refresh"');
    await page('POST', '/verify');
    await page('POST', '/try-again');
    expect([begun, tried.length]).toEqual([1, 0]);
    finish({ done: 'books_bad', detail: 'seq 12' });
    await new Promise(setImmediate);
    const after = await page();
    expect(after).toContain(texts.zh['done.books_bad']);
    expect(after).toContain('seq 12');
    await page('POST', '/try-again');
    expect(tried).toHaveLength(1);
  });

  test('does not promise that nothing is lost when the books may be hurt', async () => {
    const { made, page } = desk();
    expect(await page()).toContain(texts.zh['what_is_safe']);
    made.open({ code: 'database_corrupt', message: '' });
    expect(await page()).not.toContain(texts.zh['what_is_safe']);
  });

  test('tells a failed action instead of hanging', async () => {
    const { page } = desk({ exportLog: () => Promise.reject(new Error('USB gone')) });
    await page('POST', '/export-log');
    await new Promise(setImmediate);
    expect(await page()).toContain('USB gone');
  });

  test('knows no other address', () => {
    expect(desk().made.serve('POST', '/format-disk').status).toBe(404);
  });
});

describe('the rescue actions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rescue-'));
  const asked: (readonly string[])[] = [];
  const actions = (exitCode: number, output: string, chosen: string | null) => rescueCommands({
    dataFolder: folder,
    command: async (args) => {
      asked.push(args);
      return { exitCode, output, messages: '' };
    },
    chooseFile: async () => chosen,
    titles: { log: 'log', backup: 'backup' },
  });

  test('tell good books from bad ones and from a check that could not run', async () => {
    expect((await actions(0, '{"ok":true}', null).verifyBooks()).done).toBe('books_good');
    expect((await actions(1, '{"ok":false,"firstBad":{"seq":3}}', null).verifyBooks()).done).toBe('books_bad');
    expect((await actions(1, '', null).verifyBooks()).done).toBe('failed');
    expect((await actions(2, '{"fault":"disk_full"}', null).verifyBooks()).done).toBe('failed');
  });

  test('restore only what was chosen', async () => {
    asked.length = 0;
    expect((await actions(0, '', null).restoreBackup()).done).toBe('cancelled');
    expect(asked).toEqual([]);
    expect((await actions(0, '', '/usb/b').restoreBackup()).done).toBe('restored');
    expect(asked[0]).toContain('/usb/b');
  });

  test('save all logs as one file, and an empty one when there are none', async () => {
    const target = join(folder, 'out.txt');
    await actions(0, '', target).exportLog();
    expect(readFileSync(target, 'utf8')).toBe('');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'logs', 'station.log'), 'core');
    writeFileSync(join(folder, 'logs', 'shell.log'), 'shell');
    await actions(0, '', target).exportLog();
    expect(readFileSync(target, 'utf8')).toBe('===== shell.log\nshell\n\n===== station.log\ncore\n');
  });
});
