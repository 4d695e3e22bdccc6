/**
 * A font of one weight. Its outline is drawn around the letters, this share of their size thick, so that strokes thinner than a dot stay on
 * paper and stand beside the everyday fonts: first plain, then bold.
 */
export interface RareFont { readonly file: string; readonly family: string; readonly outline: { readonly plain: number; readonly bold: number } }

/** The fonts that ship with the product, in the order in which a character is looked for. */
export const fontFiles = {
  regular: { file: 'NotoSansSC-Regular.ttf', family: 'Station Paper' },
  bold: { file: 'NotoSansSC-Bold.ttf', family: 'Station Paper Bold' },
  /** Letters with marks, Greek, Cyrillic and Yi; then the Chinese characters beyond everyday writing (Unicode extensions B to F). One weight each. */
  rare: [
    { file: 'StationLetters.ttf', family: 'Station Letters', outline: { plain: 0, bold: 0.05 } },
    { file: 'StationRareHan.ttf', family: 'Station Rare Han', outline: { plain: 0.022, bold: 0.05 } },
  ] satisfies readonly RareFont[],
} as const;
