import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  listGrantedRequestsEndpoint,
  type GrantedRequest,
} from '../../../modules/seized-items/releases/requests.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { ExtendForm, PrepareForm, ToKeeperForm } from './granted-forms.tsx';
import { useReleaseReason } from './release-words.tsx';

const STEP = {
  loan: 'prepare',
  examination: 'prepare',
  transfer_up: 'prepare',
  outside_keeping: 'toKeeper',
  extension: 'extend',
  unseal: 'unseal',
} as const;

/** A seal is opened where the thing or the box that bears it is shown. */
function unsealingAddress({ box, items: [first, ...others] }: GrantedRequest): string {
  if (box !== null) return `/containers/${box.id}?do=unseal`;
  return `/seized-items/${first?.id ?? ''}${others.length === 0 ? '?do=unseal' : ''}`;
}

/** What was asked for, and the one step that carries it out. */
function GrantedRow({ request, onOpen }: { request: GrantedRequest; onOpen: () => void }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('releases');
  const reasonOf = useReleaseReason();
  const isDear = request.items.some((item) => item.isDear);
  return (
    <li className="cc-release-granted">
      <div className="cc-release-row">
        <span className="cc-release-row-head">
          <strong>{reasonOf(request)}</strong>
          {isDear && <StatusTag tone="soon">{t('dear')}</StatusTag>}
        </span>
        <span>{[request.receiver, request.contractNumber].filter((part) => part !== null).join(' · ')}</span>
        {request.dueAt !== null && (
          <span>
            {t('dueAt')} <When instant={request.dueAt} />
          </span>
        )}
        {request.box !== null && (
          <span>
            {t('unsealing.box', { name: request.box.name })}{' '}
            <ItemCode code={request.box.code} withCopy={false} />
          </span>
        )}
        <ul className="cc-release-granted-items">
          {request.items.map((item) => (
            <li key={item.id}>
              {item.name} {sayQuantity(item.quantity, item.unit)}
              <span className="cc-soft">
                {' '}
                {item.caseNumber} · {item.place ?? t('notInRoom')}
              </span>
            </li>
          ))}
        </ul>
        <span className="cc-soft">
          {t('askedBy', { name: request.applicantName })} · {t('approval', { number: request.number })} ·{' '}
          {t('validUntil')} <When instant={request.expiresAt} />
        </span>
      </div>
      {request.kind === 'unseal' ? (
        <LinkButton to={unsealingAddress(request)} type="primary">
          {t('step.unseal')}
        </LinkButton>
      ) : (
        <Button type="primary" onClick={onOpen}>
          {t(`step.${STEP[request.kind]}`)}
        </Button>
      )}
    </li>
  );
}

/** Approved requests that wait for the custodian, the oldest first. */
export function GrantedRequests() {
  const { t } = useTranslation('releases');
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(listGrantedRequestsEndpoint, {});
  const items = data?.items ?? [];
  const open = items.find(({ id }) => command.current === id);
  const props = open === undefined ? undefined : { request: open, onClose: command.close };
  return (
    <>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && items.length === 0 && (
        <EmptyState title={t('empty.granted')} hint={t('grantedHint')} />
      )}
      <ul className="cc-release-rows">
        {items.map((request) => (
          <GrantedRow key={request.id} request={request} onOpen={() => command.open(request.id)} />
        ))}
      </ul>
      {props !== undefined && STEP[props.request.kind] === 'prepare' && <PrepareForm {...props} />}
      {props !== undefined && STEP[props.request.kind] === 'toKeeper' && <ToKeeperForm {...props} />}
      {props !== undefined && STEP[props.request.kind] === 'extend' && <ExtendForm {...props} />}
    </>
  );
}
