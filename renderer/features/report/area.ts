import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'report',
  screens: [
    { path: '/reports/day', section: 'reports', icon: 'day', tab: 1, permission: 'report.read', title: (t) => t('day.title', { ns: 'report' }), load: () => import('./day/DayScreen.tsx') },
    { path: '/reports/countersign', section: 'reports', icon: 'person', tab: 2, permission: 'approve.reversal', title: (t) => t('countersign.title', { ns: 'report' }), load: () => import('./CountersignScreen.tsx') },
  ],
};
