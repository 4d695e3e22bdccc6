import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'paperbook',
  screens: [
    { path: '/paper-book', section: 'intake', icon: 'day', tab: 6, permission: 'ticket.typed_weight', title: (t) => t('title', { ns: 'paperbook' }), load: () => import('./PaperBookScreen.tsx') },
  ],
};
