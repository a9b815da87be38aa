import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  listUncasedEndpoint,
  type UncasedThing,
} from '../../../modules/seized-items/uncased/uncased.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When, WithMoments, formatInstant } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { GiveBackForm, IdentifyForm, RecordForm } from './uncased-forms.tsx';
import { ThingPhotoField, ThingPhotos } from './uncased-photos.tsx';
import { StateTabs } from '../seized-items/state-tabs.tsx';
import '../containers/containers.css';
import '../seized-items/seized-items.css';
import './uncased.css';

const STATES = ['open', 'identified', 'given_back'] as const;

function Due({ thing }: { thing: UncasedThing }) {
  const { t } = useTranslation('uncased');
  if (thing.dueOn === null || thing.state !== 'open') return null;
  return (
    <StatusTag tone={thing.isOverdue ? 'alarm' : 'soon'}>
      {t(thing.isOverdue ? 'overdue' : 'due', { day: thing.dueOn })}
    </StatusTag>
  );
}

function ThingLine({ thing, onOpen }: { thing: UncasedThing; onOpen: ((name: string) => void) | undefined }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('uncased');
  const isFound = thing.kind === 'found';
  return (
    <li className="cc-uncased">
      <div className="cc-uncased-head">
        <strong>{thing.name}</strong>
        <span>{sayQuantity(thing.quantity, thing.unit)}</span>
        <StatusTag tone={isFound ? 'open' : 'calm'}>{t(`kinds.${thing.kind}`)}</StatusTag>
        <Due thing={thing} />
      </div>
      <p>{thing.features}</p>
      <ThingPhotos thing={thing} />
      <p className="cc-soft">
        <WithMoments
          text={t(isFound ? 'foundAt' : 'cameFrom', {
            place: thing.place,
            who: thing.fromWhom,
            at: formatInstant(thing.cameAt),
          })}
        />
        {thing.owner !== null && ` · ${t('ownerIs', { name: thing.owner })}`} ·{' '}
        {[thing.recordedByName, thing.secondPersonName].join(t('and'))}
      </p>
      {thing.settledAt !== null && (
        <p>
          {thing.itemId === null ? (
            t('wentTo', { to: thing.settledTo ?? '—' })
          ) : (
            <>
              {t('isItem')} <Link to={`/seized-items/${thing.itemId}`}>{thing.itemCode}</Link>
            </>
          )}{' '}
          <span className="cc-soft">
            {thing.note} · <When instant={thing.settledAt} />{' '}
            {[thing.settledByName, thing.settledWith].filter(Boolean).join(t('and'))}
          </span>
        </p>
      )}
      {thing.state === 'open' && onOpen !== undefined && (
        <div className="cc-uncased-buttons">
          {isFound && <Button onClick={() => onOpen(`identify-${thing.id}`)}>{t('identify')}</Button>}
          <Button onClick={() => onOpen(`return-${thing.id}`)}>{t('giveBack')}</Button>
          <ThingPhotoField value={thing.id} size="middle" label={t('takeMore')} />
        </div>
      )}
    </li>
  );
}

/** 无主待查: what was found without a label, and belongings that came by mistake; neither stands in a ledger. */
export function Component() {
  const { t } = useTranslation('uncased');
  const can = useCan();
  const command = useOpenCommand();
  const [search] = useSearchParams();
  const state = STATES.find((key) => key === search.get('state')) ?? 'open';
  const pages = useEndpointPages(listUncasedEndpoint, { query: { state, limit: 50 } });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  const chosen = (prefix: string) => pages.items.find(({ id }) => command.current === `${prefix}-${id}`);
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        back={{ to: '/seized-items', label: t('back') }}
        actions={
          can('item.receive') && (
            <Button type="primary" onClick={() => command.open('record')}>
              {t('record')}
            </Button>
          )
        }
      />
      <StateTabs label={t('tabs')} states={STATES} current={state} nameOf={(key) => t(`state.${key}`)} />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t(`none.${state}`)} hint={t('emptyHint')} />}
      <ul className="cc-boxes">
        {pages.items.map((thing) => (
          <ThingLine
            key={thing.id}
            thing={thing}
            onOpen={can('item.receive') ? (name) => command.open(name) : undefined}
          />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      <RecordForm command={command} />
      <IdentifyForm thing={chosen('identify')} onClose={command.close} />
      <GiveBackForm thing={chosen('return')} onClose={command.close} />
    </>
  );
}
