import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerHost, type ShellServices } from '../../../electron/main/host-answers.ts';
import { openKeyStore, type SafeStorage } from '../../../electron/main/key-store.ts';
import { OneAtATime, TooLate, within } from '../../../electron/main/one-at-a-time.ts';
import { pageSizeOf } from '../../../electron/main/pdf/paper-size.ts';
import { withPrintFonts } from '../../../electron/main/pdf/print-fonts.ts';
import { defaultPlace, readPlace, usablePlace, writePlace } from '../../../electron/main/window-bounds.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'place-')), 'window.json');

  test('is remembered', () => {
    const place = { bounds: { x: 10, y: 20, width: 1400, height: 800 }, maximized: true };
    writePlace(file, place);
    expect(readPlace(file)).toEqual(place);
  });

  test('is the usual one when the note is missing or spoilt', () => {
    expect(readPlace(`${file}.none`)).toEqual(defaultPlace);
    for (const text of ['', '{', 'null', '[]', '{"bounds":{"width":"wide","height":700}}', '{"bounds":null}']) {
      writeFileSync(file, text);
      expect({ text, place: readPlace(file) }).toEqual({ text, place: defaultPlace });
    }
  });

  test('is centred again when its screen has gone', () => {
    const place = { bounds: { x: 3000, y: 100, width: 1366, height: 768 }, maximized: false };
    expect(usablePlace(place, [screen]).bounds).toEqual({ width: 1366, height: 768 });
    expect(usablePlace(place, [screen, { ...screen, x: 1920 }]).bounds).toEqual(place.bounds);
  });

  test('is never smaller than a desk can be', () => {
    expect(usablePlace({ bounds: { x: 0, y: 0, width: 10, height: 10 }, maximized: false }, [screen]).bounds).toMatchObject({ width: 1024, height: 640 });
  });
});

function storage(available: boolean, backend?: string): SafeStorage {
  const base = {
    isEncryptionAvailable: () => available,
    encryptString: (text: string) => Buffer.from(`sealed:${text}`),
    decryptString: (sealed: Buffer) => sealed.toString().slice('sealed:'.length),
  };
  return backend === undefined ? base : { ...base, getSelectedStorageBackend: () => backend };
}

describe('the key store', () => {
  test('is offered only where it protects', () => {
    expect(openKeyStore('win32', storage(true))).not.toBeNull();
    expect(openKeyStore('win32', storage(false))).toBeNull();
    expect(openKeyStore('linux', storage(true, 'gnome_libsecret'))).not.toBeNull();
    expect(openKeyStore('linux', storage(true, 'basic_text'))).toBeNull();
    expect(openKeyStore('linux', storage(true, 'unknown'))).toBeNull();
    expect(openKeyStore('linux', storage(true))).toBeNull();
  });

  test('gives back the bytes it was given', () => {
    const store = openKeyStore('darwin', storage(true));
    const key = new Uint8Array([0, 255, 1, 128]);
    const sealed = store?.seal(key) ?? new Uint8Array();
    expect(sealed).not.toEqual(key);
    expect(store?.unseal(sealed)).toEqual(key);
  });
});

describe('papers for PDF', () => {
  test('sizes are names or micrometres within what printers have', () => {
    expect(pageSizeOf('A5')).toBe('A5');
    expect(pageSizeOf({ widthUm: 58_000, heightUm: 254_000 })).toEqual({ width: 58_000 / 25_400, height: 10 });
    expect(() => pageSizeOf({ widthUm: 0, heightUm: 100_000 })).toThrow(RangeError);
    expect(() => pageSizeOf({ widthUm: 58_000.5, heightUm: 100_000 })).toThrow(RangeError);
  });

  test('every document knows the bundled face, with a head or without', () => {
    const fonts = [{ weight: 400, url: '/fonts/x.ttf', path: '/x.ttf' }];
    expect(withPrintFonts('<html><head lang="zh"><title>t</title>', fonts)).toMatch(/^<html><head lang="zh"><style>@font-face\{font-family:"Noto Sans SC"/);
    expect(withPrintFonts('<p>bare</p>', fonts)).toMatch(/^<style>.*<\/style><p>bare/);
  });
});

describe('one at a time', () => {
  test('jobs run in order, never two at once, and a failed one stops nobody', async () => {
    const queue = new OneAtATime();
    const seen: string[] = [];
    const job = (name: string, fails = false) => queue.run(async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
    const results = await Promise.allSettled([job('a'), job('b', true), job('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('a job that takes too long is given up', async () => {
    await expect(within(10, 'Waiting', new Promise(() => {}))).rejects.toBeInstanceOf(TooLate);
    await expect(within(1_000, 'Waiting', Promise.resolve(1))).resolves.toBe(1);
  });
});

describe('what core asks of the shell', () => {
  const services: ShellServices = {
    htmlToPdf: () => Promise.reject(new Error('no paper')),
    systemPrinters: async () => [{ name: 'HP', shownName: '办公室', isDefault: true }],
    printPdf: async (_pdf, printer) => (printer === 'HP' ? 'sent' : 'missing'),
    chooseFile: async (request) => (request.kind === 'save' ? '/chosen' : null),
    showCustomerDisplay: (shown) => shown === true,
    openTraining: async () => false,
    keyStore: null,
  };

  test('is answered under its own number, and a failure is an answer', async () => {
    expect(await answerHost({ type: 'ask', id: 4, call: 'choose-file', input: { kind: 'save' } }, services)).toEqual({ type: 'answer', id: 4, ok: true, value: '/chosen' });
    expect(await answerHost({ type: 'ask', id: 5, call: 'choose-file', input: { kind: 'open' } }, services)).toMatchObject({ id: 5, ok: true, value: null });
    expect(await answerHost({ type: 'ask', id: 6, call: 'html-to-pdf', input: { html: '', options: { paper: 'A4' } } }, services))
      .toEqual({ type: 'answer', id: 6, ok: false, code: 'internal', message: 'no paper' });
    expect(await answerHost({ type: 'ask', id: 8, call: 'system-printers', input: {} }, services)).toMatchObject({ ok: true, value: [{ name: 'HP', isDefault: true }] });
    expect(await answerHost({ type: 'ask', id: 9, call: 'print-pdf', input: { pdf: new Uint8Array(), printer: 'HP' } }, services)).toMatchObject({ id: 9, ok: true, value: 'sent' });
    expect(await answerHost({ type: 'ask', id: 7, call: 'unseal-key', input: new Uint8Array() }, services)).toMatchObject({ ok: false, code: 'key_wrong' });
  });
});
