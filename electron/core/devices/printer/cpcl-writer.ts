import type { LabelDocument } from '../../documents/label-document.ts';
import { labelPicture, type PlacedCode } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { checkCopies, labelJob, leftToPrinter, printerDots, type LabelJob, type LabelProfile } from './label-profile.ts';

const DARKNESS = { light: -50, usual: 0, dark: 50 } as const;
const SENSE = { gap: 'GAP-SENSE\r\n', mark: 'BAR-SENSE\r\n', continuous: '' } as const;

/**
 * A label as CPCL, which belt printers speak: the session names height and copies, the picture with all text goes as hex (`EG`) or counted
 * bytes (`CG`), a 1 burns. `FORM` runs on to the next label and is left out on a roll without labels.
 */
export function cpclJob(label: LabelDocument, profile: LabelProfile, pen: PaperPen, copies = 1): LabelJob {
  checkCopies(copies);
  const picture = labelPicture(label, pen, leftToPrinter(profile, ['qr', 'code128']));
  const { bitmap } = picture;
  const dots = printerDots(picture, profile, 1);
  const place = `${bitmap.bytesPerRow} ${bitmap.heightDots} 0 0 `;
  return labelJob(picture, [
    `! 0 ${profile.dpi === 300 ? '300 300' : '200 200'} ${bitmap.heightDots} ${copies}\r\nPAGE-WIDTH ${bitmap.widthDots}\r\n${SENSE[profile.media]}TONE ${DARKNESS[profile.darkness]}\r\n`,
    ...(profile.speed === 'slow' ? ['SPEED 1\r\n'] : []),
    ...(profile.transfer === 'hex' ? [`EG ${place}`, dots.toString('hex').toUpperCase()] : [`CG ${place}`, dots]),
    '\r\n',
    ...picture.leftOut.map(codeLines),
    ...(profile.media === 'continuous' ? [] : ['FORM\r\n']),
    'PRINT\r\n',
  ]);
}

function codeLines(code: PlacedCode): string {
  if (code.kind === 'code128') return `BARCODE 128 ${code.moduleDots} 1 ${code.heightDots} ${code.leftDots} ${code.topDots} ${code.text}\r\n`;
  return `B QR ${code.leftDots} ${code.topDots} M 2 U ${code.moduleDots}\r\n${code.level}A,${code.text}\r\nENDQR\r\n`;
}
