import { useMemo, useState } from 'react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import {
  listPlacesEndpoint,
  readPlaceEndpoint,
  type PlaceAnswer,
} from '../../../modules/storage/contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { endpointKey, useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSettled } from './use-settled.ts';

const FIVE_MINUTES = 5 * 60 * 1000;
/** The most that one answer of the endpoint holds. */
const CHILDREN_MAX = 1000;
const FOUND_MAX = 50;

export interface PlaceNode {
  readonly id: string;
  readonly pId: string | null;
  readonly value: string;
  readonly title: string;
  /** What the field shows once it is picked. */
  readonly path: string;
  readonly isLeaf: boolean;
}

function nodeOf(place: PlaceAnswer): PlaceNode {
  return {
    id: place.id,
    pId: place.parentId,
    value: place.id,
    title: place.name,
    path: place.path,
    isLeaf: place.openPlacesBelow === 0,
  };
}

/** Found places stand in a row with their whole path. */
function foundNode(place: PlaceAnswer): PlaceNode {
  return { ...nodeOf(place), pId: null, title: place.path, isLeaf: true };
}

/** Places below `parentId`, read when that branch is first opened, or what a search finds. */
export function usePlaceTree() {
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [loaded, setLoaded] = useState<readonly PlaceNode[]>([]);
  const [openIds, setOpenIds] = useState<readonly string[]>([]);
  const q = useSettled(search.trim());
  const roots = useQueryEndpoint(
    listPlacesEndpoint,
    { query: { parentId: 'root', limit: CHILDREN_MAX } },
    { staleTime: FIVE_MINUTES },
  );
  const found = useQueryEndpoint(
    listPlacesEndpoint,
    { query: { q, limit: FOUND_MAX } },
    { enabled: q !== '', keepPrevious: true },
  );
  const nodes = useMemo(
    () =>
      q === ''
        ? [...(roots.data?.items ?? []).map(nodeOf), ...loaded]
        : (found.data?.items ?? []).map(foundNode),
    [q, roots.data, found.data, loaded],
  );
  const loadBelow = async (parentId: string) => {
    const request = { query: { parentId, limit: CHILDREN_MAX } };
    const answer = await client.query({
      queryKey: endpointKey(listPlacesEndpoint, request),
      queryFn: () => callEndpoint(listPlacesEndpoint, request),
      staleTime: FIVE_MINUTES,
    });
    const below = answer.items.map(nodeOf);
    const ids = new Set(below.map(({ id }) => id));
    setLoaded((before) => [...before.filter(({ id }) => !ids.has(id)), ...below]);
  };
  /** Every branch down to the places; `withBelow`: and what lies in them. */
  const openAt = async (placeIds: readonly string[], withBelow: boolean) => {
    const ways = await Promise.all(placeIds.map(async (id) => client.query(pathQuery(id))));
    const branches = ways.flatMap(({ ancestorIds }) => (withBelow ? ancestorIds : ancestorIds.slice(0, -1)));
    const ids = [...new Set(branches)];
    await Promise.all(ids.map(loadBelow));
    setOpenIds((before) => [...new Set([...before, ...ids])]);
  };
  return {
    openIds,
    setOpenIds,
    openAt,
    nodes,
    search,
    setSearch,
    loadBelow,
    isLoading: roots.isPending || found.isFetching,
  };
}

function pathQuery(placeId: string) {
  const request = { params: { placeId } };
  return {
    queryKey: endpointKey(readPlaceEndpoint, request),
    queryFn: () => callEndpoint(readPlaceEndpoint, request),
    staleTime: FIVE_MINUTES,
  };
}

/** The paths of picked places, also of those whose branch was never opened. */
export function usePlacePaths(ids: readonly string[]): ReadonlyMap<string, string> {
  const answers = useQueries({
    queries: ids.map(pathQuery),
  });
  return new Map(ids.map((id, index) => [id, answers[index]?.data?.path ?? '…']));
}
