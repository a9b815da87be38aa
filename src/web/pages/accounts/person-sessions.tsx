import { useTranslation } from 'react-i18next';
import { listSessionsOfPerson } from '../../../modules/accounts/people.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { deviceName } from '../../session/own-sessions.tsx';
import type { PersonView } from './person-view.ts';

/** Where the person is signed in, for the security administrator. */
export function PersonSessions({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts');
  const { data, error, refetch } = useQueryEndpoint(listSessionsOfPerson, {
    params: { personId: person.id },
  });
  return (
    <section className="cc-section" aria-labelledby="sessions">
      <div className="cc-section-head">
        <h2 id="sessions">{t('sessions.title')}</h2>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className="cc-soft">{t('sessions.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((session) => (
            <li key={session.id}>
              <span className="cc-rows-main">
                {deviceName(session.userAgent)} <span className="cc-soft">{session.address}</span>
                <br />
                <span className="cc-soft">
                  {t('sessions.since')} <When instant={session.createdAt} /> · {t('sessions.lastSeen')}{' '}
                  <When instant={session.lastSeenAt} />
                </span>
              </span>
              {session.current && (
                <span className="cc-rows-side">
                  <StatusTag tone="open">{t('common:account.thisDevice')}</StatusTag>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
