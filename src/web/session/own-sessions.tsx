import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { endOwnSession, listOwnSessions } from '../../modules/accounts/session.contract.ts';
import { useCommand } from '../api/use-command.ts';
import { useQueryEndpoint } from '../api/use-query-endpoint.ts';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { When } from '../components/when.tsx';
import './own-sessions.css';

/** `Mozilla/5.0 (X11; …) Chrome/141…` → `Chrome 141 · Linux`, enough to know one's own device again. */
export function deviceName(userAgent: string | null): string {
  if (userAgent === null) return '—';
  const browser = /(Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(userAgent);
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(userAgent);
  const name = browser === null ? userAgent.slice(0, 40) : `${browser[1]} ${browser[2]}`;
  return system === null ? name : `${name} · ${system[0]}`;
}

/** Where this person is signed in; a device that is not at hand can be signed out from here. */
export function OwnSessions() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQueryEndpoint(listOwnSessions, {});
  const command = useCommand(endOwnSession, { invalidates: [listOwnSessions] });
  return (
    <>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <ProblemAlert problem={command.problem} />
      <ul className="cc-own-sessions">
        {data?.items.map((session) => (
          <li key={session.id}>
            <span>
              {deviceName(session.userAgent)} <span className="cc-soft">{session.address}</span>
            </span>
            <span className="cc-soft">
              {t('account.lastSeen')} <When instant={session.lastSeenAt} />
            </span>
            {session.current ? (
              <StatusTag tone="open">{t('account.thisDevice')}</StatusTag>
            ) : (
              <Button
                size="small"
                disabled={command.isSending}
                aria-label={t('account.endSessionOf', { device: deviceName(session.userAgent) })}
                onClick={() => void command.send({ params: { sessionId: session.id } })}
              >
                {t('account.endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
