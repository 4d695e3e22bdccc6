import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../platform/fault.ts';
import { fontFiles, type RareFont } from './font-files.ts';
import { readFontCoverage, type FontCoverage } from './font-coverage.ts';

/** Which of the product's fonts have a character. */
export interface ShippedFonts {
  readonly isEveryday: FontCoverage;
  /** The first font of rare characters that has it; null where none has. */
  readonly rareOf: (codePoint: number) => RareFont | null;
  readonly covers: FontCoverage;
}

const known = new Map<string, ShippedFonts>();

/**
 * The fonts of a folder, by what their files say; nothing is drawn here, so the drawing library stays away. The files of rare characters are read
 * when a character first needs them; one that is not there covers nothing, and what it would have is boxed. Fault `font_missing` where the everyday one is not there.
 */
export function shippedFonts(folder: string): ShippedFonts {
  const opened = known.get(folder);
  if (opened !== undefined) return opened;
  const { file } = fontFiles.regular;
  if (!existsSync(join(folder, file))) throw new Fault('font_missing', { file });
  const isEveryday = readFontCoverage(join(folder, file));
  const rares = fontFiles.rare.map((font) => ({ font, has: readWhenNeeded(join(folder, font.file)) }));
  const rareOf: ShippedFonts['rareOf'] = (codePoint) => rares.find(({ has }) => has(codePoint))?.font ?? null;
  const fonts = { isEveryday, rareOf, covers: (codePoint: number) => isEveryday(codePoint) || rareOf(codePoint) !== null };
  known.set(folder, fonts);
  return fonts;
}

function readWhenNeeded(path: string): FontCoverage {
  let coverage: FontCoverage | null = null;
  return (codePoint) => {
    coverage ??= existsSync(path) ? readFontCoverage(path) : () => false;
    return coverage(codePoint);
  };
}
