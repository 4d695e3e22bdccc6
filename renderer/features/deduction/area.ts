import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'deduction',
  screens: [
    { path: '/products/:id/deductions', section: 'settings', icon: 'trace', permission: 'product.read', title: (t) => t('screens.terms', { ns: 'deduction' }), load: () => import('./TermsScreen.tsx') },
  ],
};
