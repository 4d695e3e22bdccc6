/** What a picture says of itself before it is decoded. */
export interface PictureHead { readonly kind: 'png' | 'jpeg'; readonly width: number; readonly height: number }

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_START = [0xff, 0xd8, 0xff];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** Frames of every kind of JPEG (ITU-T T.81, table B.1): C0 to CF without the tables and extensions among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Walks the segments up to the frame, whose height and width stand behind its precision. */
function jpegHead(view: DataView): PictureHead | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Kind and size of a PNG or a JPEG, told by its bytes and not by its name; null for everything else. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG_START)) return bytes.length < 24 ? null : { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  return startsWith(bytes, JPEG_START) ? jpegHead(view) : null;
}
