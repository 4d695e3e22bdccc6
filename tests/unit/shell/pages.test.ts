import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printPolicy, rescuePolicy, stationPolicy } from '../../../electron/main/pages/content-security-policy.ts';
import { isStationAddress, mayNavigate } from '../../../electron/main/pages/page-address.ts';
import { fileAnswer, fileBelow } from '../../../electron/main/pages/page-files.ts';
import { stationPage } from '../../../electron/main/pages/station-pages.ts';
import { isFromStationPage } from '../../../electron/main/sender-check.ts';

describe('the files of the page', () => {
  let root: string;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'pages-'));
    mkdirSync(join(root, 'pages', 'assets'), { recursive: true });
    writeFileSync(join(root, 'secret.json'), '{}');
    writeFileSync(join(root, 'pages', 'index.html'), '<!doctype html><html><head lang="zh"><title>x</title></head></html>');
    writeFileSync(join(root, 'pages', 'assets', '字 体.woff2'), 'font');
    writeFileSync(join(root, 'pages', 'notes.sqlite'), 'no page has this');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const get = (path: string) => fileAnswer(join(root, 'pages'), path, 'p');

  test('carry their type and the policy', async () => {
    const font = await get('/assets/%E5%AD%97%20%E4%BD%93.woff2');
    expect(font.status).toBe(200);
    expect(font.headers.get('content-type')).toBe('font/woff2');
    expect(font.headers.get('x-content-type-options')).toBe('nosniff');
    expect(font.headers.get('content-security-policy')).toBe('p');
  });

  test('are only those below the folder, of kinds that pages have', async () => {
    for (const path of ['/../secret.json', '/..%2fsecret.json', '/assets/../../secret.json', '/%00', '/%E0%A4%A', '/..%5csecret.json', '/notes.sqlite', '/assets', '/missing.js', '/index.html/x.js']) {
      expect({ path, status: (await get(path)).status }).toEqual({ path, status: 404 });
    }
  });

  test('no address whatever leads outside', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', '\\', 'a', '%00', '//')), (parts) => {
      const file = fileBelow('/srv/pages', `/${parts.join('')}`);
      expect(file === null || file.startsWith('/srv/pages/')).toBe(true);
    }));
  });

  test('the first page carries the nonce of its own policy, a new one each time', async () => {
    const load = async () => {
      const response = await stationPage(join(root, 'pages'), '/');
      const inPage = /<head lang="zh"><meta name="csp-nonce" nonce="([^"]+)">/.exec(await response.text())?.[1];
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${inPage}'`);
      return inPage;
    };
    expect(await load()).not.toBe(await load());
  });
});

describe('the policies', () => {
  test('allow no inline script, no eval, no foreign host', () => {
    for (const policy of [stationPolicy('n'), rescuePolicy, printPolicy]) {
      expect(policy).toMatch(/^default-src 'none'; base-uri 'none';/);
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*unsafe-inline/);
    }
    expect(rescuePolicy).not.toContain('script-src');
    expect(printPolicy).not.toContain('script-src');
  });
});

describe('where a page may go', () => {
  test.each([
    ['app://station/', 'app://station/#/members', true],
    ['app://station/#/a', 'app://station/', true],
    ['app://station/', 'app://station/other.html', false],
    ['app://station/', 'app://rescue/', false],
    ['app://station/', 'https://station/', false],
    ['app://rescue/', 'app://rescue/verify', true],
    ['app://rescue/', 'app://station/', false],
    ['app://station/', 'app://station.evil/', false],
    ['', 'app://station/', false],
    ['app://print/x', 'app://print/y', false],
  ])('from %s to %s: %s', (from, to, allowed) => {
    expect(mayNavigate(from, to)).toBe(allowed);
  });

  test('an address is the station\'s only with its own scheme, host and nothing added', () => {
    expect(['app://station/x', 'app://user@station/', 'app://station:8/', 'file://station/', 'station', ''].map(isStationAddress))
      .toEqual([true, false, false, false, false, false]);
  });

  test('a message is heard only from the top frame of the station\'s page', () => {
    expect(isFromStationPage({ senderFrame: { url: 'app://station/', parent: null } })).toBe(true);
    expect(isFromStationPage({ senderFrame: { url: 'app://station/', parent: {} } })).toBe(false);
    expect(isFromStationPage({ senderFrame: { url: 'app://rescue/', parent: null } })).toBe(false);
    expect(isFromStationPage({ senderFrame: null })).toBe(false);
  });
});
