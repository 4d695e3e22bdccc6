import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'ticket',
  screens: [
    { path: '/intake', section: 'intake', icon: 'scale', tab: 1, permission: 'ticket.write', title: (t) => t('desk.title', { ns: 'ticket' }), load: () => import('./desk/WeighScreen.tsx') },
  ],
};
