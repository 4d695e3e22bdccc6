import type { LabelDocument } from '../../documents/label-document.ts';
import { labelPicture, type PlacedCode } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { checkCopies, gapDots, labelJob, leftToPrinter, printerDots, type LabelJob, type LabelProfile } from './label-profile.ts';

const DARKNESS = { light: 5, usual: 8, dark: 12 } as const;

/**
 * A label as EPL2: one binary picture with all text, counted in bytes, a 0 burns. An empty line first ends whatever stood half-sent in the
 * printer. `q` and `Q` clear its memory, so they come before `N` and the picture. Only printers made for Japan draw QR codes, so that code
 * is always ours; Code 128 may be the printer's. The language has no word for what travels as hex.
 */
export function epl2Job(label: LabelDocument, profile: LabelProfile, pen: PaperPen, copies = 1): LabelJob {
  checkCopies(copies);
  const picture = labelPicture(label, pen, leftToPrinter(profile, ['code128']));
  const { bitmap } = picture;
  return labelJob(picture, [
    `\r\nq${bitmap.widthDots}\r\nQ${bitmap.heightDots},${mediaOf(profile)}\r\nD${DARKNESS[profile.darkness]}\r\n`,
    ...(profile.speed === 'slow' ? ['S1\r\n'] : []),
    `Z${profile.direction === 1 ? 'T' : 'B'}\r\nR0,0\r\nN\r\nGW0,0,${bitmap.bytesPerRow},${bitmap.heightDots},`,
    printerDots(picture, profile, 0),
    '\r\n',
    ...picture.leftOut.map(codeLine),
    `P${copies}\r\n`,
  ]);
}

function mediaOf(profile: LabelProfile): string {
  switch (profile.media) {
    case 'gap': return String(gapDots(profile));
    case 'mark': return `B${gapDots(profile)}`;
    case 'continuous': return '0';
  }
}

function codeLine(code: PlacedCode): string {
  if (code.kind !== 'code128') throw new Error('a QR code is not left to an EPL2 printer');
  return `B${code.leftDots},${code.topDots},0,1,${code.moduleDots},${code.moduleDots * 2},${code.heightDots},N,"${code.text}"\r\n`;
}
