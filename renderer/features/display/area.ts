import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'display',
  screens: [
    { path: '/settings/display', section: 'settings', icon: 'display', permission: 'scale.use', title: (t) => t('screen', { ns: 'display' }), load: () => import('./DisplaySettingsScreen.tsx') },
  ],
};
