import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFontCoverage, type FontCoverage } from '../../documents/font-coverage.ts';
import { Fault } from '../../platform/fault.ts';

const file = 'NotoSansSC-Regular.ttf';
const known = new Map<string, FontCoverage>();

/** Which characters the font of the pages has, read from its file; nothing is drawn here, so the drawing library stays away. Fault `font_missing`. */
export function pageFont(resources: string): FontCoverage {
  const read = known.get(resources);
  if (read !== undefined) return read;
  const path = join(resources, 'fonts', file);
  if (!existsSync(path)) throw new Fault('font_missing', { file });
  const coverage = readFontCoverage(path);
  known.set(resources, coverage);
  return coverage;
}
