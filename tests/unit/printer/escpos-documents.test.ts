import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_DRAWER } from '../../../electron/core/devices/printer/escpos-commands.ts';
import { RASTER_58, RASTER_80, TEXT_58, TEXT_80, type EscposProfile } from '../../../electron/core/devices/printer/escpos-profile.ts';
import { makePaperJob, previewPaper } from '../../../electron/core/devices/printer/paper-job.ts';
import { qrMatrix } from '../../../electron/core/documents/qr-matrix.ts';
import { checkCode } from '../../../electron/core/documents/signed-code.ts';
import { openPaperPen, type PaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { shippedFonts } from '../../../electron/core/documents/shipped-fonts.ts';
import { layoutReceipt, lineText } from '../../../electron/core/documents/receipt-layout.ts';
import type { ReceiptDocument, ReceiptPaper } from '../../../electron/core/documents/receipt-document.ts';
import { awkwardTexts } from '../../support/awkward-combinations.ts';
import { counts } from '../../support/counts.ts';
import { readPicture, type DotPicture } from '../../support/dot-picture.ts';
import { parseEscpos, printedText, type PrintedPart } from '../../support/escpos-parser.ts';
import { escposPicture } from '../../support/escpos-picture.ts';
import { foreignQr, readQrCodes } from '../../support/qr-reader.ts';
import { sampleKey } from '../../support/receipt-samples.ts';
import { boxedOf, missingIn } from '../../support/missing-characters.ts';
import { slipRequests, type SlipRequest } from '../../support/slip-requests.ts';

const fonts = join(import.meta.dirname, '../../../resources/fonts');
const copy = { number: 2, at: Date.UTC(2026, 10, 22, 6, 5), byName: '王小梅' };
let pen: PaperPen;
beforeAll(() => { pen = openPaperPen(fonts); });

const profiles: readonly (readonly [string, EscposProfile])[] = [
  ['58 mm, own font', TEXT_58], ['80 mm, own font', TEXT_80], ['58 mm, picture', RASTER_58], ['80 mm, picture', RASTER_80],
  ['80 mm, font of GB2312, drawn codes', { ...TEXT_80, charset: 'gb2312', qr: 'raster' }],
  ['58 mm, font of GB18030, drawer, tones, full cut, dark', { ...TEXT_58, charset: 'gb18030', drawer: { ...USUAL_DRAWER, pin: 5 }, beeps: 2, cut: 'full', density: 4 }],
  ['80 mm, no knife, light', { ...TEXT_80, cut: 'none', density: -3 }],
];

const parsed = (request: SlipRequest): PrintedPart[] => parseEscpos(makePaperJob(request, pen).bytes, request.profile.paper.dots, { fourBytes: request.profile.charset === 'gb18030' });
const preview = (request: SlipRequest): DotPicture => readPicture(previewPaper(request, pen).png);

/** A code that the printer draws itself may come out some modules smaller: its encoder parts the text otherwise. Dots by which the paper is shorter. */
async function smallerCode(request: SlipRequest): Promise<number> {
  const code = parsed(request).find((part) => part.kind === 'qr');
  if (code?.kind !== 'qr') return 0;
  return (qrMatrix(code.text, 'M').size - (await foreignQr(code.text, 'M')).size) * code.moduleDots;
}

/** How far the paper moves with a part that has no code of the printer's own. */
const heightOf = (part: PrintedPart): number => {
  if (part.kind === 'line') return part.pitch;
  return part.kind === 'raster' ? part.rows : part.kind === 'feed' ? part.dots : 0;
};

const columnsOf = (text: string): number => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0);

