import type { Area } from '../../app/area.ts';
import { findTickets } from './list/find-tickets.ts';

export const area: Area = {
  name: 'ticket',
  screens: [
    { path: '/intake', section: 'intake', icon: 'scale', tab: 1, permission: 'ticket.write', title: (t) => t('desk.title', { ns: 'ticket' }), load: () => import('./desk/WeighScreen.tsx') },
    { path: '/tickets', section: 'intake', icon: 'tickets', tab: 5, permission: 'ticket.read', title: (t) => t('list.title', { ns: 'ticket' }), load: () => import('./list/TicketListScreen.tsx') },
    { path: '/tickets/:id', section: 'intake', icon: 'tickets', permission: 'ticket.read', title: (t) => t('detail.title', { ns: 'ticket' }), load: () => import('./detail/TicketScreen.tsx') },
  ],
  findings: [{ permission: 'ticket.read', find: findTickets }],
};
