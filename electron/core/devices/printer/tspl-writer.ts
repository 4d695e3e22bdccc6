import type { LabelDocument } from '../../documents/label-document.ts';
import { labelPicture, type PlacedCode } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { checkCopies, labelJob, leftToPrinter, printerDots, type LabelJob, type LabelProfile } from './label-profile.ts';

const DARKNESS = { light: 6, usual: 8, dark: 12 } as const;

/**
 * A label as TSPL: all text is part of one bitmap, so no name can become a command and no code page is ever asked for; a code that the
 * printer draws itself holds only characters that are nothing to it. Lines end CR LF; the bitmap is counted bytes, a 0 burns, and it
 * overwrites what stands there (mode 0).
 */
export function tsplJob(label: LabelDocument, profile: LabelProfile, pen: PaperPen, copies = 1): LabelJob {
  checkCopies(copies);
  const picture = labelPicture(label, pen, leftToPrinter(profile, ['qr', 'code128']));
  const { bitmap } = picture;
  return labelJob(picture, [
    `SIZE ${label.widthMillimetres} mm,${label.heightMillimetres} mm\r\n${mediaLine(profile)}\r\nDIRECTION ${profile.direction}\r\nREFERENCE 0,0\r\nDENSITY ${DARKNESS[profile.darkness]}\r\n`,
    ...(profile.speed === 'slow' ? ['SPEED 2\r\n'] : []),
    `CLS\r\nBITMAP 0,0,${bitmap.bytesPerRow},${bitmap.heightDots},0,`,
    printerDots(picture, profile, 0),
    '\r\n',
    ...picture.leftOut.map(codeLine),
    `PRINT 1,${copies}\r\n`,
  ]);
}

function mediaLine(profile: LabelProfile): string {
  switch (profile.media) {
    case 'gap': return `GAP ${profile.gapMillimetres} mm,0 mm`;
    case 'mark': return `BLINE ${profile.gapMillimetres} mm,0 mm`;
    case 'continuous': return 'GAP 0 mm,0 mm';
  }
}

function codeLine(code: PlacedCode): string {
  if (code.kind === 'code128') return `BARCODE ${code.leftDots},${code.topDots},"128",${code.heightDots},0,0,${code.moduleDots},${code.moduleDots},"${code.text}"\r\n`;
  return `QRCODE ${code.leftDots},${code.topDots},${code.level},${code.moduleDots},A,0,"${code.text}"\r\n`;
}
