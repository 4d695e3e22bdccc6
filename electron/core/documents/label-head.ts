import type { LabelDocument, LabelElement } from './label-document.ts';

/** Heads that label printers have: 8 and 11.8 dots to a millimetre (device reference 2.3). */
export const LABEL_DPIS = [203, 300] as const;
export type LabelDpi = (typeof LABEL_DPIS)[number];

export function dotsPerMillimetre(dpi: LabelDpi): LabelDocument['dotsPerMillimetre'] {
  return dpi === 300 ? 11.8 : 8;
}

/**
 * The label of a plan, which counts dots of 203 dpi, for a finer head: the same places and sizes in millimetres. Edges are rounded and not
 * widths, so that places that did not overlap do not; letters are rounded down, so that they keep to their places.
 */
export function forHead(label: LabelDocument, dpi: LabelDpi): LabelDocument {
  const dots = dotsPerMillimetre(dpi);
  if (dots === label.dotsPerMillimetre) return label;
  return { ...label, dotsPerMillimetre: dots, elements: label.elements.map((element) => inside(scaled(element, dots / label.dotsPerMillimetre), widthDots(label.widthMillimetres, dots))) };
}

/** Dots of a picture of this width: pictures travel in whole bytes, and what is left over at the right edge of a finer head is white anyway. */
export const widthDots = (millimetres: number, dots: number): number => Math.floor((millimetres * dots) / 8) * 8;

/** What reaches to the right edge may lose a dot or two there. */
const inside = (element: LabelElement, width: number): LabelElement => {
  const room = width - element.leftDots;
  return element.kind === 'qr' ? { ...element, sideDots: Math.min(element.sideDots, room) } : { ...element, widthDots: Math.min(element.widthDots, room) };
};

function scaled(element: LabelElement, scale: number): LabelElement {
  const edge = (dots: number): number => Math.round(dots * scale);
  const between = (start: number, length: number): number => edge(start + length) - edge(start);
  const letters = (dots: number): number => Math.floor(dots * scale);
  const place = { leftDots: edge(element.leftDots), topDots: edge(element.topDots) };
  switch (element.kind) {
    case 'text': return { ...element, ...place, widthDots: between(element.leftDots, element.widthDots), sizeDots: letters(element.sizeDots), leastDots: letters(element.leastDots) };
    case 'qr': return { ...element, ...place, sideDots: Math.min(between(element.leftDots, element.sideDots), between(element.topDots, element.sideDots)) };
    case 'band': return { ...element, ...place, sizeDots: letters(element.sizeDots), widthDots: between(element.leftDots, element.widthDots), heightDots: between(element.topDots, element.heightDots) };
    case 'code128':
    case 'rule': return { ...element, ...place, widthDots: between(element.leftDots, element.widthDots), heightDots: between(element.topDots, element.heightDots) };
  }
}
