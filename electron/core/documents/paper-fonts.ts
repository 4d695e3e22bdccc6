import { GlobalFonts } from '@napi-rs/canvas';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../platform/fault.ts';
import { fontFiles, type RareFont } from './font-files.ts';
import { shippedFonts } from './shipped-fonts.ts';

/** A font as the drawing library is asked for it, and how thick an outline its letters get, as a share of their size. */
export interface PaperFace { readonly family: string; readonly outline: number }

/** Finds the shipped font that has a character; null where none has it. */
export type FaceOf = (codePoint: number, bold: boolean) => PaperFace | null;

const known = new Map<string, FaceOf>();

/**
 * The fonts of a folder, known to the drawing library by name. The two everyday ones are opened now; the files of rare characters are large
 * and are opened when somebody's name first needs them. Fault `font_missing` with the file's name where one of the everyday ones is not there.
 */
export function openPaperFonts(fontFolder: string): FaceOf {
  const opened = known.get(fontFolder);
  if (opened !== undefined) return opened;
  const { regular, bold } = fontFiles;
  for (const { file, family } of [regular, bold]) register(fontFolder, file, family);
  const fonts = shippedFonts(fontFolder);
  const [plainFace, boldFace] = [named(regular.family, 0), named(bold.family, 0)];
  const rareFaces = new Map<RareFont, { readonly plain: PaperFace; readonly bold: PaperFace }>();
  const faceOf: FaceOf = (codePoint, isBold) => {
    if (fonts.isEveryday(codePoint)) return isBold ? boldFace : plainFace;
    const rare = fonts.rareOf(codePoint);
    if (rare === null) return null;
    const faces = rareFaces.get(rare) ?? openRare(fontFolder, rare);
    rareFaces.set(rare, faces);
    return isBold ? faces.bold : faces.plain;
  };
  known.set(fontFolder, faceOf);
  return faceOf;
}

const named = (family: string, outline: number): PaperFace => ({ family: `"${family}"`, outline });

function openRare(folder: string, { file, family, outline }: RareFont): { readonly plain: PaperFace; readonly bold: PaperFace } {
  register(folder, file, family);
  return { plain: named(family, outline.plain), bold: named(family, outline.bold) };
}

function register(folder: string, file: string, family: string): void {
  const path = join(folder, file);
  if (!existsSync(path) || GlobalFonts.registerFromPath(path, family) === null) throw new Fault('font_missing', { file });
}
