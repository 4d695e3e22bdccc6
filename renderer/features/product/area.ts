import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'product',
  screens: [
    { path: '/prices', section: 'intake', icon: 'prices', tab: 8, permission: 'price.read', title: (t) => t('screens.prices', { ns: 'product' }), load: () => import('./PricesScreen.tsx') },
    { path: '/prices/:id', section: 'intake', icon: 'prices', permission: 'price.read', title: (t) => t('screens.history', { ns: 'product' }), load: () => import('./PriceHistoryScreen.tsx') },
    { path: '/products', section: 'settings', icon: 'basket', permission: 'product.read', title: (t) => t('screens.products', { ns: 'product' }), load: () => import('./ProductsScreen.tsx') },
    { path: '/products/:id', section: 'settings', icon: 'basket', permission: 'product.read', title: (t) => t('screens.product', { ns: 'product' }), load: () => import('./ProductScreen.tsx') },
    { path: '/containers', section: 'settings', icon: 'stock', permission: 'product.read', title: (t) => t('screens.containers', { ns: 'product' }), load: () => import('./ContainersScreen.tsx') },
  ],
};
