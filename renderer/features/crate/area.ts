import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'crate',
  screens: [
    { path: '/crates', section: 'intake', icon: 'basket', tab: 7, permission: 'ticket.read', title: (t) => t('screen.title', { ns: 'crate' }), load: () => import('./CratesScreen.tsx') },
  ],
};
