import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { listPlacesEndpoint } from '../../../modules/storage/contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PlaceRow, PlaceRowHead } from './place-row.tsx';

export interface FoundPlacesProps {
  readonly words: string;
  readonly withClosed: boolean;
  readonly onOpen: (command: string) => void;
}

/** Places whose path holds all the words, or whose code it is, one below the other with the whole path. */
export function FoundPlaces({ words, withClosed, onOpen }: FoundPlacesProps) {
  const { t } = useTranslation('places');
  const pages = useEndpointPages(listPlacesEndpoint, {
    query: { q: words, limit: 100, withContents: 'true', includeClosed: withClosed ? 'true' : 'false' },
  });
  if (pages.isLoading && pages.problem === null)
    return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  return (
    <>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.items.length === 0 && pages.problem === null && <EmptyState title={t('notFound')} />}
      {pages.items.length > 0 && (
        <div className="cc-places">
          <PlaceRowHead />
          <ul className="cc-place-branch">
            {pages.items.map((place) => (
              <li key={place.id}>
                <PlaceRow place={place} withPath onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {pages.hasMore && (
        <Button type="text" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('common:list.loadMore')}
        </Button>
      )}
    </>
  );
}
