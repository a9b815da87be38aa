import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callEndpoint } from '../api/call-endpoint.ts';
import { useConnectionState } from '../api/connection-state.ts';
import { readSession } from '../../modules/accounts/session.contract.ts';
import { announce } from './announcer.tsx';

const PROBE_MS = 3000;

/** Shows itself when the server cannot be reached, tries every three seconds, and goes when it answers again. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isLost = useConnectionState() === 'lost';
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setInterval(() => {
      callEndpoint(readSession, {}).then(
        () => {
          announce(t('offline.back'));
          void client.invalidateQueries();
        },
        () => undefined,
      );
    }, PROBE_MS);
    return () => clearInterval(timer);
  }, [isLost, client, t]);
  if (!isLost) return null;
  return (
    <div className="cc-offline" role="alert">
      {t('offline.lost')}
    </div>
  );
}
