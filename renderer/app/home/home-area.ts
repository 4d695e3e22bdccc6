import type { Area } from '../area.ts';

export const area: Area = {
  name: 'home',
  screens: [{
    path: '/', section: 'home', icon: 'home', tab: 0, permission: 'signed_in',
    title: (t) => t('section.home'),
    load: () => import('./HomeScreen.tsx'),
  }],
};
