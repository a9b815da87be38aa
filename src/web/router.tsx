import { createBrowserRouter } from 'react-router';
import { PageSkeleton } from './layout/page-skeleton.tsx';
import { RouteError } from './layout/route-error.tsx';

const ROOT = 'root';

/** Sign-in and set-up stand beside the shell and load none of it, not even the list of its pages. */
export function createRouter() {
  let hasShell = false;
  return createBrowserRouter(
    [
      {
        id: ROOT,
        ErrorBoundary: RouteError,
        HydrateFallback: PageSkeleton,
        children: [
          { path: '/sign-in', lazy: () => import('./pages/accounts/sign-in.tsx') },
          { path: '/set-up/:token', lazy: () => import('./pages/accounts/set-up.tsx') },
          { path: '/first-password', lazy: () => import('./pages/accounts/first-password.tsx') },
        ],
      },
    ],
    {
      async patchRoutesOnNavigation({ patch }) {
        if (hasShell) return;
        const { shellRoute } = await import('./shell-route.tsx');
        // A second navigation may have come first while the list was loading.
        if (!hasShell) patch(ROOT, [shellRoute()]);
        hasShell = true;
      },
    },
  );
}
