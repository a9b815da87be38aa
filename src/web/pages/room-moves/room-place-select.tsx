import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listPlacesEndpoint, type PlaceAnswer } from '../../../modules/storage/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';

interface Room {
  readonly id: string;
  readonly name: string;
}

/** The most that one answer of the endpoint holds. */
const PLACES_MAX = 1000;

/** The room and what lies below it, in the order of the tree. */
export function placesInRoom(places: readonly PlaceAnswer[], roomId: string): PlaceAnswer[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const isInside = (place: PlaceAnswer | undefined): boolean =>
    place !== undefined && (place.id === roomId || isInside(byId.get(place.parentId ?? '')));
  return places.filter((place) => isInside(place));
}

/** The places of this one room, undefined while they are read; every path below it holds its name. */
export function useRoomPlaces(room: Room): readonly PlaceAnswer[] | undefined {
  const { data } = useQueryEndpoint(listPlacesEndpoint, { query: { q: room.name, limit: PLACES_MAX } });
  return data === undefined ? undefined : placesInRoom(data.items, room.id);
}

export interface RoomPlaceSelectProps {
  readonly room: Room;
  readonly value?: string;
  readonly onChange?: (placeId: string) => void;
  readonly id?: string;
}

/** A place of this one room. */
export function RoomPlaceSelect({ room, value, onChange, id }: RoomPlaceSelectProps) {
  const { t } = useTranslation('room-moves');
  const places = useRoomPlaces(room);
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined || places === undefined ? {} : { value })}
      placeholder={t('in.placeMissing')}
      loading={places === undefined}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('in.noPlace')}
      options={(places ?? []).map((place) => ({ value: place.id, label: place.path }))}
      onChange={(placeId) => onChange?.(placeId)}
    />
  );
}
