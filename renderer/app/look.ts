import { useLayoutEffect } from 'react';
import type { Person } from '../../electron/contract/session.ts';
import { applyLook } from '../styles/css-variables.ts';
import type { Density, Scheme } from '../styles/tokens.ts';
import { schemeFor, usePreferences } from './preferences.ts';

/** Density and colours for the person at the desk; before sign-in those of this computer. */
export function useLook(person: Person | null): { readonly density: Density; readonly scheme: Scheme } {
  const chosen = usePreferences();
  const density = person?.density ?? chosen.density;
  const scheme = schemeFor(chosen.scheme);
  useLayoutEffect(() => applyLook(density, scheme), [density, scheme]);
  return { density, scheme };
}
