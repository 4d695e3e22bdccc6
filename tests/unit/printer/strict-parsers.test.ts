import { describe, expect, it } from 'vitest';
import { parseCpcl } from '../../support/cpcl-parser.ts';
import { parseEpl2 } from '../../support/epl2-parser.ts';
import { parseEscpos } from '../../support/escpos-parser.ts';
import { parseTspl } from '../../support/tspl-parser.ts';
import { parseZpl } from '../../support/zpl-parser.ts';

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

  const zpl = (fields: string): string => `^XA\r\n^MNY\r\n^PW16\r\n^LL2\r\n${fields}^PQ1\r\n^XZ\r\n`;
  const picture = '^FO0,0^GFA,4,4,2,00FF00FF^FS\r\n';
  it.each([
    ['resident text', zpl(`${picture}^FO0,0^A0N,20,20^FDx^FS\r\n`)],
    ['a picture one byte short', zpl('^FO0,0^GFA,4,4,2,00FF00^FS\r\n')],
    ['a picture one byte long', zpl('^FO0,0^GFA,4,4,2,00FF00FF00^FS\r\n')],
    ['lower case hex', zpl('^FO0,0^GFA,4,4,2,00ff00ff^FS\r\n')],
    ['counts that disagree', zpl('^FO0,0^GFA,4,6,2,00FF00FF^FS\r\n')],
    ['a field that is not closed', zpl('^FO0,0^GFA,4,4,2,00FF00FF\r\n')],
    ['a tilde command', zpl(`${picture}~JA\r\n`)],
    ['a code text that ends early', zpl(`${picture}^FO0,0^BY2^BCN,20,N,N,N^FDA^XZ^XA^FS\r\n`)],
    ['a label without a picture', zpl('')],
    ['a second label', `${zpl(picture)}${zpl(picture)}`],
    ['no number of labels', zpl(picture).replace('^PQ1\r\n', '')],
  ])('refuse %s in ZPL', (_, bytes) => {
    expect(() => parseZpl(Buffer.from(bytes, 'latin1'))).toThrow();
  });

  const epl = (middle: string): string => `\r\nq16\r\nQ2,16\r\nD8\r\nZT\r\nR0,0\r\nN\r\n${middle}P1\r\n`;
  it.each([
    ['lines that end in LF alone', epl('GW0,0,2,2,abcd\r\n').replaceAll('\r', '')],
    ['a picture one byte short', epl('GW0,0,2,2,abc\r\n')],
    ['a picture one byte long', epl('GW0,0,2,2,abcde\r\n')],
    ['a size after the memory was cleared', epl('q16\r\nGW0,0,2,2,abcd\r\n')],
    ['a picture before the memory was cleared', epl('').replace('N\r\n', 'GW0,0,2,2,abcd\r\nN\r\n')],
    ['resident text', epl('GW0,0,2,2,abcd\r\nA0,0,0,1,1,1,N,"x"\r\n')],
    ['a QR code that most printers lack', epl('GW0,0,2,2,abcd\r\nb0,0,Q,m2,s4,eM,iA,"x"\r\n')],
    ['a quote inside a code', epl('GW0,0,2,2,abcd\r\nB0,0,0,1,2,4,20,N,"a"b"\r\n')],
    ['a second print', `${epl('GW0,0,2,2,abcd\r\n')}P1\r\n`],
    ['nothing to print', epl('')],
  ])('refuse %s in EPL2', (_, bytes) => {
    expect(() => parseEpl2(Buffer.from(bytes, 'latin1'))).toThrow();
  });

  const cpcl = (middle: string): string => `! 0 200 200 2 1\r\nPAGE-WIDTH 16\r\nGAP-SENSE\r\nTONE 0\r\n${middle}FORM\r\nPRINT\r\n`;
  it.each([
    ['a line that ends in LF alone', cpcl('EG 2 2 0 0 00FF00FF\r\n').replace('FORM\r\n', 'FORM\n')],
    ['a picture one byte short', cpcl('CG 2 2 0 0 abc\r\n')],
    ['a picture one byte long', cpcl('CG 2 2 0 0 abcde\r\n')],
    ['lower case hex', cpcl('EG 2 2 0 0 00ff00ff\r\n')],
    ['resident text', cpcl('EG 2 2 0 0 00FF00FF\r\nTEXT 24 0 0 0 x\r\n')],
    ['a QR code that does not end', cpcl('EG 2 2 0 0 00FF00FF\r\nB QR 0 0 M 2 U 4\r\nMA,x\r\n')],
    ['no session header', cpcl('EG 2 2 0 0 00FF00FF\r\n').slice(17)],
    ['bytes after the print', `${cpcl('EG 2 2 0 0 00FF00FF\r\n')}x`],
    ['nothing to print', cpcl('')],
  ])('refuse %s in CPCL', (_, bytes) => {
    expect(() => parseCpcl(Buffer.from(bytes, 'latin1'))).toThrow();
  });

  it('accept the plain good case of each label language', () => {
    for (const read of [parseZpl(Buffer.from(zpl(picture))), parseEpl2(Buffer.from(epl('GW0,0,2,2,\0\xff\0\xff\r\n'), 'latin1')), parseCpcl(Buffer.from(cpcl('EG 2 2 0 0 00FF00FF\r\n')))]) {
      expect(read).toMatchObject({ widthDots: 16, heightDots: 2, copies: 1 });
      expect(read.bitmaps.map(({ data }) => [...data])).toEqual([[0, 255, 0, 255]]);
    }
  });
});
