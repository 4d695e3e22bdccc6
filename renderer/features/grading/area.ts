import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'grading',
  screens: [
    { path: '/products/:id/scheme', section: 'settings', icon: 'trace', permission: 'product.read', title: (t) => t('screens.scheme', { ns: 'grading' }), load: () => import('./scheme/SchemeScreen.tsx') },
    { path: '/samples', section: 'intake', icon: 'trace', tab: 9, permission: 'ticket.read', title: (t) => t('screens.samples', { ns: 'grading' }), load: () => import('./samples/SamplesScreen.tsx') },
    { path: '/words', section: 'settings', icon: 'trace', permission: 'product.read', title: (t) => t('word.listTitle', { ns: 'grading' }), load: () => import('./words/WordsScreen.tsx') },
    { path: '/grading-machines', section: 'settings', icon: 'trace', permission: 'product.read', title: (t) => t('machine.title', { ns: 'grading' }), load: () => import('./machines/MachinesScreen.tsx') },
    { path: '/reports/grading', section: 'reports', icon: 'trace', tab: 5, permission: 'report.read', title: (t) => t('screens.report', { ns: 'grading' }), load: () => import('./report/GradingReportScreen.tsx') },
  ],
};
