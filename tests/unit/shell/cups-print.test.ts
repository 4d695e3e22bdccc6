import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printByCups } from '../../../electron/main/pdf/cups-print.ts';
import { paperOfPdf } from '../../../electron/main/pdf/paper-of-pdf.ts';

async function pdfOf(width: number, height: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([width, height]).drawText('GZ01A-S-2026-000001', { x: 20, y: 20 });
  return pdf.save({ useObjectStreams: false });
}

test('a PDF says itself which paper it was drawn for', async () => {
  expect(paperOfPdf(await pdfOf(594.95996, 841.91998))).toEqual({ name: 'A4', landscape: false });
  expect(paperOfPdf(await pdfOf(842, 595))).toEqual({ name: 'A4', landscape: true });
  expect(paperOfPdf(await pdfOf(419.52, 595.32))).toEqual({ name: 'A5', landscape: false });
  expect(paperOfPdf(Buffer.from('no PDF'))).toEqual({ name: 'A4', landscape: false });
});

describe.skipIf(process.platform === 'win32')('handing a PDF to CUPS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lp-'));
  const path = process.env['PATH'];
  /** A command `lp` that writes down what it was told and given; printers called 'gone' and 'closed' it does not serve. */
  const lp = `#!/bin/sh
printf '%s\\n' "$@" > "${folder}/told"
cat > "${folder}/given.pdf"
case "$2" in
  gone) echo 'lp: The printer or class does not exist.' >&2; exit 1;;
  closed) echo 'lp: Destination "closed" is not accepting jobs.' >&2; exit 1;;
  slow) sleep 30;;
esac
echo 'request id is office-1 (0 file(s))'
`;
  beforeAll(() => {
    writeFileSync(join(folder, 'lp'), lp);
    chmodSync(join(folder, 'lp'), 0o755);
    process.env['PATH'] = `${folder}:${path ?? ''}`;
  });
  afterAll(() => {
    process.env['PATH'] = path;
    rmSync(folder, { recursive: true, force: true });
  });
  const never = new AbortController().signal;

  test('the bytes arrive as they are, for the printer and the paper named, under a title that tells nothing', async () => {
    const pdf = await pdfOf(419.52, 595.32);
    expect(await printByCups(pdf, '办公室 HP', never)).toBe('sent');
    expect(readFileSync(join(folder, 'told'), 'utf8').trim().split('\n')).toEqual(['-d', '办公室 HP', '-t', 'Village Station', '-o', 'media=A5', '-o', 'print-scaling=none']);
    expect(readFileSync(join(folder, 'given.pdf')).equals(pdf)).toBe(true);
  });

  test('a printer that is not there is told apart from one that does not take the paper', async () => {
    expect(await printByCups(await pdfOf(595, 842), 'gone', never)).toBe('missing');
    expect(await printByCups(await pdfOf(595, 842), 'closed', never)).toBe('refused');
  });

  test('a command that hangs is given up, and where there is none the shell hears of it', async () => {
    await expect(printByCups(await pdfOf(595, 842), 'slow', AbortSignal.timeout(200))).rejects.toThrow();
    process.env['PATH'] = join(folder, 'nowhere');
    await expect(printByCups(await pdfOf(595, 842), 'office', never)).rejects.toThrow(/ENOENT/);
    expect(existsSync(join(folder, 'given.pdf'))).toBe(true);
  });
});