describe.each(profiles)('every slip on a printer of %s', (_, profile) => {
  it.each(['zh', 'en', 'both'] as const)('is understood byte by byte and ends with what the printer can do (%s)', (locale) => {
    for (const request of slipRequests(profile, locale, null, true)) {
      const parts = parsed(request);
      expect(parts.filter((part) => part.kind === 'cut').map((part) => part.full)).toEqual(profile.cut === 'none' ? [] : [profile.cut === 'full']);
      expect(parts.filter((part) => part.kind === 'drawer')).toEqual(request.kind === 'voucherReceipt' && request.options.drawer === true && profile.drawer !== null ? [{ kind: 'drawer', pin: 5, onMs: 50, offMs: 500 }] : []);
      expect(parts.filter((part) => part.kind === 'beep').length).toBe(profile.beeps > 0 ? 1 : 0);
      expect(parts.flatMap((part) => (part.kind === 'density' ? [part.level] : []))).toEqual(profile.density === 0 ? [] : [profile.density]);
    }
  });

  it('has a preview as long as the paper, and its code is read', async () => {
    // The weigh slip on every printer, the others in turn: the drawing and reading of codes is what takes the time.
    const turn = profiles.findIndex(([, each]) => each === profile);
    for (const request of slipRequests(profile, 'zh', null).filter((_each, index) => index === 0 || index === 1 + (turn % 7))) {
      const paper = await escposPicture(parsed(request), profile.paper.dots);
      const shown = preview(request);
      expect([request.kind, paper.width, paper.height - (profile.cut === 'none' ? 120 : 0) + await smallerCode(request)]).toEqual([request.kind, shown.width, shown.height]);
      if (request.kind === 'queueSlip') continue;
      const codes = await readQrCodes(paper);
      expect([request.kind, codes]).toEqual([request.kind, [request.data.qrText]]);
      expect(checkCode(codes[0] ?? '', [{ ...sampleKey, from: '2026-01-01', until: null }])).toMatchObject({ ok: true, facts: { memberCode: '*0012' } });
    }
  });
});

describe('a slip as one picture', () => {
  it.each([['58 mm', RASTER_58], ['80 mm', RASTER_80], ['80 mm, zeros burn', { ...RASTER_80, invert: true }]] as const)('equals its preview dot by dot, also with awkward texts (%s)', async (_, profile) => {
    for (const text of [null, '𠮷😀"引号" Müller\u001b@']) {
      for (const request of slipRequests(profile, text === null ? 'en' : 'zh', text, true)) {
        const parts = parsed(request);
        const paper = await escposPicture(parts.filter((part) => part.kind === 'raster' || part.kind === 'feed'), profile.paper.dots);
        const shown = preview(request);
        expect(paper.height).toBe(shown.height);
        const rasters = rasterRows(parts);
        const differing = paper.black.findIndex((black, dot) => (profile.invert && rasters[Math.floor(dot / paper.width)] === true ? 1 - black : black) !== shown.black[dot]);
        expect([request.kind, differing]).toEqual([request.kind, -1]);
      }
    }
  });

  it('single lines that go as pictures among text equal the same rows of the preview', () => {
    let compared = 0;
    for (const request of slipRequests({ ...TEXT_80, qr: 'raster' }, 'zh', '𬭎·㐂').filter((each) => each.kind === 'returnSlip' || each.kind === 'crateSlip' || each.kind === 'queueSlip')) {
      const shown = preview(request);
      let top = 0;
      for (const part of parsed(request)) {
        if (part.kind === 'raster') {
          compared += part.rows;
          for (let row = 0; row < part.rows; row += 1) expect(rowOf(part, row)).toEqual([...shown.black.subarray((top + row) * shown.width, (top + row + 1) * shown.width)]);
        }
        top += heightOf(part);
      }
      expect(top).toBe(shown.height);
    }
    expect(compared).toBeGreaterThan(500);
  });
});

const rowOf = (part: PrintedPart & { readonly kind: 'raster' }, row: number): number[] =>
  Array.from({ length: part.bytesPerRow * 8 }, (_, x) => Math.floor((part.data[row * part.bytesPerRow + Math.floor(x / 8)] ?? 0) / 2 ** (7 - (x % 8))) % 2);

/** For each row of the paper whether a picture stands there. */
function rasterRows(parts: readonly PrintedPart[]): boolean[] {
  return parts.flatMap((part) => (part.kind === 'raster' ? Array.from({ length: part.rows }, () => true) : part.kind === 'feed' ? Array.from({ length: part.dots }, () => false) : []));
}

/** Figures of the laid out slip that stand at the right edge of its paper, each as it is written. */
function edgeFigures(slip: ReceiptDocument, paper: ReceiptPaper): string[] {
  return layoutReceipt(slip, paper).parts.flatMap((part) => {
    if (part.kind !== 'line') return [];
    const columns = part.runs.reduce((sum, run) => sum + columnsOf(run.text) * run.size.wide, 0);
    expect(columns).toBeLessThanOrEqual(paper.columns);
    const figure = /(?:^|\s)([-+￥]*\d[\d.]*)$/u.exec(lineText(part.runs))?.[1];
    return columns === paper.columns && figure !== undefined ? [figure] : [];
  });
}

