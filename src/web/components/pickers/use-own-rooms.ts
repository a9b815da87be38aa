import { listRoomsEndpoint } from '../../../modules/rooms/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useCan, useSession } from '../../session/use-session.ts';

const FIVE_MINUTES = 5 * 60 * 1000;

/** Storage rooms of which the person is custodian or deputy; asked of those alone who can be. */
export function useOwnRooms(): readonly string[] {
  const can = useCan();
  const { person } = useSession();
  const { data } = useQueryEndpoint(
    listRoomsEndpoint,
    { query: {} },
    { enabled: can('item.move'), staleTime: FIVE_MINUTES },
  );
  return (data?.items ?? [])
    .filter(({ custodian, deputies }) =>
      [custodian, ...deputies].some((office) => office?.personId === person.id),
    )
    .map(({ id }) => id);
}
