import { fontFamily, measures, palettes, radius, type Density, type Scheme } from './tokens.ts';

function dashed(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** All CSS variables of one density and colour scheme, ready for a style declaration. Lengths are in CSS pixels. */
export function cssVariables(density: Density, scheme: Scheme): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [name, value] of Object.entries(palettes[scheme])) variables.set(`--${dashed(name)}`, String(value));
  for (const [name, value] of Object.entries(measures[density])) variables.set(`--size-${dashed(name)}`, `${String(value)}px`);
  variables.set('--radius', `${String(radius)}px`);
  variables.set('--font', fontFamily);
  return variables;
}

/** Puts density and scheme on the whole page; also as attributes, so that a style sheet can tell them apart. */
export function applyLook(density: Density, scheme: Scheme): void {
  const root = document.documentElement;
  for (const [name, value] of cssVariables(density, scheme)) root.style.setProperty(name, value);
  root.dataset['density'] = density;
  root.dataset['scheme'] = scheme;
  root.style.colorScheme = scheme;
}
