import { existsSync } from 'node:fs';
import { join } from 'node:path';

const faces = [
  { weight: 400, file: 'NotoSansSC-Regular.ttf' },
  { weight: 700, file: 'NotoSansSC-Bold.ttf' },
  // Rare characters: a page that needs them names them itself.
  { weight: null, file: 'StationLetters.ttf' },
  { weight: null, file: 'StationRareHan.ttf' },
] as const;

export interface PrintFont {
  /** Null where the font is only served, not made known. */
  readonly weight: number | null;
  /** The address that a document's style names. */
  readonly url: string;
  readonly path: string;
}

/** The bundled faces that are there; a missing file is left out and the computer's own fonts step in. */
export function printFonts(resources: string): PrintFont[] {
  return faces
    .map(({ weight, file }) => ({ weight, url: `/fonts/${file}`, path: join(resources, 'fonts', file) }))
    .filter(({ path }) => existsSync(path));
}

/** Makes "Noto Sans SC" known to a document, so that it prints the same on a computer without any Chinese font. */
export function withPrintFonts(html: string, fonts: readonly PrintFont[]): string {
  const rules = fonts.filter(({ weight }) => weight !== null).map(({ weight, url }) => `@font-face{font-family:"Noto Sans SC";font-weight:${weight};src:url(${url})}`).join('');
  const style = `<style>${rules}</style>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + style) : style + html;
}
