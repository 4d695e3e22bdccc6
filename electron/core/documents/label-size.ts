/** The rolls that are sold everywhere, width by height in millimetres. */
export const LABEL_SIZES = {
  '30x20': { widthMillimetres: 30, heightMillimetres: 20 },
  '40x30': { widthMillimetres: 40, heightMillimetres: 30 },
  '60x40': { widthMillimetres: 60, heightMillimetres: 40 },
  '100x100': { widthMillimetres: 100, heightMillimetres: 100 },
} as const;

export type LabelSize = keyof typeof LABEL_SIZES;
export const LABEL_SIZE_NAMES = Object.keys(LABEL_SIZES) as LabelSize[];

/** The size of the roll of this width; 60 × 40 mm where the width is none of them. */
export function labelSizeOfWidth(widthMillimetres: number): LabelSize {
  return LABEL_SIZE_NAMES.find((size) => LABEL_SIZES[size].widthMillimetres === widthMillimetres) ?? '60x40';
}
