import type { RouteObject } from 'react-router';
import { RouteError } from './layout/route-error.tsx';
import { PAGE_ROUTES } from './routes.tsx';

/** Every page inside the shell, and what is shown where there is none. */
export function shellRoute(): RouteObject {
  return {
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
  };
}
