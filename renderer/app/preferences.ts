import { useSyncExternalStore } from 'react';
import { densities, schemes, type Density, type Scheme } from '../styles/tokens.ts';
import { languages, type Language } from '../ui/language/languages.ts';

/** The look of this computer: its colours, and language and size until somebody signs in and brings their own. */
export interface Preferences {
  readonly language: Language | null;
  readonly scheme: Scheme | 'auto';
  readonly density: Density;
}

const storageKey = 'station.preferences';
const initial: Preferences = { language: null, scheme: 'auto', density: 'desk' };

/** Null for text that is not ours: the look then starts afresh. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function read(): Preferences {
  const text = localStorage.getItem(storageKey);
  if (text === null) return initial;
  const found = parsed(text);
  const value = (name: string): unknown => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined);
  return {
    language: languages.find((language) => language === value('language')) ?? null,
    scheme: schemes.find((scheme) => scheme === value('scheme')) ?? 'auto',
    density: densities.find((density) => density === value('density')) ?? 'desk',
  };
}

let current = read();
const listeners = new Set<() => void>();

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(storageKey, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function preferences(): Preferences {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

export function schemeFor(chosen: Preferences['scheme']): Scheme {
  if (chosen !== 'auto') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
