import { GlobalFonts } from '@napi-rs/canvas';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../platform/fault.ts';
import { fontFiles, type RareFont } from './font-files.ts';
import { readFontCoverage, type FontCoverage } from './font-coverage.ts';

/** A font as the drawing library is asked for it, and how thick an outline its letters get, as a share of their size. */
export interface PaperFace { readonly family: string; readonly outline: number }

/** Finds the shipped font that has a character; null where none has it. */
export type FaceOf = (codePoint: number, bold: boolean) => PaperFace | null;

interface PaperFonts { readonly faceOf: FaceOf; readonly covers: FontCoverage }

const known = new Map<string, PaperFonts>();

/**
 * The fonts of a folder, known to the drawing library by name. The two everyday ones are opened now; the files of rare characters are large
 * and are opened when somebody's name first needs them. Fault `font_missing` with the file's name where one of the everyday ones is not there.
 */
export function openPaperFonts(fontFolder: string): PaperFonts {
  const opened = known.get(fontFolder);
  if (opened !== undefined) return opened;
  const { regular, bold, rare } = fontFiles;
  for (const font of [regular, bold]) register(fontFolder, font.file, font.family);
  const everyday = readFontCoverage(join(fontFolder, regular.file));
  const rares = rare.map((font) => openWhenNeeded(fontFolder, font));
  const plainFace: PaperFace = { family: `"${regular.family}"`, outline: 0 };
  const boldFace: PaperFace = { family: `"${bold.family}"`, outline: 0 };
  const faceOf: FaceOf = (codePoint, isBold) => {
    if (everyday(codePoint)) return isBold ? boldFace : plainFace;
    return rares.find((font) => font.covers(codePoint))?.face(isBold) ?? null;
  };
  const fonts = { faceOf, covers: (codePoint: number) => everyday(codePoint) || rares.some((font) => font.covers(codePoint)) };
  known.set(fontFolder, fonts);
  return fonts;
}

function register(folder: string, file: string, family: string): void {
  const path = join(folder, file);
  if (!existsSync(path) || GlobalFonts.registerFromPath(path, family) === null) throw new Fault('font_missing', { file });
}

/** A file that is not there covers nothing: the characters it would have are boxed, and the rest of the paper is as ever. */
function openWhenNeeded(folder: string, font: RareFont): { covers: FontCoverage; face(bold: boolean): PaperFace } {
  let coverage: FontCoverage | null = null;
  let isRegistered = false;
  return {
    covers(codePoint) {
      const path = join(folder, font.file);
      coverage ??= existsSync(path) ? readFontCoverage(path) : () => false;
      return coverage(codePoint);
    },
    face(bold) {
      if (!isRegistered) register(folder, font.file, font.family);
      isRegistered = true;
      return { family: `"${font.family}"`, outline: bold ? font.outline.bold : font.outline.plain };
    },
  };
}
