import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'contract',
  screens: [
    { path: '/contracts', section: 'members', icon: 'day', tab: 2, permission: 'contract.read', title: (t) => t('screen.title', { ns: 'contract' }), load: () => import('./ContractsScreen.tsx') },
    { path: '/contracts/:id', section: 'members', icon: 'day', permission: 'contract.read', title: (t) => t('screen.title', { ns: 'contract' }), load: () => import('./ContractScreen.tsx') },
  ],
};
