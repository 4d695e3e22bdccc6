import type { SlipLayout, SlipSection } from '../../../../electron/contract/slip-layout.ts';

/** One part moved by a place; at the edge it stays. */
export function moved(layout: SlipLayout, name: SlipSection, by: -1 | 1): SlipLayout {
  const from = layout.sections.findIndex((section) => section.name === name);
  const to = from + by;
  const part = layout.sections[from];
  if (part === undefined || to < 0 || to >= layout.sections.length) return layout;
  return { ...layout, sections: layout.sections.toSpliced(from, 1).toSpliced(to, 0, part) };
}

/** One part shown or left out, or enlarged. */
export function changed(layout: SlipLayout, name: SlipSection, change: { readonly shown?: boolean; readonly large?: boolean }): SlipLayout {
  return { ...layout, sections: layout.sections.map((section) => (section.name === name ? { ...section, ...change } : section)) };
}
