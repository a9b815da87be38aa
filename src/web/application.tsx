import { QueryClientProvider } from '@tanstack/react-query';
import ConfigProvider from 'antd/es/config-provider';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client.ts';
import { useAntdLocale } from './i18n/antd-locale.ts';
import { createRouter } from './router.tsx';
import { antdTheme } from './theme/antd-theme.ts';
import { useColourMode } from './theme/colour-mode.ts';
import { useReducedMotion } from './theme/reduced-motion.ts';

const router = createRouter();

/** Theme, texts and server state around the router. */
export function Application() {
  const mode = useColourMode();
  const isCalm = useReducedMotion();
  const theme = useMemo(() => antdTheme(mode, !isCalm), [mode, isCalm]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={theme}
        locale={useAntdLocale()}
        button={{ autoInsertSpace: false }}
        form={{
          requiredMark: 'optional',
          colon: false,
          scrollToFirstError: { focus: true, block: 'center' },
        }}
      >
        <RouterProvider router={router} />
      </ConfigProvider>
    </QueryClientProvider>
  );
}
