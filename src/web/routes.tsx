/**
 * Every page inside the shell: its address, its module (which exports `Component`), and the permission without which
 * the shell shows 「无权查看」 instead. Modules load when they are first opened.
 */
import type { ComponentType } from 'react';
import type { Permission } from '../modules/accounts/permissions.ts';

export interface PageRoute {
  readonly path: string;
  readonly permission?: Permission;
  readonly lazy: () => Promise<{ readonly Component: ComponentType }>;
}

export const PAGE_ROUTES: readonly PageRoute[] = [
  { path: '/', lazy: () => import('./pages/desk/desk.tsx') },
  { path: '/account', lazy: () => import('./pages/accounts/own-account.tsx') },
  {
    path: '/assets',
    permission: 'asset.read',
    lazy: () => import('./pages/fixed-assets/asset-list.tsx'),
  },
  {
    path: '/assets/:assetId',
    permission: 'asset.read',
    lazy: () => import('./pages/fixed-assets/asset.tsx'),
  },
];
