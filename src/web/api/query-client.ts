import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, ConnectionLost } from './api-problem.ts';

/** Reads retry twice when the line is cut, never when the server refused; commands are retried by the person. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 &&
        (error instanceof ConnectionLost || (error instanceof ApiProblem && error.status >= 502)),
      // why: react-query's own idea of "online" is navigator.onLine, which is wrong inside a court's network.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
