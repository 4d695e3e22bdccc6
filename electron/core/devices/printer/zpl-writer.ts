import type { LabelDocument } from '../../documents/label-document.ts';
import { labelPicture, type LabelPicture, type PlacedCode } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import { checkCopies, labelJob, leftToPrinter, printerDots, type LabelJob, type LabelProfile } from './label-profile.ts';

/** Steps from the darkness set on the printer itself. */
const DARKNESS = { light: -5, usual: 0, dark: 5 } as const;
const MEDIA = { gap: 'Y', mark: 'M', continuous: 'N' } as const;
/** A printer places a QR code lower than its field by the height of the last bar code command, 10 dots where none was given. */
const QR_DROP_DOTS = 10;

/**
 * A label as ZPL II: all text is part of one picture, so no name can become a command; a code that the printer draws itself holds only
 * characters that are nothing to it. A picture in binary is counted, in hex it is upper case and cannot hold a caret or a tilde.
 */
export function zplJob(label: LabelDocument, profile: LabelProfile, pen: PaperPen, copies = 1): LabelJob {
  checkCopies(copies);
  const picture = labelPicture(label, pen, leftToPrinter(profile, ['qr', 'code128']));
  const { bitmap } = picture;
  return labelJob(picture, [
    `^XA\r\n^MN${MEDIA[profile.media]}\r\n^PW${bitmap.widthDots}\r\n^LL${bitmap.heightDots}\r\n^LH0,0\r\n^LS0\r\n^PO${profile.direction === 1 ? 'N' : 'I'}\r\n^MD${DARKNESS[profile.darkness]}\r\n`,
    ...(profile.speed === 'slow' ? ['^PR2\r\n'] : []),
    ...pictureFields(picture, profile),
    ...picture.leftOut.map(codeField),
    `^PQ${copies}\r\n^XZ\r\n`,
  ]);
}

/** The bytes of one picture that the language can count (`^GF`: 1 to 99999). */
const MOST_PICTURE_BYTES = 99_999;

/** The picture in one field, or where it is larger than one may be, in bands one below the other. */
function pictureFields(picture: LabelPicture, profile: LabelProfile): (string | Buffer)[] {
  const { bytesPerRow } = picture.bitmap;
  const dots = printerDots(picture, profile, 1);
  const bandBytes = Math.floor(MOST_PICTURE_BYTES / bytesPerRow) * bytesPerRow;
  return Array.from({ length: Math.ceil(dots.length / bandBytes) }, (_, band) => {
    const part = dots.subarray(band * bandBytes, (band + 1) * bandBytes);
    const size = `${part.length},${part.length},${bytesPerRow},`;
    const data = profile.transfer === 'hex' ? [`^GFA,${size}`, part.toString('hex').toUpperCase()] : [`^GFB,${size}`, part];
    return [`^FO0,${(band * bandBytes) / bytesPerRow}`, ...data, '^FS\r\n'];
  }).flat();
}

function codeField(code: PlacedCode): string {
  if (code.kind === 'code128') return `^FO${code.leftDots},${code.topDots}^BY${code.moduleDots}^BCN,${code.heightDots},N,N,N^FD${code.text}^FS\r\n`;
  return `^FO${code.leftDots},${code.topDots - QR_DROP_DOTS}^BY2,3,${QR_DROP_DOTS}^BQN,2,${code.moduleDots}^FD${code.level}A,${code.text}^FS\r\n`;
}