const slipOf = (request: SlipRequest): ReceiptDocument => {
  const { slip } = makePaperJob(request, pen);
  if (slip === null) throw new Error('no slip');
  return slip.document;
};

/** Words that every slip of the kind prints as text, whatever stands in its other fields. */
function sureWords(request: SlipRequest): readonly string[] {
  switch (request.kind) {
    case 'voucherReceipt': return [request.data.number, '￥2619.24'];
    case 'queueSlip': return ['A012', '3'];
    case 'ticketReceipt': return [request.data.number, '￥245.13'];
    case 'returnSlip': return [request.data.number, '42.50'];
    case 'correctionSlip': return [request.data.after.number, '-￥2.81'];
    // The deposit stands beside the name of the crate, which may go as a picture.
    case 'crateSlip': return [request.data.number];
  }
}

describe(`${counts.awkwardTexts} awkward texts`, () => {
  it('reach every kind of slip there is', () => {
    const kinds = new Set(slipRequests(TEXT_80, 'zh', null).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['correctionSlip', 'crateSlip', 'queueSlip', 'returnSlip', 'ticketReceipt', 'voucherReceipt']);
  });

  it('in every field of every slip garble nothing after them and leave the columns in line, on the first print and on a copy', () => {
    const kinds = [TEXT_58, TEXT_80, { ...TEXT_80, charset: 'gb2312' }, { ...TEXT_58, charset: 'gb18030' }] as const;
    const plainFigures = new Map<string, readonly string[]>();
    awkwardTexts(counts.awkwardTexts).forEach((text, index) => {
      const profile = kinds[index % kinds.length] ?? TEXT_58;
      const locale = (['en', 'zh', 'both'] as const)[index % 3] ?? 'zh';
      slipRequests(profile, locale, text).forEach((request, place) => {
        const parts = parsed(request);
        const words = printedText(parts).join('\n');
        expect(words).not.toMatch(/[?\ufffd]{2}/u);
        for (const sure of sureWords(request)) expect(words).toContain(sure);
        // What stands at the right edge of the usual slip stands there on this one, and nothing runs over the edge.
        const key = `${place} ${locale} ${profile.paper.columns}`;
        const usual = slipRequests(profile, locale, null)[place];
        if (!plainFigures.has(key) && usual !== undefined) plainFigures.set(key, edgeFigures(slipOf(usual), profile.paper));
        const figures = edgeFigures(slipOf(request), profile.paper);
        for (const figure of plainFigures.get(key) ?? []) expect([request.kind, figures]).toEqual([request.kind, expect.arrayContaining([figure])]);
        // The copy is the same bytes with its mark between them.
        const job = makePaperJob(request, pen);
        if (job.slip === null || job.slip.copyAt === null || (index + place) % 5 !== 0) return;
        const again = makePaperJob({ kind: 'keptSlip', locale, slip: job.slip.document, copy, original: { bytes: job.bytes, copyAt: job.slip.copyAt }, profile }, pen);
        expect(printedText(parseEscpos(again.bytes, profile.paper.dots, { fourBytes: profile.charset === 'gb18030' })).join('\n')).toContain(copy.byName);
        expect(again.bytes.subarray(0, job.slip.copyAt)).toEqual(job.bytes.subarray(0, job.slip.copyAt));
        expect(again.bytes.subarray(again.bytes.length - (job.bytes.length - job.slip.copyAt))).toEqual(job.bytes.subarray(job.slip.copyAt));
      });
    });
  }, 900_000);

  it('are told of where the font lacks a character, and boxes stand on the paper instead', () => {
    awkwardTexts(counts.awkwardTexts).forEach((text, index) => {
      const missing = missingIn(text, shippedFonts(fonts).covers);
      const requests = slipRequests(RASTER_80, 'zh', text);
      const request = requests[index % requests.length];
      if (request === undefined || request.kind === 'queueSlip') return;
      expect([text, boxedOf(makePaperJob(request, pen).substitutions)]).toEqual([text, missing]);
      expect([text, boxedOf(previewPaper(request, pen).substitutions)]).toEqual([text, missing]);
    });
  }, 900_000);
});
