import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFontCoverage, type FontCoverage } from '../../documents/font-coverage.ts';
import { fontFiles } from '../../documents/font-files.ts';
import { Fault } from '../../platform/fault.ts';

const known = new Map<string, FontCoverage>();

/** Which characters the fonts of the pages have, read from their files; nothing is drawn here, so the drawing library stays away. Fault `font_missing`. */
export function pageFont(resources: string): FontCoverage {
  const opened = known.get(resources);
  if (opened !== undefined) return opened;
  const read = [fontFiles.regular, ...fontFiles.rare].map(({ file }) => {
    const path = join(resources, 'fonts', file);
    if (!existsSync(path)) throw new Fault('font_missing', { file });
    return readFontCoverage(path);
  });
  const coverage: FontCoverage = (codePoint) => read.some((covers) => covers(codePoint));
  known.set(resources, coverage);
  return coverage;
}
