import { describe, expect, it } from 'vitest';
import { parseEscpos } from '../../support/escpos-parser.ts';
import { parseTspl } from '../../support/tspl-parser.ts';

const job = (...bytes: number[]): Uint8Array => Uint8Array.from([0x1b, 0x40, 0x1c, 0x26, ...bytes]);
const END = [0x0a, 0x1c, 0x2e];

/** The faults that devices.md found in libraries: a parser that let one pass would prove nothing. */
describe('the strict readers of the tests', () => {
  it.each([
    ['a four-byte code', job(0x95, 0x34, 0xb2, 0x35, ...END)],
    ['Chinese while Chinese mode is off', Uint8Array.from([0x1b, 0x40, 0xb9, 0xfd, ...END])],
    ['an empty place of the code page', job(0xaa, 0xa1, ...END)],
    ['a drawer pulse without its times', job(0x1b, 0x70, 0x00, 0x1b, 0x40)],
    ['a QR length counted in characters', job(0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x50, 0x30, 0xe8, 0xbf, 0x87, ...END)],
    ['a QR code printed before it is stored', job(0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30, ...END)],
    ['a line one column too wide', job(...Array.from({ length: 33 }, () => 0x41), ...END)],
    ['a picture with fewer bytes than it says', job(0x1d, 0x76, 0x30, 0x00, 0x30, 0x00, 0x02, 0x00, 1, 2, 3)],
    ['a picture wider than the paper', job(0x1d, 0x76, 0x30, 0x00, 0x31, 0x00, 0x01, 0x00, ...Array.from({ length: 49 }, () => 0), ...END)],
    ['a picture inside a line', job(0x41, 0x1d, 0x76, 0x30, 0x00, 0x01, 0x00, 0x01, 0x00, 0xff, ...END)],
    ['sizes that disagree about Chinese', job(0x1d, 0x21, 0x11, 0xb9, 0xfd, ...END)],
    ['a command that nobody needs', job(0x1b, 0x52, 0x0f, ...END)],
    ['a job that leaves Chinese mode on', job(0x41, 0x0a)],
    ['a last line that is not ended', job(0x41)],
  ])('refuse %s', (_, bytes) => {
    expect(() => parseEscpos(bytes, 384)).toThrow();
  });

  it('accept the plain good case', () => {
    expect(parseEscpos(job(0xb9, 0xfd, 0x41, ...END), 384)).toEqual([{ kind: 'line', runs: [{ text: '过A', wide: 1, high: 1, bold: false }], pitch: 30 }]);
  });

  const head = 'SIZE 60 mm,40 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n';
  it.each([
    ['lines that end in LF alone', `${head.replace(/\r/g, '')}BITMAP 0,0,1,1,0,\u0000\nPRINT 1,1\n`],
    ['a bitmap one byte short', `${head}BITMAP 0,0,2,2,0,abc\r\nPRINT 1,1\r\n`],
    ['a bitmap one byte long', `${head}BITMAP 0,0,2,2,0,abcde\r\nPRINT 1,1\r\n`],
    ['resident text', `${head}TEXT 0,0,"TSS24.BF2",0,1,1,"x"\r\nPRINT 1,1\r\n`],
    ['a quote inside a code', `${head}BITMAP 0,0,1,1,0,a\r\nQRCODE 1,1,M,4,A,0,"a"b"\r\nPRINT 1,1\r\n`],
    ['a job without PRINT', `${head}BITMAP 0,0,1,1,0,a\r\n`],
    ['a size without its blank', `${head.replace('60 mm', '60mm')}BITMAP 0,0,1,1,0,a\r\nPRINT 1,1\r\n`],
  ])('refuse %s on a label', (_, bytes) => {
    expect(() => parseTspl(Buffer.from(bytes, 'latin1'))).toThrow();
  });
});
