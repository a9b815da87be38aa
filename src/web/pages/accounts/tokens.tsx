import { useState } from 'react';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../clock.ts';
import { listApiTokens } from '../../../modules/accounts/api-tokens.contract.ts';
import { isPermission, PERMISSIONS } from '../../../modules/accounts/permissions.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { CreateTokenForm } from './create-token-form.tsx';
import { RevokeTokenForm } from './revoke-token-form.tsx';
import { TOKEN_TONES, tokenStateOf, type Token } from './token-state.ts';
import '../../components/plain-rows.css';

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const now = useNow();
  const { t } = useTranslation('tokens');
  const pick = usePickSentence();
  const state = tokenStateOf(token, now);
  const isOver = state === 'revoked' || state === 'expired';
  const scopes = token.scopes.map((scope) => (isPermission(scope) ? pick(PERMISSIONS[scope]) : scope));
  return (
    <li className={isOver ? 'cc-rows-ended' : undefined}>
      <span className="cc-rows-main">
        <strong>{token.name}</strong>
        <br />
        <span className="cc-soft">{scopes.join(t('common:listComma'))}</span>
        <br />
        <span className="cc-soft">
          {t('created')} <When instant={token.createdAt} /> · {t('expires')}{' '}
          <When instant={token.expiresAt} /> · {t('lastUsed')}{' '}
          {token.lastUsedAt === null ? t('never') : <When instant={token.lastUsedAt} />}
        </span>
      </span>
      <span className="cc-rows-side">
        <StatusTag tone={TOKEN_TONES[state]}>{t(`state.${state}`)}</StatusTag>
        {!isOver && (
          <Button onClick={onRevoke} aria-label={t('revoke.of', { name: token.name })}>
            {t('revoke.submit')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** 令牌: the signed-in person's own API tokens in the acting court. */
export function Component() {
  const { t } = useTranslation('tokens');
  const command = useOpenCommand();
  const [secret, setSecret] = useState<string | null>();
  const { data, error, refetch } = useQueryEndpoint(listApiTokens, {});
  const create = (
    <Button type="primary" onClick={() => command.open('create')}>
      {t('create.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} actions={create} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data?.items.length === 0 && <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => command.open(`revoke-${token.id}`)} />
          ))}
        </ul>
      )}
      <CreateTokenForm
        open={command.current === 'create'}
        onClose={command.close}
        onDone={(told) => {
          command.close();
          setSecret(told);
        }}
      />
      <RevokeTokenForm
        token={data?.items.find(({ id }) => command.current === `revoke-${id}`)}
        onClose={command.close}
      />
      {secret !== undefined && (
        <OneTimeSecret
          title={t('create.done')}
          label={t('token')}
          secret={secret}
          lostSentence={t('lost')}
          onClose={() => setSecret(undefined)}
        >
          <p>
            {t('usage')} <span className="cc-code">Authorization: Bearer …</span>
          </p>
        </OneTimeSecret>
      )}
    </>
  );
}
