import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'scale-book',
  screens: [
    { path: '/scale-book', section: 'intake', icon: 'day', tab: 7, permission: 'scale_book.read', title: (t) => t('title', { ns: 'scale_book' }), load: () => import('./ScaleBookScreen.tsx') },
  ],
};
