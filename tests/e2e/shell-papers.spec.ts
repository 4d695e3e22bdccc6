import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { htmlPage } from '../../electron/core/documents/html-page.ts';
import { launchShell, type ShellUnderTest } from '../support/shell/launch-shell.ts';
import { ShellPage } from '../support/shell/shell-page.ts';

const slip = (number: string): string => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${number}</title><style>
@page { size: A4; margin: 15mm } body { font-family: "Noto Sans SC"; font-size: 12pt } .total { background: #2f6b3c; color: #fff; font-weight: 700; padding: 4mm }
table { width: 100%; border-collapse: collapse } td { border: 0.3mm solid #333; padding: 1mm 2mm }</style></head><body>
<h1>过磅单 ${number}</h1><p>社员：张三·龘　品名：竹笋　斤 公斤</p>
<table>${Array.from({ length: 60 }, (_, at) => `<tr><td>筐 ${at + 1}</td><td>23.45 公斤</td><td>净重 net</td></tr>`).join('')}</table>
<p class="total">金额 ¥ 245.00　贰佰肆拾伍元整</p><script>document.body.textContent = 'a script ran'</script></body></html>`;

test.describe('papers as PDF', () => {
  let shell: ShellUnderTest;
  let page: ShellPage;
  let folder: string;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'));
    shell = await launchShell();
    page = new ShellPage(shell.page);
    await page.waitForPorts(1);
  });
  test.afterEach(async () => {
    await shell.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function print(html: string): Promise<string> {
    const bytes = await shell.page.evaluate(async (text) => [...((await window.shell.call('pdf', text)) as Uint8Array)], html);
    const file = join(process.env['SHELL_PAPERS'] ?? folder, `paper-${bytes.length}.pdf`);
    writeFileSync(file, new Uint8Array(bytes));
    return file;
  }

  const wordsOf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

  test('Chinese words are whole, can be searched, and bring their font along', async () => {
    const file = await print(slip('LX01A-T-2026-000123'));
    const words = wordsOf(file);
    for (const part of ['过磅单 LX01A-T-2026-000123', '社员：张三·龘', '贰佰肆拾伍元整', '筐 60']) expect(words).toContain(part);
    expect(words).not.toContain('a script ran');
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
    expect(fonts).toContain('NotoSansSC');
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+[2-9][\s\S]*A4/);
  });

  test('a name of rare characters stands on a page as letters, with the fonts that have them', async () => {
    const file = await print(htmlPage({ locale: 'zh', title: '结算单', fontBase: 'app://print/fonts/', size: 'A5', watermark: null }, '<h1>结算单</h1><p>张𠮷𬭎 ꆈꌠ Łukasz ő</p>'));
    expect(wordsOf(file)).toContain('张𠮷𬭎 ꆈꌠ Łukasz ő');
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
    for (const family of ['NotoSansSC', 'StationLetters', 'StationRareHan']) expect(fonts).toMatch(new RegExp(`\\+${family}\\S*\\s.*\\syes\\s`));
  });

  test('several papers asked for at once each come out as themselves', async () => {
    const numbers = ['LX01A-T-2026-000001', 'LX01A-T-2026-000002', 'LX01A-T-2026-000003'];
    const files = await Promise.all(numbers.map((number) => print(slip(number).replace('12pt', `1${number.at(-1)}pt`))));
    files.forEach((file, at) => expect(wordsOf(file)).toContain(numbers[at]));
  });

  test('a paper reaches nothing outside itself', async () => {
    const words = wordsOf(await print(`<body><p>before</p><img src="http://127.0.0.1:9/x.png" alt="no picture">
      <iframe src="app://station/"></iframe><link rel="stylesheet" href="file:///etc/passwd"><p>after</p></body>`));
    expect(words).toContain('before');
    expect(words).toContain('after');
    expect(words).not.toContain('Shell test page');
  });
});
