import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  listPlacesEndpoint,
  readPlaceEndpoint,
  type PlaceAnswer,
} from '../../../modules/storage/contract.ts';
import { PATH_SEPARATOR, PLACE_KINDS } from '../../../modules/storage/rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details } from '../../components/details.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Day } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { ThingLabel } from '../printing/thing-label.tsx';
import { usePlaceActions } from './place-actions.ts';
import { PlaceRoom } from '../rooms/place-room.tsx';
import { PlaceCommands } from './place-commands.tsx';
import { AssetCount, PlaceRow, PlaceRowHead } from './place-row.tsx';
import '../../components/plain-rows.css';
import './places.css';

function PlacesBelow({ place, onOpen }: { place: PlaceAnswer; onOpen: (command: string) => void }) {
  const { t } = useTranslation('places');
  const { data, error, refetch } = useQueryEndpoint(listPlacesEndpoint, {
    query: { parentId: place.id, limit: 1000, withContents: 'true' },
  });
  const canAdd = place.availableActions.includes('add_below');
  if (data?.items.length === 0 && !canAdd) return null;
  return (
    <section className="cc-section" aria-labelledby="below">
      <div className="cc-section-head">
        <h2 id="below">{t('below')}</h2>
        {canAdd && (
          <>
            <Button onClick={() => onOpen(`add-${place.id}`)}>{t('addBelow')}</Button>
            <Button onClick={() => onOpen(`bulk-${place.id}`)}>{t('bulk.title')}</Button>
          </>
        )}
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className="cc-soft">{t('noneBelow')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <div className="cc-places">
          <PlaceRowHead />
          <ul className="cc-place-branch">
            {data.items.map((each) => (
              <li key={each.id}>
                <PlaceRow place={each} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function PlaceSections({ place }: { place: PlaceAnswer }) {
  const { t } = useTranslation(['places', 'printing']);
  const pick = usePickSentence();
  const command = useOpenCommand();
  const actions = usePlaceActions(place, command.open).filter(({ key }) => key !== 'add' && key !== 'bulk');
  const [first, ...rest] = actions;
  const above = place.path.split(PATH_SEPARATOR).slice(0, -1).join(PATH_SEPARATOR);
  return (
    <>
      <PageHeader
        title={place.name}
        beside={place.closedOn !== null && <StatusTag tone="closed">{t('closed')}</StatusTag>}
        back={
          place.parentId === null
            ? { to: '/places', label: t('title') }
            : { to: `/places/${place.parentId}`, label: above }
        }
        actions={
          <>
            <PrintLabels
              target={{ by: 'filters', kind: 'A', filters: { placeId: [place.id] } }}
              label={t('printing:dialog.openPlace')}
              name="print-contents"
            />
            {first !== undefined && (
              <>
                <Button onClick={first.onClick}>{first.label}</Button>
                <RowMenu label={t('common:more')} actions={rest} />
              </>
            )}
          </>
        }
      />
      <Details
        items={[
          { label: t('field.kind'), value: pick(PLACE_KINDS[place.kind]) },
          { label: t('field.code'), value: place.code === null ? '—' : <ItemCode code={place.code} /> },
          { label: t('field.path'), value: place.path },
          { label: t('field.assets'), value: <AssetCount place={place} /> },
          ...(place.closedOn === null
            ? []
            : [{ label: t('field.closedOn'), value: <Day day={place.closedOn} /> }]),
        ]}
      />
      <PlaceRoom place={place} />
      {place.code !== null && <ThingLabel kind="L" thingId={place.id} />}
      <PlacesBelow place={place} onOpen={command.open} />
      <PlaceCommands current={command.current} onClose={command.close} />
    </>
  );
}

/** One place: where it is, its code, what is kept there, what lies below it. */
export function Component() {
  const { t } = useTranslation('places');
  const { placeId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(readPlaceEndpoint, { params: { placeId } });
  if (data !== undefined) return <PlaceSections key={data.id} place={data} />;
  return (
    <>
      <PageHeader title={t('place')} back={{ to: '/places', label: t('title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
    </>
  );
}
