import { createBrowserRouter } from 'react-router';
import { PageSkeleton } from './layout/page-skeleton.tsx';
import { RouteError } from './layout/route-error.tsx';
import { PAGE_ROUTES } from './routes.tsx';

/** Sign-in and set-up stand beside the shell, so that they load none of it. */
export function createRouter() {
  return createBrowserRouter([
    {
      ErrorBoundary: RouteError,
      HydrateFallback: PageSkeleton,
      children: [
        { path: '/sign-in', lazy: () => import('./pages/accounts/sign-in.tsx') },
        { path: '/set-up/:token', lazy: () => import('./pages/accounts/set-up.tsx') },
        { path: '/first-password', lazy: () => import('./pages/accounts/first-password.tsx') },
        {
          lazy: () => import('./layout/shell.tsx'),
          children: [
            ...PAGE_ROUTES.map(({ path, permission, lazy }) => ({
              path,
              lazy,
              ErrorBoundary: RouteError,
              handle: { permission },
            })),
            { path: '*', lazy: () => import('./pages/not-found.tsx') },
          ],
        },
      ],
    },
  ]);
}
