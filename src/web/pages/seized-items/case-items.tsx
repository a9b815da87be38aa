import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  downloadItemFileEndpoint,
  listItemsEndpoint,
  type ItemSummary,
} from '../../../modules/seized-items/items.contract.ts';
import { sayQuantity } from '../../../modules/seized-items/item-quantity.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { whereIs } from './item-columns.tsx';
import { ItemStateTag } from './item-state-tag.tsx';

const PAGE_SIZE = 100;

function Picture({ item }: { item: ItemSummary }) {
  const { t } = useTranslation('seized-items');
  if (item.photoFileId === null) return <span className="cc-gallery-none">{t('noPhoto')}</span>;
  const params = { itemId: item.id, fileId: item.photoFileId };
  return <img src={downloadAddress(downloadItemFileEndpoint, { params })} alt="" loading="lazy" />;
}

/** What the case holds, by number: as pictures, or as a table. */
export function CaseItems({ caseId, isGallery }: { caseId: string; isGallery: boolean }) {
  const { t } = useTranslation('seized-items');
  const pages = useEndpointPages(listItemsEndpoint, { query: { caseId, limit: PAGE_SIZE } });
  if (!pages.isLoading && pages.items.length === 0 && pages.problem === null)
    return <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />;
  return (
    <>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      <ul className={isGallery ? 'cc-gallery' : 'cc-case-items'}>
        {pages.items.map((item) => (
          <li key={item.id}>
            <Link to={`/seized-items/${item.id}`}>
              {isGallery && <Picture item={item} />}
              <strong>
                {item.number}. {item.name}
              </strong>
              <span>{sayQuantity(item.onHand, item.unit)}</span>
              <ItemStateTag state={item.state} />
              <span className="cc-soft">{whereIs(item)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}
