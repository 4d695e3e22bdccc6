import type { LabelDocument, LabelElement } from './label-document.ts';

/** Chinese and then English; a figure that both begin with is said once. */
function joined(chinese: string, english: string): string {
  const figure = /^[\d.]+ /.exec(chinese)?.[0] ?? '';
  return figure !== '' && english.startsWith(figure) ? `${chinese} ${english.slice(figure.length)}` : `${chinese} ${english}`;
}

function bothOf(chinese: LabelElement, english: LabelElement | undefined): LabelElement {
  if (english === undefined || (chinese.kind !== 'text' && chinese.kind !== 'band') || english.kind !== chinese.kind || english.text === chinese.text) return chinese;
  return { ...chinese, text: joined(chinese.text, english.text), shorter: chinese.text };
}

/**
 * One label that says everything twice, Chinese first, from the same label in either language. Where a line has no room for both in letters
 * that can be read, its English goes; only a Chinese text that is too long by itself is shortened.
 */
export function labelInBoth(chinese: LabelDocument, english: LabelDocument): LabelDocument {
  // A name that stands in one language only leaves its part out of the other label: then the Chinese one is printed as it is.
  if (chinese.elements.length !== english.elements.length) return chinese;
  return { ...chinese, elements: chinese.elements.map((element, index) => bothOf(element, english.elements[index])) };
}
