import type { Bitmap } from '../../documents/bitmap.ts';
import type { LabelDocument } from '../../documents/label-document.ts';
import { labelPicture, type PlacedQr } from '../../documents/label-picture.ts';
import type { PaperPen } from '../../documents/paper-pen.ts';
import type { Substitution } from '../../documents/substitution.ts';

/** What a label printer needs to be told. */
export interface TsplProfile {
  /** In the standard a 0 burns; a few clones have it the other way round. */
  readonly polarity: 'zero_burns' | 'one_burns';
  readonly qr: 'native' | 'raster';
  readonly gapMillimetres: number;
  /** Which edge leaves the printer first. */
  readonly direction: 0 | 1;
}

export const STANDARD_TSPL: TsplProfile = { polarity: 'zero_burns', qr: 'raster', gapMillimetres: 2, direction: 1 };

export interface TsplJob {
  readonly bytes: Buffer;
  readonly substitutions: readonly Substitution[];
  readonly shortened: readonly string[];
}

/** Copies of one label in one job; more is surely a mistake in the call. */
const MOST_COPIES = 500;
/** What may stand between quotes without ending the string or the line, whatever the firmware. */
const SAFE_NATIVE = /^[\x20-\x7e]+$/;
const UNSAFE_NATIVE = /["\\]/;

/**
 * A label as TSPL: all text is part of one bitmap, so no name can become a command; a native QR code is used only for
 * plain ASCII without quotes and backslashes, anything else is drawn. Lines end CR LF; the bitmap is raw bytes.
 */
export function tsplJob(label: LabelDocument, profile: TsplProfile, pen: PaperPen, copies = 1): TsplJob {
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) throw new RangeError('copies of a label: 1 to 500');
  const picture = labelPicture(label, pen, (text) => profile.qr === 'native' && isSafeNativeText(text));
  const { bitmap } = picture;
  const bytes = Buffer.concat([
    line(`SIZE ${label.widthMillimetres} mm,${label.heightMillimetres} mm`),
    line(`GAP ${profile.gapMillimetres} mm,0 mm`),
    line(`DIRECTION ${profile.direction}`),
    line('REFERENCE 0,0'),
    line('CLS'),
    Buffer.from(`BITMAP 0,0,${bitmap.bytesPerRow},${bitmap.heightDots},0,`, 'latin1'),
    tsplDots(bitmap, profile.polarity),
    line(''),
    ...picture.leftOut.map(nativeQrLine),
    line(`PRINT 1,${copies}`),
  ]);
  return { bytes, substitutions: picture.substitutions, shortened: picture.shortened };
}

/** Whether a text may stand between quotes in a command. */
export function isSafeNativeText(text: string): boolean {
  return SAFE_NATIVE.test(text) && !UNSAFE_NATIVE.test(text);
}

function line(command: string): Buffer {
  return Buffer.from(`${command}\r\n`, 'latin1');
}

/** Our pictures have 1 for black; padding beyond the right edge is white in either polarity. */
function tsplDots(bitmap: Bitmap, polarity: TsplProfile['polarity']): Buffer {
  return Buffer.from(polarity === 'zero_burns' ? bitmap.data.map((byte) => ~byte & 0xff) : bitmap.data);
}

function nativeQrLine(qr: PlacedQr): Buffer {
  return line(`QRCODE ${qr.leftDots},${qr.topDots},${qr.level},${qr.moduleDots},A,0,"${qr.text}"`);
}
