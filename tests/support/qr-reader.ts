import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, writeBarcode } from 'zxing-wasm/full';
import { pictureData, type DotPicture } from './dot-picture.ts';

// The library would fetch its WebAssembly from the network; tests take it from the package.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/full/zxing_full.wasm'));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });

const asPhotograph = (picture: DotPicture) => ({ data: pictureData(picture), width: picture.width, height: picture.height, colorSpace: 'srgb' as const });

/** Contents of every QR code in the picture, read by zxing. */
export async function readQrCodes(picture: DotPicture): Promise<string[]> {
  const found = await readBarcodes(asPhotograph(picture), { formats: ['QRCode'], tryHarder: true });
  return found.filter((code) => code.isValid).map((code) => code.text);
}

/** Contents of every Code 128 in the picture, read by zxing. */
export async function readBars(picture: DotPicture): Promise<string[]> {
  const found = await readBarcodes(asPhotograph(picture), { formats: ['Code128'], tryHarder: true });
  return found.filter((code) => code.isValid).map((code) => code.text);
}

/** The modules of a Code 128 drawn by zxing, dark or light from left to right. */
export async function foreignCode128(text: string): Promise<boolean[]> {
  const written = await writeBarcode(text, { format: 'Code128', scale: 1, addQuietZones: false });
  if (written.error !== '') throw new Error(written.error);
  return [...written.symbol.data].slice(0, written.symbol.width).map((value) => value === 0);
}

/** The modules of a QR code drawn by zxing, for printers that draw codes themselves; an encoder other than the product's. */
export async function foreignQr(text: string, level: 'L' | 'M' | 'Q' | 'H'): Promise<{ size: number; dark: boolean[] }> {
  const written = await writeBarcode(text, { format: 'QRCode', options: `ecLevel=${level}`, scale: 1, addQuietZones: false });
  if (written.error !== '') throw new Error(written.error);
  return { size: written.symbol.width, dark: [...written.symbol.data].map((value) => value === 0) };
}

/** Contents of every QR code and every Code 128 in the picture, found in one look. */
export async function readLabelCodes(picture: DotPicture): Promise<{ qr: string[]; bars: string[] }> {
  const found = await readBarcodes(asPhotograph(picture), { formats: ['QRCode', 'Code128'], tryHarder: true });
  const texts = (format: string): string[] => found.filter((code) => code.isValid && code.format === format).map((code) => code.text);
  return { qr: texts('QRCode'), bars: texts('Code128') };
}
