import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'settlement',
  screens: [
    { path: '/settlement/today', section: 'settlement', icon: 'cash', tab: 1, permission: 'settlement.pay_now', title: (t) => t('today.title', { ns: 'settlement' }), load: () => import('./pay/TodayScreen.tsx') },
    { path: '/settlement', section: 'settlement', icon: 'settlement', tab: 2, permission: 'settlement.read', title: (t) => t('unsettled.title', { ns: 'settlement' }), load: () => import('./UnsettledScreen.tsx') },
    { path: '/settlement/batches', section: 'settlement', icon: 'tickets', tab: 3, permission: 'settlement.read', title: (t) => t('batches.title', { ns: 'settlement' }), load: () => import('./batch/BatchListScreen.tsx') },
    { path: '/settlement/new', section: 'settlement', icon: 'settlement', permission: 'settlement.write', title: (t) => t('newBatch.title', { ns: 'settlement' }), load: () => import('./batch/NewBatchScreen.tsx') },
    { path: '/settlement/batches/:id', section: 'settlement', icon: 'settlement', permission: 'settlement.read', title: (t) => t('batch.title', { ns: 'settlement' }), load: () => import('./batch/BatchScreen.tsx') },
    { path: '/settlement/paper/:id', section: 'settlement', icon: 'settlement', permission: 'settlement.read', title: (t) => t('paper.title', { ns: 'settlement' }), load: () => import('./paper/SettlementScreen.tsx') },
  ],
};
