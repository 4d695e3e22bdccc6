import { execFileSync } from 'node:child_process';
import { PDFDocument, degrees } from 'pdf-lib';
import { expect, test } from 'vitest';
import { PdfFrame } from '../../../electron/core/documents/pdf-frame.ts';
import { markPiece, pagesPiece, type PdfPart } from '../../../electron/core/documents/pdf-pieces.ts';

/** A document whose pages carry these words; `packed` as some writers pack their objects. */
async function pdfOf(words: readonly string[], { packed = false, turned = false } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const word of words) {
    const page = pdf.addPage([595, 842]);
    page.drawText(word, { x: 40, y: 40, ...(turned ? { rotate: degrees(90) } : {}) });
  }
  return pdf.save({ useObjectStreams: packed });
}

/** The file that these parts make, written in pieces of so many. */
async function fileOf(parts: readonly PdfPart[], aPiece: number, frame = new PdfFrame(), before: readonly Uint8Array[] = [frame.begin()]): Promise<Buffer> {
  const bytes = [...before];
  for (let at = 0; at < parts.length; at += aPiece) bytes.push(frame.add(await pagesPiece({ parts: parts.slice(at, at + aPiece), first: frame.next })));
  bytes.push(frame.end());
  return Buffer.concat(bytes);
}
const pagesOf = (file: Buffer): string[] => execFileSync('pdftotext', ['-', '-'], { input: file, encoding: 'utf8' }).split('\f').slice(0, -1).map((page) => page.trim().split(/\s+/).toSorted().join(' '));
/** What a strict reader has to say against the file. */
const complaints = (file: Buffer): string => execFileSync('sh', ['-c', 'pdfinfo - 2>&1 | grep -i -E "error|warning" || true'], { input: file, encoding: 'utf8' });

test('whatever the size of the pieces, the file holds all pages in their order', async () => {
  const parts = await Promise.all([['a1', 'a2'], ['b1'], ['c1', 'c2', 'c3'], ['d1'], ['e1']].map(async (words, at) => ({ pdf: await pdfOf(words, { packed: at % 2 === 0 }), mark: null })));
  for (const aPiece of [1, 2, 5]) {
    const file = await fileOf(parts, aPiece);
    expect(pagesOf(file)).toEqual(['a1', 'a2', 'b1', 'c1', 'c2', 'c3', 'd1', 'e1']);
    expect(complaints(file)).toBe('');
    expect((await PDFDocument.load(file)).getPageCount()).toBe(8);
  }
});

test('a mark stands on every page of the documents that have one, upright whatever the page itself drew, and is written once', async () => {
  const frame = new PdfFrame();
  const begin = frame.begin();
  const piece = await markPiece({ pdf: await pdfOf(['COPY-1']), first: frame.next });
  const parts = [{ pdf: await pdfOf(['a1', 'a2'], { turned: true }), mark: piece.mark }, { pdf: await pdfOf(['b1']), mark: null }, { pdf: await pdfOf(['c1']), mark: piece.mark }];
  const file = await fileOf(parts, 2, frame, [begin, frame.add(piece)]);
  expect(pagesOf(file)).toEqual(['COPY-1 a1', 'COPY-1 a2', 'b1', 'COPY-1 c1']);
  expect(complaints(file)).toBe('');
  expect(frame.pages).toBe(4);
  const places = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: file, encoding: 'utf8' }).matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>COPY-1</g);
  expect(new Set([...places].map(([, x, y]) => `${x} ${y}`)).size).toBe(1);
});

test('a file without a page is still one that readers open', async () => {
  const frame = new PdfFrame();
  expect((await PDFDocument.load(Buffer.concat([frame.begin(), frame.end()]))).getPageCount()).toBe(0);
});
