import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'settings',
  screens: [
    { path: '/settings', section: 'settings', icon: 'settings', tab: 1, permission: 'signed_in', title: (t) => t('screens.index', { ns: 'settings' }), load: () => import('./SettingsScreen.tsx') },
    { path: '/settings/people', section: 'settings', icon: 'person', permission: 'user.write', title: (t) => t('screens.people', { ns: 'settings' }), load: () => import('./people/PeopleScreen.tsx') },
    { path: '/settings/printers', section: 'settings', icon: 'printer', permission: 'print.use', title: (t) => t('screens.printers', { ns: 'settings' }), load: () => import('./printers/PrintersScreen.tsx') },
    { path: '/settings/slips', section: 'settings', icon: 'printer', permission: 'print.use', title: (t) => t('title', { ns: 'slip' }), load: () => import('./slips/SlipsScreen.tsx') },
    { path: '/settings/labels', section: 'settings', icon: 'printer', permission: 'print.use', title: (t) => t('looks.title', { ns: 'labels' }), load: () => import('./labels/LabelLooksScreen.tsx') },
    { path: '/printing', section: 'settings', icon: 'printer', permission: 'print.use', title: (t) => t('screens.printing', { ns: 'settings' }), load: () => import('./printers/PrintQueueScreen.tsx') },
    { path: '/devices', section: 'settings', icon: 'scale', permission: 'scale.use', title: (t) => t('screens.scales', { ns: 'settings' }), load: () => import('./scales/ScalesScreen.tsx') },
    { path: '/settings/look', section: 'settings', icon: 'look', permission: 'signed_in', title: (t) => t('screens.look', { ns: 'settings' }), load: () => import('./LookScreen.tsx') },
    { path: '/backup', section: 'settings', icon: 'backup', permission: 'system.read', title: (t) => t('screens.backup', { ns: 'settings' }), load: () => import('./books/BackupScreen.tsx') },
    { path: '/settings/books', section: 'settings', icon: 'trace', permission: 'system.read', title: (t) => t('screens.books', { ns: 'settings' }), load: () => import('./books/BooksScreen.tsx') },
    { path: '/settings/recovery', section: 'settings', icon: 'lock', permission: 'system.write', title: (t) => t('screens.recovery', { ns: 'settings' }), load: () => import('./books/RecoveryScreen.tsx') },
    { path: '/settings/audit', section: 'settings', icon: 'search', permission: 'report.read', title: (t) => t('screens.audit', { ns: 'settings' }), load: () => import('./books/AuditScreen.tsx') },
    { path: '/settings/about', section: 'settings', icon: 'help', permission: 'signed_in', title: (t) => t('screens.about', { ns: 'settings' }), load: () => import('./AboutScreen.tsx') },
  ],
};
