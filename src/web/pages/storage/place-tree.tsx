import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { listPlacesEndpoint, type PlaceAnswer } from '../../../modules/storage/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PlaceRow, PlaceRowHead } from './place-row.tsx';
import { useOpenBranches, type OpenBranches } from './open-branches.ts';

/** The most that one answer holds. */
const BRANCH_MAX = 1000;

interface TreeProps {
  readonly withClosed: boolean;
  readonly onOpen: (command: string) => void;
}

interface BranchProps extends TreeProps {
  readonly parentId: string;
  readonly branches: OpenBranches;
}

/** Whether there is anything to open; closed places below are only seen when they are asked for. */
function mayHaveBelow(place: PlaceAnswer, withClosed: boolean): boolean {
  return place.openPlacesBelow > 0 || (withClosed && place.closedOn === null);
}

function Node({ place, ...branch }: BranchProps & { place: PlaceAnswer }) {
  const { t } = useTranslation('places');
  const { branches, withClosed, onOpen } = branch;
  const isOpen = branches.isOpen(place.id);
  const canOpen = mayHaveBelow(place, withClosed);
  return (
    <li>
      <PlaceRow
        place={place}
        depth={place.depth}
        onOpen={onOpen}
        lead={
          canOpen ? (
            <button
              type="button"
              className="cc-plain-button cc-place-toggle"
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'fold' : 'unfold', { name: place.name })}
              onClick={() => branches.toggle(place.id)}
            >
              {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            </button>
          ) : (
            <span className="cc-place-toggle" />
          )
        }
      />
      {canOpen && isOpen && <Branch {...branch} parentId={place.id} />}
    </li>
  );
}

function Branch(props: BranchProps) {
  const { parentId, withClosed } = props;
  const { data, error, refetch } = useQueryEndpoint(
    listPlacesEndpoint,
    {
      query: {
        parentId,
        limit: BRANCH_MAX,
        withContents: 'true',
        includeClosed: withClosed ? 'true' : 'false',
      },
    },
    { keepPrevious: true },
  );
  if (data === undefined)
    return error === null ? (
      <Skeleton active title={false} paragraph={{ rows: 2 }} className="cc-place-loading" />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  return (
    <ul className="cc-place-branch">
      {data.items.map((place) => (
        <Node key={place.id} {...props} place={place} />
      ))}
    </ul>
  );
}

/** The tree, branch by branch as it is opened; what is open stays so while the tab lives. */
export function PlaceTree(props: TreeProps) {
  const { t } = useTranslation('places');
  const branches = useOpenBranches();
  const { data } = useQueryEndpoint(listPlacesEndpoint, { query: { parentId: 'root', limit: 1 } });
  if (data?.items.length === 0 && !props.withClosed)
    return <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />;
  return (
    <div className="cc-places">
      <PlaceRowHead />
      <Branch {...props} parentId="root" branches={branches} />
    </div>
  );
}
