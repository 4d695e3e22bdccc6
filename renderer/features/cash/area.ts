import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'cash',
  screens: [
    { path: '/cash', section: 'settlement', icon: 'cash', tab: 4, permission: 'cash.read', title: (t) => t('book.title', { ns: 'cash' }), load: () => import('./CashScreen.tsx') },
    { path: '/cash/debts', section: 'settlement', icon: 'person', tab: 5, permission: 'cash.read', title: (t) => t('debts.title', { ns: 'cash' }), load: () => import('./DebtsScreen.tsx') },
  ],
};
