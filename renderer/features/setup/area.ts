import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'setup',
  screens: [],
  gates: { setup: () => import('./SetupScreen.tsx') },
};
