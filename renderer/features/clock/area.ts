import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'clock',
  screens: [],
  gates: {
    clock_confirm: () => import('./ConfirmDateScreen.tsx'),
    clock_stopped: () => import('./StoppedClockScreen.tsx'),
  },
};
