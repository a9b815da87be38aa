import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readRoomMapEndpoint, type MappedPlace } from '../../../modules/seized-items/room-map.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { fillLevel, FILL_LEVELS, tilesOf, type Tile } from './room-map-tiles.ts';
import '../../components/plain-rows.css';
import './room-map.css';

/** One place as a tile that opens the list of what lies there; its shade is said in words too. */
function PlaceTile({ tile, fullest }: { tile: Tile; fullest: number }) {
  const { t } = useTranslation('room-map');
  const level = fillLevel(tile.itemCount, fullest);
  return (
    <li>
      <Link to={`/seized-items?placeId=${tile.id}`} className="cc-map-tile" data-level={level}>
        <span className="cc-map-name">{tile.label === '' ? t('itself') : tile.label}</span>
        <strong>{formatCount(tile.itemCount)}</strong>
        <span className="cc-map-word">{t(`level.${level}`)}</span>
      </Link>
    </li>
  );
}

function Rack({ rack, tiles, fullest }: { rack: MappedPlace; tiles: readonly Tile[]; fullest: number }) {
  const { t } = useTranslation('room-map');
  return (
    <section className="cc-map-rack" aria-label={rack.name}>
      <div className="cc-section-head">
        <h2>{rack.name}</h2>
        <span className="cc-soft">
          {t('count', { shown: formatCount(rack.itemsBelow) })}
          {rack.pendingBelow > 0 && ` · ${t('pending', { shown: formatCount(rack.pendingBelow) })}`}
        </span>
      </div>
      <ul className="cc-map-tiles">
        {tiles.map((tile) => (
          <PlaceTile key={tile.id} tile={tile} fullest={fullest} />
        ))}
      </ul>
    </section>
  );
}

/** 库房平面: racks and shelves with how full they are; a tap lists what lies there. */
export function Component() {
  const { t } = useTranslation('room-map');
  const { roomId = '' } = useParams();
  const { data: room, error, refetch } = useQueryEndpoint(readRoomMapEndpoint, { params: { roomId } });
  const back = { to: `/rooms/${roomId}`, label: t('room') };
  if (room === undefined)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        {error === null ? (
          <Skeleton active />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  const racks = room.places.filter(({ parentId }) => parentId === room.id);
  const tiled = racks.map((rack) => ({ rack, tiles: tilesOf(rack, room.places) }));
  const fullest = Math.max(0, ...tiled.flatMap(({ tiles }) => tiles.map(({ itemCount }) => itemCount)));
  const shown = formatCount(room.itemCount);
  const share = room.capacity === null ? 0 : Math.round((room.itemCount / room.capacity) * 100);
  return (
    <>
      <PageHeader
        title={`${room.name} · ${t('title')}`}
        back={back}
        sentence={
          room.capacity === null
            ? t('held', { shown })
            : t('heldOf', { shown, capacity: formatCount(room.capacity), share })
        }
      />
      <ul className="cc-map-legend" aria-label={t('legend')}>
        {FILL_LEVELS.map((level) => (
          <li key={level} className="cc-map-tile" data-level={level}>
            {t(`level.${level}`)}
          </li>
        ))}
      </ul>
      {room.looseCount > 0 && (
        <p className="cc-soft">
          <Link to={`/seized-items?placeId=${room.id}`}>
            {t('loose', { shown: formatCount(room.looseCount) })}
          </Link>
        </p>
      )}
      {racks.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      <div className="cc-map-racks">
        {tiled.map(({ rack, tiles }) => (
          <Rack key={rack.id} rack={rack} tiles={tiles} fullest={fullest} />
        ))}
      </div>
    </>
  );
}
